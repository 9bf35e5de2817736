"""What a manager looks at."""

import math

import pytest

from sim.errors import RunError
from sim.measures import Reading
from sim.steering.policy import read_managers, read_policy


def readings(**values):
    return {
        name: Reading(value, None if value is not None else "none")
        for name, value in values.items()
    }


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("unit-cost", {"unit_cost_per_activity": 1}),
        ("unit_cost_per_activity", {"unit_cost_per_activity": 1}),
        ("promise", {"kept_promise_share": 1}),
        ("utilisation", {"utilisation": 1}),
        ("failure-demand=2, work_joy=0.5", {"failure_demand_share": 2, "work_joy": 0.5}),
    ],
)
def test_a_policy_is_a_measure_or_several_with_weights(text, weights):
    assert read_policy(text).weights == weights


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit-kost", 'found "unit-kost", expected unit-cost'),
        ("", 'found "", expected unit-cost'),
        ("work_joy=much", "expected a measure, or several"),
        ("work_joy=0", "expected a measure, or several"),
        ("work_joy=nan", "expected a measure, or several"),
        ("detected_share", "neither good nor bad"),
    ],
)
def test_what_nobody_can_steer_by_is_refused(text, told):
    with pytest.raises(RunError, match=told):
        read_policy(text)


def test_each_policy_is_taken_once():
    policies = read_managers(["unit-cost", "unit_cost_per_activity", "work_joy"])

    assert [policy.name for policy in policies] == ["unit_cost_per_activity", "work_joy"]


def test_worse_is_more_of_what_is_bad_and_less_of_what_is_good():
    before = readings(unit_cost_per_activity=100.0, work_joy=0.5)
    after = readings(unit_cost_per_activity=90.0, work_joy=0.4)

    assert read_policy("unit-cost").find_change(before, after) == pytest.approx(-0.1)
    assert read_policy("work_joy").find_change(before, after) == pytest.approx(0.2)
    both = read_policy("unit-cost=3,work_joy=1")
    assert both.find_change(before, after) == pytest.approx(3 * -0.1 + 0.2)
    assert both.name == "unit_cost_per_activity=3,work_joy=1"


def test_of_nothing_any_change_is_without_bounds():
    change = read_policy("work_joy").find_change

    assert change(readings(work_joy=0.0), readings(work_joy=0.1)) == -math.inf
    assert change(readings(work_joy=0.0), readings(work_joy=0.0)) == 0


@pytest.mark.parametrize(("before", "after"), [(None, 1.0), (1.0, None)])
def test_a_figure_that_is_not_known_is_compared_with_nothing(before, after):
    change = read_policy("work_joy").find_change(
        readings(work_joy=before), readings(work_joy=after)
    )

    assert change is None
