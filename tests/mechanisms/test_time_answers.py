"""Time answers to what makes it: to the target where work is planned to it, to hands where it lies.

The runs compared share citizens and luck, and the seed is fixed, so what is told is certain.
"""

import numpy as np
from numpy.typing import NDArray

from sim.eventlog import Event
from sim.units import DAY_S
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
HURRIED = (
    *LYING,
    "functionalised.functions.pools.0.pick_up_cv=1",
    "functionalised.functions.pools.1.pick_up_cv=1",
    "functionalised.targets.days=8",
    "functionalised.targets.near_days=3",
    "loops.speed_limit=0.1",
    "loops.absence_weeks=4",
    "loops.absence_gain=3",
    "demand.chase_per_day=0",
    "staff.absence=0.08",
)
EFFORT, NONE = "functionalised.targets.effort=1", "functionalised.targets.effort=0"
OVERWORKED = (
    "staff.total=9",
    "demand.arrivals_per_day=58",
    "functionalised.functions.pools.0.pick_up_days=0.5",
    "functionalised.functions.pools.1.pick_up_days=0.5",
    "functionalised.targets.days=10",
    "functionalised.targets.near_days=10",
)
"""With pressure day and night: that near the due date comes on top of it."""
DAYS, COHORT_DAYS = 84, 42


def days_of(design: str, *changes: str) -> float:
    """Mean end-to-end time (calendar days) of those who came in the first weeks."""
    return figure("end_to_end_days", design, *changes)


def figure(measure: str, design: str, *changes: str) -> float:
    """A measure of those who came in the first weeks."""
    value = measured(run(build_scenario(*changes), design, DAYS), COHORT_DAYS)[measure]
    assert value is not None, f"{measure} has no value"
    return value


def closings(*changes: str) -> NDArray[np.int64]:
    """How many cases are closed on each day of the target's clock."""
    closed = run(build_scenario(*changes), "functionalised", DAYS).log.of_kind(Event.CLOSE)
    return np.bincount(closed.amount // DAY_S, minlength=DAYS)


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


def test_with_slack_a_target_with_effort_helps() -> None:
    assert days_of("functionalised", *HURRIED, EFFORT) < 0.8 * days_of(
        "functionalised", *HURRIED, NONE
    )


def test_and_reported_times_pile_up_before_its_day() -> None:
    before, after = (closings(*HURRIED, effort) for effort in (NONE, EFFORT))
    assert before[7] < 2 * before[8]
    assert after[7] > 5 * after[8]
    assert after[5:8].sum() > 1.3 * before[5:8].sum()


def test_with_too_few_staff_it_hurts() -> None:
    absent, waiting = (
        [figure(m, "functionalised", *HURRIED, *OVERWORKED, effort) for effort in (NONE, EFFORT)]
        for m in ("absence_share", "backlog")
    )
    assert absent[1] > 1.5 * absent[0]
    assert waiting[1] > 1.2 * waiting[0]


def test_staff_with_other_duties_are_many_faces_and_little_capacity() -> None:
    few, many = ("staff.total=8",), ("staff.total=24", "staff.share_of_time=0.3333")
    loads = [figure("utilisation", "absorbing", *PLAIN, *staff) for staff in (few, many)]
    faces = [figure("faces_per_case", "functionalised", *PLAIN, *staff) for staff in (few, many)]
    assert 0.9 < loads[1] / loads[0] < 1.1
    assert faces[1] > faces[0]
