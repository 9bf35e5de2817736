from concurrent.futures import ThreadPoolExecutor

import pytest

from sim.analysis.comparison import compare
from sim.engines import ENGINES
from sim.errors import RunError
from sim.experiment import runner, stopping
from sim.experiment.executors import open_executor
from tests.builders import build_scenario

QUIET = build_scenario("demand.arrivals_per_day=2")


def compare_quickly(**asked):
    return compare(QUIET, **{"days": 14, "replications": 2, **asked})


def test_it_does_not_depend_on_the_processes():
    with ThreadPoolExecutor(1) as one, open_executor("reference") as processes:
        found = [compare_quickly(executor=each).to_dict() for each in (None, one, processes)]

    assert found[0] == found[1] == found[2]


def test_a_difference_is_the_second_less_the_first():
    one = compare_quickly().measures["contacts_per_case"]
    other = compare_quickly(designs=("absorbing", "functionalised")).measures["contacts_per_case"]

    assert one.difference.mean == pytest.approx(one.second.mean - one.first.mean)
    assert one.difference.mean == pytest.approx(-other.difference.mean)
    assert one.first == other.second


@pytest.mark.parametrize("engine", ENGINES)
def test_progress_is_told_as_runs_are_done(engine):
    told = []

    compare_quickly(
        replications=3,
        engine=engine,
        on_progress=lambda done, total: told.append((done, total)),
    )

    assert told == sorted(set(told))
    assert {total for _, total in told} == {6}
    assert told[-1] == (6, 6)
    assert told[0][0] >= 1


def test_more_replications_begin_with_the_same_ones():
    first, second = compare_quickly(), compare_quickly(replications=3)

    assert first.provenance.warm_up_day == second.provenance.warm_up_day
    assert (first.replications, second.replications) == (2, 3)


@pytest.mark.parametrize(
    ("enough", "replications", "rule"),
    [([True], 5, "enough"), ([False, True], 10, "enough"), ([False, False], 10, "maximum")],
)
def test_auto_goes_on_in_batches_until_it_is_enough(monkeypatch, enough, replications, rule):
    answers = iter(enough)
    monkeypatch.setattr(runner, "is_enough", lambda *samples: next(answers))
    monkeypatch.setattr(stopping, "MOST_REPLICATIONS", 10)
    totals = []

    comparison = compare_quickly(
        replications="auto", on_progress=lambda done, total: totals.append(total)
    )

    assert comparison.replications == replications
    assert comparison.provenance.replications_rule == rule
    assert set(totals) == {None}


def test_demand_types_are_told_apart():
    by_type = compare_quickly().by_demand_type["known"]

    assert "contacts_per_case" in by_type
    utilisation = by_type["utilisation"]
    assert utilisation.first is None
    assert utilisation.reason == "it is about the whole service, not about one demand type"


def test_what_does_not_apply_says_why():
    fit = compare_quickly().measures["visit_fit_share"]

    assert (fit.first, fit.second, fit.difference) == (None, None, None)
    assert fit.reason == "this service has no visits"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"replications": 1}, "replications: found 1, expected 2 or more"),
        ({"replications": "many"}, "replications: found many"),
        ({"days": 5}, "days: found 5"),
        ({"designs": ("absorbing", "absorbing")}, "expected two different ones"),
        ({"designs": ("absorbing",)}, "expected two different ones"),
        ({"designs": ("absorbing", "other")}, "no design named 'other'"),
        ({"engine": "magic"}, "no engine named 'magic'"),
        ({"seed": -3}, "seed: found -3"),
    ],
)
def test_what_cannot_be_compared_is_refused(asked, message):
    with pytest.raises(RunError, match=message):
        compare_quickly(**asked)


def test_staff_are_told_where_one_design_has_more():
    own = compare(build_scenario("absorbing.staff.total=7"), days=30, replications=2)

    assert own.staff == (10, 7)
    assert own.to_dict()["staff"] == [10, 7]
    assert compare(build_scenario(), days=30, replications=2).staff is None
