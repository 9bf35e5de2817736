"""Time answers to what makes it: to the target where work is planned to it, to hands where it lies.

The runs compared share citizens and luck, and the seed is fixed, so what is told is certain.
"""

from tests.builders import build_scenario
from tests.mechanisms.runs import measured, run

PLAIN = (
    "demand.variety=0",
    "functionalised.targets.hold_days=0",
    "functionalised.targets.clock=arrival",
    "functionalised.budget.cap_minutes=none",
    "staff.total=20",
)
PLANNED = (*PLAIN, "functionalised.targets.days=28", "functionalised.targets.lead_days=2")
LYING = (
    *PLAIN,
    "functionalised.functions.pools.0.pick_up_days=3",
    "functionalised.functions.pools.1.pick_up_days=3",
)
DAYS, COHORT_DAYS = 84, 42


def days_of(design: str, *changes: str) -> float:
    """Mean end-to-end time (calendar days) of those who came in the first weeks."""
    one = run(build_scenario(*changes), design, DAYS)
    days = measured(one, COHORT_DAYS)["end_to_end_days"]
    assert days is not None
    return days


def test_where_work_is_planned_to_its_deadline_half_the_target_is_half_the_time() -> None:
    whole = days_of("functionalised", *PLANNED)
    half = days_of("functionalised", *PLANNED, "functionalised.targets.days=14")
    assert 24 < whole < 28
    assert 0.4 < half / whole < 0.55


def test_and_twice_the_staff_changes_little() -> None:
    whole = days_of("functionalised", *PLANNED)
    assert 0.97 < days_of("functionalised", *PLANNED, "staff.total=40") / whole <= 1


def test_where_work_lies_at_changes_of_hands_neither_does_much() -> None:
    lying = days_of("functionalised", *LYING)
    assert 6 < lying < 8
    assert days_of("functionalised", *LYING, "staff.total=40") > 0.9 * lying
    assert days_of("functionalised", *LYING, "functionalised.targets.days=14") == lying


def test_but_one_hand_that_sees_it_through_ends_it() -> None:
    whole = ("absorbing.functions.pools.0.pick_up_days=3", "demand.reach=1")
    assert days_of("absorbing", *PLAIN, *whole) < 0.1 * days_of("functionalised", *LYING)
