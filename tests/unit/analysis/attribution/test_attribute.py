"""The whole of it: runs of every mix, taken apart."""

import json

import pandas as pd
import pytest

from sim.analysis.attribution import attribute
from sim.analysis.comparison import compare
from sim.errors import RunError
from sim.experiment.executors import open_executor
from sim.measures import MEASURES
from sim.scenario import load_scenario
from tests.builders import build_scenario

SAME = ("budget", "centralisation", "digital", "targets", "inspection")
QUIET = build_scenario(
    "demand.arrivals_per_day=2", *(f"absorbing.{part}=functionalised" for part in SAME)
)
"""A quiet service, in which the designs differ in purpose, functions and standards."""


def attribute_quickly(**asked):
    return attribute(QUIET, **{"days": 14, "replications": 2, **asked})


@pytest.fixture(scope="module")
def quick():
    return attribute_quickly()


@pytest.mark.parametrize(
    ("service", "days", "same"), [("sickness-benefit", 21, ()), ("home-care", 14, SAME)]
)
def test_the_corners_are_the_designs_in_every_measure_to_the_last_digit(service, days, same):
    """Of every condition in one service; of visits, with those that quiet services differ in."""
    scenario = load_scenario(service, [f"absorbing.{part}=functionalised" for part in same])
    asked = {"days": days, "replications": 2}

    attribution = attribute(scenario, measures=list(MEASURES), **asked)
    comparison = compare(scenario, **asked)

    assert attribution.provenance.warm_up_day == comparison.provenance.warm_up_day
    assert len(attribution.measures) > 40
    assert attribution.measures.keys() | attribution.left_out.keys() == comparison.measures.keys()
    for name, measure in attribution.measures.items():
        compared = comparison.measures[name]
        assert (measure.first, measure.second) == (compared.first, compared.second)
        assert measure.difference == compared.difference
        parts = sum(share.share.mean for share in measure.shares)
        assert parts == pytest.approx(measure.difference.mean, rel=1e-9, abs=1e-12)


def test_the_condition_that_a_measure_reads_does_all_of_it():
    """With like functions, discretion is the standards' alone, and so is autonomy."""
    scenario = build_scenario(
        "demand.arrivals_per_day=2",
        "absorbing=functionalised",
        "absorbing.standards.discretion=1",
        "absorbing.inspection.certificate_price=500",
    )

    found = attribute(scenario, measures=["autonomy"], days=14, replications=3)

    assert found.conditions == ("standards", "inspection")
    standards, inspection = found.measures["autonomy"].shares
    assert standards.share.mean > 0.5
    assert standards.share == found.measures["autonomy"].difference
    assert inspection.share == (0, 0, 0)


def test_it_says_what_was_moved_and_how_many_runs_that_took(quick):
    assert quick.conditions == ("purpose", "functions", "standards")
    assert quick.same_in_both == SAME
    assert quick.runs == 2 * 2**3


def test_what_does_not_apply_is_left_out_with_its_reason(quick):
    assert quick.left_out["visit_fit_share"] == "this service has no visits"
    assert "visit_fit_share" not in quick.measures


def test_what_applies_in_some_runs_only_says_in_how_many():
    asked = {"measures": ["deliveries_per_need_met"], "replications": 4, "seed": 3}
    scenario = QUIET.model_copy(
        update={"demand": build_scenario("demand.arrivals_per_day=0.05").demand}
    )

    found = attribute(scenario, days=14, **asked)

    assert found.measures == {}
    reason = found.left_out["deliveries_per_need_met"]
    assert reason.startswith("no need was met (in ")
    assert reason.endswith(" of 32 runs)")


def test_it_does_not_depend_on_the_processes(quick):
    with open_executor("reference") as processes:
        assert attribute_quickly(executor=processes).to_dict() == quick.to_dict()


def test_other_luck_gives_other_numbers(quick):
    other = attribute_quickly(seed=2)

    assert other.measures["contacts_per_case"] != quick.measures["contacts_per_case"]


def test_progress_is_told_as_runs_are_done(monkeypatch):
    monkeypatch.setattr("sim.experiment.runner.DAYS_AT_ONCE", 14 * 3)
    told = []

    attribute_quickly(on_progress=lambda done, total: told.append((done, total)))

    assert told == sorted(set(told))
    assert {total for _, total in told} == {16}
    assert told[-1] == (16, 16)
    assert len(told) > 2


def test_the_json_has_the_form_that_others_rely_on(quick):
    found = quick.to_dict()

    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert list(found) == [
        "service", "seed", "replications", "days", "designs", "conditions", "same_in_both",
        "runs", "measures", "left_out", "kept_out", "provenance",
    ]  # fmt: skip
    measure = found["measures"]["contacts_per_case"]
    assert list(measure) == [
        "unit", "first", "second", "difference", "conditions", "sum_alone",
        "sum_alone_of_whole", "interactions", "ladder",
    ]  # fmt: skip
    assert list(measure["conditions"]) == found["conditions"]
    assert list(measure["conditions"]["purpose"]) == ["share", "of_whole", "alone", "last"]
    assert [pair["conditions"] for pair in measure["interactions"]] == [
        ["purpose", "functions"], ["purpose", "standards"], ["functions", "standards"],
    ]  # fmt: skip
    assert [step["size"] for step in measure["ladder"]] == [1, 2, 3]
    assert list(measure["ladder"][0]["most"]) == ["conditions", "effect", "of_whole"]


def test_the_table_is_tidy_and_goes_to_a_file(quick, tmp_path):
    path = tmp_path / "result.parquet"
    quick.write_table(path)

    frame = pd.read_parquet(path)

    of_one = frame[frame["measure"] == "contacts_per_case"]
    shares = of_one[of_one["part"] == "share"].set_index("conditions")["mean"]
    assert list(shares.index) == list(quick.conditions)
    difference = of_one[of_one["part"] == "difference"]["mean"].item()
    assert shares.sum() == pytest.approx(difference)
    assert sorted(of_one[of_one["part"] == "most"]["size"]) == [1, 2, 3]
    with pytest.raises(RunError, match="there is such a file already"):
        quick.write_table(path)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"measures": ["contacts_per_cases"]}, 'did you mean "contacts_per_case"'),
        ({"replications": 1}, "replications: found 1, expected 2 or more"),
        ({"days": 5}, "days: found 5"),
        ({"replications": "auto"}, "replications: found auto, expected a number"),
        ({"designs": ("absorbing", "absorbing")}, "expected two different ones"),
        ({"designs": ("absorbing", "other")}, "no design named 'other'"),
        ({"engine": "magic"}, "no engine named 'magic'"),
        ({"seed": -3}, "seed: found -3"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked, message):
    with pytest.raises(RunError, match=message):
        attribute_quickly(**asked)


def test_how_long_it_takes_is_told_before_it_begins():
    told = []

    attribute_quickly(
        on_estimate=lambda runs, seconds: told.append((runs, seconds)),
        on_progress=lambda done, total: told.append(done),
    )

    (runs, seconds), *done = told
    assert runs == done[-1] == 16
    assert 0 < seconds < 600


def test_what_does_not_settle_is_told_nothing_of():
    """Far more work than its members of staff can do."""
    flooded = QUIET.changed("demand.arrivals_per_day=60")

    found = attribute(flooded, days=60, replications=5, measures=["contacts_per_case"])

    assert found.measures == {}
    assert found.left_out["contacts_per_case"].startswith("functionalised does not settle: ")
    assert () in [mix.conditions for mix in found.kept_out]
