"""What a service does over time: natural limits, and how many are beyond them."""

from itertools import pairwise

import numpy as np
import pytest

from sim.analysis.capability import FACES, LIVED, REPORTED, find_capability, find_limits
from sim.analysis.capability.find import find_reform_day
from sim.errors import RunError
from sim.experiment import simulate
from sim.experiment.ledgers import simulate_ledger
from sim.scenario import load_scenario

DESIGNS = ("functionalised", "absorbing")
DAYS, WARM_UP = 120, 30


@pytest.fixture(scope="module")
def service():
    return load_scenario("sickness-benefit")


@pytest.fixture(scope="module")
def found(service):
    return find_capability(service, DESIGNS, seed=1, days=DAYS, warm_up_day=WARM_UP)


def test_natural_limits_are_of_neighbouring_values():
    values = np.array([10.0, 14.0] * 10)
    limits = find_limits(values)

    assert (limits.size, limits.mean, limits.mean_moving_range) == (20, 12.0, 4.0)
    assert limits.upper == pytest.approx(12 + 2.66 * 4)
    assert limits.lower == pytest.approx(12 - 2.66 * 4)
    assert limits.beyond_share == 0
    assert (limits.median, limits.p90, limits.p95) == (10.0, 14.0, 14.0)


def test_times_have_no_limit_below_nothing():
    values = np.array([1.0, 9.0] * 10)
    assert find_limits(values).lower == 0


def test_those_beyond_the_limit_are_counted():
    values = np.full(100, 5.0)
    values[::20] = 100.0
    assert find_limits(values).beyond_share == pytest.approx(0.05)


def test_few_values_have_no_limits():
    assert find_limits(np.arange(19.0)) is None


def test_limits_are_those_of_the_measures(service, found):
    for place, design in enumerate(DESIGNS):
        measured = simulate(service, design, days=DAYS).measure(WARM_UP)
        lived, reported = (found.courses[kind][place] for kind in (LIVED, REPORTED))
        upper = measured["end_to_end_days_upper_limit"].value
        assert lived.stretches[0].limits.upper == pytest.approx(upper)
        upper = measured["reported_days_upper_limit"].value
        assert reported.stretches[0].limits.upper == pytest.approx(upper)


def test_values_come_in_the_order_in_which_they_came_about(found):
    for courses in found.courses.values():
        for course in courses:
            assert (np.diff(course.days) >= 0).all()
            assert (course.days >= WARM_UP).all() and (course.days < DAYS).all()
            assert sum(s.limits.size for s in course.stretches) == len(course.values)


def test_a_change_has_limits_before_and_after_it(found):
    change = found.courses[LIVED][2]
    before, after = change.stretches

    assert (before.design, after.design) == DESIGNS
    assert before.to_day == after.from_day == found.reform_day
    first = found.courses[LIVED][0]
    is_before = first.days < found.reform_day
    assert list(change.values[change.days < found.reform_day]) == list(first.values[is_before])
    assert after.limits.median < before.limits.median


def test_a_change_is_half_way_after_whole_months_where_there_are_any():
    assert find_reform_day(100, 350) == 220
    assert find_reform_day(14, 40) == 27
    assert find_reform_day(0, 14) == 7


def test_a_target_moves_the_share_within_it_and_no_value(found):
    course = found.courses[LIVED][0]
    shares = [course.share_within(target) for target in (0, 5, 10, 20, 1_000)]

    assert all(low <= high for low, high in pairwise(shares))
    assert (shares[0], shares[-1]) == (0, 1)
    assert shares[2] == pytest.approx(float((course.values <= 10).mean()))


def test_visits_have_faces_in_a_month_and_no_clock():
    home = load_scenario("home-care")
    found = find_capability(home, DESIGNS, seed=1, days=240, warm_up_day=60)

    assert list(found.courses) == [FACES]
    first, second, change = found.courses[FACES]
    measured = simulate(home, DESIGNS[1], days=240).measure(60)
    assert second.values.mean() == pytest.approx(measured["faces_per_month"].value)
    assert first.values.mean() > second.values.mean()
    assert found.reform_day == 150
    assert [stretch.design for stretch in change.stretches] == list(DESIGNS)


@pytest.mark.parametrize("designs", [("functionalised", "nowhere"), ("absorbing", "absorbing")])
def test_two_designs_of_the_service_are_needed(service, designs):
    with pytest.raises(RunError):
        find_capability(service, designs, seed=1, days=DAYS, warm_up_day=WARM_UP)


def test_a_ledger_is_that_of_the_run_with_its_log(service):
    asked = {"seed": 3, "days": 30, "reform_to": "absorbing", "reform_day": 10}
    ledger = simulate_ledger(service, "functionalised", **asked)
    expected = simulate(service, "functionalised", **asked).ledger

    for name in ("courses", "contacts", "meetings"):
        for ours, theirs in zip(getattr(ledger, name), getattr(expected, name), strict=True):
            assert np.array_equal(ours, theirs)
