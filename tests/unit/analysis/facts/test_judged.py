"""The kept figures are judged as they would be anew, in every language, of the same file only."""

import pytest

from sim.analysis.evidence import NOT_SIMULATED, Simulated, judge_evidence
from sim.analysis.facts import judged
from sim.analysis.facts.judged import (
    EVIDENCE_REPLICATIONS,
    Judged,
    find_judged,
    load_judged,
    write_judged,
)
from sim.analysis.robustness import take_fingerprint
from sim.message import Message
from sim.results import Interval
from sim.scenario import list_redesigns, list_services, load_scenario
from sim.words import say, speaking

SHOWN = (*list_services(), *list_redesigns())
WITH_EVIDENCE = [name for name in SHOWN if load_scenario(name).evidence]
SMALL = "hr-onboarding"
INNER = Message("in {design} it is 0, of which nothing is a share", design="absorbing")
REASON = Message("the design does not settle: {reason}", reason=INNER)
COUNTED = Message.counted("There is {n} more measure", "There are {n} more measures", n=2)


def keep(scenario, figures):
    return Judged(scenario.origin.sha256, "print", 1, 2, tuple(figures))


@pytest.fixture
def in_file(tmp_path, monkeypatch):
    scenario = load_scenario(SMALL)
    interval = Interval(1.0, 0.5, 1.5)
    figures = [Simulated(interval, None) for _ in scenario.evidence]
    figures[0] = Simulated(None, REASON)
    file = tmp_path / "judged.json"
    write_judged({SMALL: keep(scenario, figures)}, file)
    monkeypatch.setattr(judged, "load_judged", lambda: load_judged(file))
    return file


def test_it_is_read_as_it_was_written(tmp_path):
    scenario, file = load_scenario(SMALL), tmp_path / "judged.json"
    figures = [Simulated(Interval(1.0, 0.5, 1.5), None), Simulated(None, COUNTED)]
    write_judged({SMALL: keep(scenario, figures)}, file)

    assert load_judged(file) == {SMALL: keep(scenario, figures)}
    assert load_judged(file)[SMALL].figures[1].reason.plural == COUNTED.plural


def test_a_reason_is_said_in_the_language_of_who_reads_it(in_file):
    first, *_ = find_judged(load_scenario(SMALL))

    assert first.verdict == NOT_SIMULATED
    with speaking("sv"):
        assert say(first.reason) == say(REASON) != str(REASON)


def test_the_unchanged_service_has_it_and_no_other(in_file):
    scenario = load_scenario(SMALL)

    assert len(find_judged(scenario)) == len(scenario.evidence)
    assert find_judged(scenario.changed("demand.variety=0")) is None
    assert find_judged(load_scenario("home-care")) is None


@pytest.mark.parametrize("name", WITH_EVIDENCE)
def test_every_service_is_kept_as_it_is(name):
    """If not, the file or the model has changed since: `make facts` simulates it anew."""
    scenario = load_scenario(name)

    assert len(find_judged(scenario) or ()) == len(scenario.evidence)
    found = take_fingerprint(scenario, tuple(scenario.designs))
    assert load_judged()[name].fingerprint == found


def test_what_is_kept_is_what_is_judged_anew():
    scenario = load_scenario(SMALL)
    anew = judge_evidence([scenario], replications=EVIDENCE_REPLICATIONS)
    kept = find_judged(scenario)

    for one, other in zip(kept, anew, strict=True):
        assert one._replace(simulated=None) == other._replace(simulated=None)
        assert one.simulated == pytest.approx(other.simulated, rel=1e-9)
