"""A calibration finds a number that is known, and says what it cannot know."""

import pytest

from sim.analysis.calibration import calibrate
from sim.analysis.calibration.calibration import Identified
from sim.analysis.calibration.trial import Free
from sim.analysis.comparison import compare
from sim.errors import RunError, ScenarioError
from sim.scenario import Scenario, build_scenario
from tests.builders import build_raw, q

TRUE_VARIETY = 2.5
REPLICATIONS = 2
DAYS = 200


def fitted(value: float, low: float, high: float) -> dict:
    return {**q(value, low, high), "from": "fitted"}


def build_service(variety: dict, **others: dict) -> Scenario:
    return build_scenario(build_table(variety, **others), "test")


def build_table(variety: dict, **others: dict) -> dict:
    """The small service, with some numbers of its demand fitted to its failure demand."""
    raw = build_raw()
    raw["service"]["days"] = DAYS
    raw["demand"]["known"] |= {"variety": variety, **others}
    raw["evidence"] = [
        {
            "measure": "failure_demand_share",
            "design": design,
            "is": share,
            "range": [share - 0.01, share + 0.01],
            "from": "report",
        }
        for design, share in true_shares().items()
    ]
    return raw


def true_shares() -> dict[str, float]:
    """Shares of failure demand where the variety is the true one."""
    raw = build_raw()
    raw["service"]["days"] = DAYS
    raw["demand"]["known"]["variety"] = q(TRUE_VARIETY)
    scenario = build_scenario(raw, "true")
    found = compare(scenario, replications=REPLICATIONS).measures["failure_demand_share"]
    return {"functionalised": found.first.mean, "absorbing": found.second.mean}


@pytest.fixture(name="found", scope="module")
def fit():
    service = build_service(fitted(1.0, 0.0, 5.0))
    return calibrate(service, evaluations=40, replications=REPLICATIONS)


def test_a_known_number_is_found(found):
    (variety,) = found.identified

    assert variety.key == "demand.known.variety"
    assert variety.best == pytest.approx(TRUE_VARIETY, rel=0.1)
    assert variety.is_identified
    assert variety.low <= variety.best <= variety.high


def test_the_fit_is_better_than_the_file(found):
    assert found.filed.values == (1.0,)
    assert found.filed.worst > 1
    assert found.best.worst <= 1
    assert [row.verdict for row in found.best.rows] == ["within", "within"]


def test_all_of_an_ensemble_fit(found):
    assert 1 < len(found.ensemble) <= 12
    verdicts = {row.verdict for member in found.ensemble for row in member.rows}
    assert verdicts == {"within"}
    assert len({member.values for member in found.ensemble}) == len(found.ensemble)
    assert found.best.loss == min(member.loss for member in found.ensemble)


def test_causes_are_told_of_the_whole_ensemble(found):
    by_name = {cause.measure: cause for cause in found.causes}
    capture = by_name["failure_contacts_capture"]

    assert 0 < capture.low <= capture.best <= capture.high


def test_a_number_that_nothing_depends_on_is_not_identified():
    errors = fitted(0.0, 0.0, 0.5)  # the citizen's own errors are no strict failure demand
    service = build_service(fitted(1.0, 0.0, 5.0), own_error=errors)
    found = calibrate(service, evaluations=60, replications=REPLICATIONS)
    by_key = {one.key: one for one in found.identified}

    assert not by_key["demand.known.own_error"].is_identified
    assert by_key["demand.known.own_error"].share > by_key["demand.known.variety"].share


def test_the_same_seed_finds_the_same_and_progress_is_told_to_the_end():
    told = []
    service = build_service(fitted(1.0, 0.0, 5.0))
    asked = {"evaluations": 20, "replications": REPLICATIONS}
    one = calibrate(service, **asked)
    other = calibrate(service, **asked, on_progress=lambda done, total: told.append((done, total)))

    assert one == other
    assert [done for done, _ in told] == list(range(2, len(told) + 2))
    assert all(total >= done for done, total in told)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"evaluations": 5}, "evaluations: found 5, expected 20 or more"),
        ({"replications": 1}, "replications: found 1"),
        ({"seed": -2}, "seed: found -2"),
    ],
)
def test_what_cannot_be_done_is_refused(asked, words):
    with pytest.raises(RunError, match=words):
        calibrate(build_service(fitted(1.0, 0.0, 5.0)), **asked)


def test_a_service_without_a_free_number_is_refused():
    with pytest.raises(ScenarioError, match="no quantity is free"):
        calibrate(build_service(q(1.0)))


def test_a_service_without_evidence_is_refused():
    raw = build_table(fitted(1.0, 0.0, 5.0))
    del raw["evidence"]
    with pytest.raises(ScenarioError, match=r"no \[\[evidence\]\]"):
        calibrate(build_scenario(raw, "test"))


def test_a_free_number_without_a_range_is_refused():
    raw = build_table({"is": 1.0, "from": "fitted"})
    with pytest.raises(ScenarioError, match=r"demand\.known\.variety: a fitted quantity needs"):
        calibrate(build_scenario(raw, "test"))


def test_a_figure_at_the_end_of_its_tolerance_is_missed_beyond_it():
    raw = build_table(fitted(1.0, 0.0, 5.0))
    share = raw["evidence"][0]["is"]
    raw["evidence"] = [{**raw["evidence"][0], "is": share, "range": [share - 0.2, share]}]
    found = calibrate(build_scenario(raw, "test"), evaluations=40, replications=REPLICATIONS)

    assert {row.verdict for member in found.ensemble for row in member.rows} == {"within"}
    assert all(row.simulated.mean <= share for member in found.ensemble for row in member.rows)


def test_values_that_break_a_rule_together_do_not_end_the_search():
    raw = build_table(fitted(1.0, 0.0, 5.0))
    pool = raw["designs"]["functionalised"]["functions"]["pools"][0]
    pool["staff"] = fitted(0.3, 0.1, 0.5)
    found = calibrate(build_scenario(raw, "test"), evaluations=20, replications=REPLICATIONS)

    assert found.best.rows
    assert found.best.loss <= found.filed.loss


def test_one_candidate_alone_identifies_nothing():
    one = Identified("variety", 1.0, 1.0, 1.0, 1.0, 0.0, 1)

    assert not one.is_identified
    assert one._replace(members=2).is_identified


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_value_never_leaves_its_range(share):
    growth = Free("demand.growth", 1.0001, 1.00004, 1.00049)

    assert growth.low <= growth.at(share) <= growth.high
