"""The whole of it, on a small service."""

import pytest

from sim.analysis.staffing import find_staffing
from sim.analysis.staffing.look import open_looker
from sim.errors import RunError
from sim.experiment import RunSettings
from tests.builders import build_scenario

QUIET = build_scenario("demand.arrivals_per_day=4")
QUICK = {"days": 30, "replications": 2}
PAIR = ("functionalised", "absorbing")


@pytest.fixture(scope="module")
def found():
    return find_staffing(QUIET, **QUICK)


def measure(staffing, design, staff):
    settings = RunSettings(staffing.seed, staffing.days, staffing.replications)
    with open_looker(QUIET, PAIR, settings, None, None) as looker:
        return looker.is_kept(staffing.promise, design, staff)


@pytest.mark.parametrize("design", PAIR)
def test_the_least_keeps_the_promise_and_one_fewer_does_not(found, design):
    staff = found.needs[design].staff

    assert measure(found, design, staff)
    assert staff == 1 or not measure(found, design, staff - 1)


def test_the_promise_is_what_both_keep_today(found):
    promise = found.promise

    assert found.today == QUIET.staff.total.value
    assert (promise.share, promise.unmet, promise.utilisation) == (0.9, None, 0.9)
    assert all(need.in_time.mean >= 0.9 for need in found.needs.values())
    with pytest.raises(RunError, match="within: found 0"):
        find_staffing(QUIET, **QUICK, within_days=0)
    fewer = find_staffing(QUIET, **QUICK, within_days=60)
    assert fewer.needs["functionalised"].staff <= found.needs["functionalised"].staff


def test_the_difference_is_that_of_the_two(found):
    first, second = (found.needs[design] for design in PAIR)

    assert found.fewer_staff == first.staff - second.staff
    difference = second.paid_per_year.mean - first.paid_per_year.mean
    assert found.difference_per_year.mean == pytest.approx(difference)


def test_pay_in_a_year_is_of_all_its_days(found):
    """Without absence: 8 hours a day on 5 days of 7, at the rate per hour."""
    need = found.needs["absorbing"]

    hours = need.staff * 8 * 5 / 7 * 365
    rate = QUIET.staff.rate_per_hour.value * (1 - QUIET.staff.absence.value)
    assert need.paid_per_year.mean == pytest.approx(hours * rate, rel=0.15)


def test_a_promise_that_nobody_can_keep_is_told():
    busy = QUIET.changed("functionalised.standards.absorb=0.05")

    found = find_staffing(busy, **QUICK, within_days=1, share=1.0)

    assert found.needs["functionalised"].staff is None
    assert found.needs["functionalised"].in_time is None
    assert found.fewer_staff is found.difference_per_year is None
    assert found.most == 4 * found.today


def test_only_the_places_of_the_design_itself_have_to_be_manned():
    crowded = QUIET.changed("functionalised.centralisation.teams=3", "staff.total=12")

    with open_looker(crowded, PAIR, RunSettings(1, 30, 2), None, None) as looker:
        assert looker.look("functionalised", 4, None) is None
        assert "paid_cost_per_month" in looker.look("absorbing", 4, None)


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"within_days": 5_000}, "within: found 5000"),
        ({"share": 0.0}, "share: found 0.0"),
        ({"utilisation": 1.5}, "utilisation: found 1.5"),
        ({"unmet": -1}, "unmet: found -1"),
        ({"replications": "auto"}, "replications: found auto"),
    ],
)
def test_what_cannot_be_asked(asked, problem):
    with pytest.raises(RunError, match=problem):
        find_staffing(QUIET, **{**QUICK, **asked})


def test_a_design_with_staff_of_its_own_needs_as_many_as_before(found):
    """Where it begins is its own number; what it needs for the same promise is not altered."""
    own = QUIET.changed("absorbing.staff.total=7")
    promise = found.promise
    again = find_staffing(own, **QUICK, within_days=promise.within_days)

    assert [again.needs[design].staff for design in PAIR] == [
        found.needs[design].staff for design in PAIR
    ]
    assert [(need.today, need.most) for need in again.needs.values()] == [(10, 40), (7, 28)]
    assert (again.today, again.most) == (10, 40)
    assert {row[1] for row in again.list_rows()} == {row[1] for row in found.list_rows()}
