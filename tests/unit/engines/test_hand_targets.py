"""Logs worked out by hand: work that is planned to its deadline.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from sim.random import Stream, uniform
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, functions, service
from tests.unit.engines.telling import only, table

DUE = "plain.targets.days=0.5"  # 43200 s
LEAD = "plain.targets.lead_days=0.2"  # 17280 s


def test_planned_work_is_taken_up_a_lead_time_before_it_is_due(play: Play) -> None:
    assert only(play(service(DUE, LEAD), Citizen(100)), "enter", "close") == table("""
        26020  enter  0  -  0  1  work  1      -    # 100 + 43200 - 17280
        26680  close  0  -  -  1  0     26580  -
    """)


def test_half_the_target_is_half_the_wait(play: Play) -> None:
    sooner = service("plain.targets.days=0.25", "plain.targets.lead_days=0")
    assert only(play(sooner, Citizen(100)), "enter") == ["21700 enter 0 - 0 1 work 1 -"]


def test_what_has_less_time_than_that_is_not_held(play: Play) -> None:
    late = service("plain.targets.days=0.1", LEAD, "plain.targets.planned_gain=0.5")
    assert only(play(late, Citizen(100)), "enter", "finish") == table("""
        100  enter   0  -  0  1  work  1    -
        760  finish  0  0  0  1  work  660  -    # nothing is saved on it
    """)


def test_held_work_of_a_kind_is_done_together(play: Play) -> None:
    line = ("staff.total=2", functions(0.5, 0.5))
    log = play(service(*line, DUE, LEAD, "plain.targets.planned_gain=0.5"), Citizen(100))
    assert only(log, "activity", "content") == table("""
        26230  activity  0  0  0  1  intake  60   -
        26230  activity  0  0  0  1  value   150  -    # half of 300
        26230  content   0  0  0  1  0       300  -
        26530  activity  0  1  1  1  value   300  -    # passed on, it comes as it comes
        26530  content   0  1  1  1  0       300  -
    """)


def test_work_held_for_days_is_done_together_as_well(play: Play) -> None:
    held = service("plain.targets.hold_days=0.1", "plain.targets.planned_gain=0.5")
    assert only(play(held, Citizen(100)), "finish") == ["9100 finish 0 0 0 1 work 360 -"]


def test_what_is_asked_for_comes_back_unplanned(play: Play) -> None:
    asks = service(
        DUE,
        LEAD,
        "plain.targets.planned_gain=0.5",
        "plain.purpose.notice=1",
        "plain.digital.capture_dialogue=0",
    )
    log = play(asks, Citizen(100, particulars=1))
    assert only(log, "finish") == table("""
        26200  finish  0  0  0  1  work  180  -    # taken in, and asked
        26980  finish  0  0  0  1  work  780  -    # a letter of 180, and 600 of work
    """)


NEAR = (DUE, "plain.targets.near_days=0.25", "loops.speed_limit=0.4")  # 21600 s


@pytest.mark.parametrize(
    ("hold_days", "busy_s"),
    [
        (0.2, 660),  # released at 17380, and near from 21700 on
        (0.3, 540),  # 60 + 600 at 0.8 of the time
        (0.5, 540),  # released in the very second in which it is due
        (0.6, 660),  # past due there is nothing left to win
    ],
)
def test_near_its_due_date_a_job_goes_faster(play: Play, hold_days: float, busy_s: int) -> None:
    hurried = service(*NEAR, "plain.targets.effort=0.5", f"plain.targets.hold_days={hold_days}")
    (row,) = only(play(hurried, Citizen(100)), "finish")
    assert row.split()[7] == str(busy_s)


LINE = (*NEAR, "staff.total=2", functions(0.5, 0.5), "loops.speed_limit=0")


@pytest.mark.parametrize(("lies_days", "ends_s"), [(1, 43_300), (0.4, 460 + 34_560)])
def test_what_lies_near_its_due_date_is_fetched(play: Play, lies_days: float, ends_s: int) -> None:
    citizen = Citizen(100)
    near_s = 43_300 - 21_600
    drawn = uniform(citizen.key, Stream.FETCH_TIME, 1, 1, 0)
    fetched_s = near_s + int(drawn * (ends_s - near_s))
    lies = f"plain.functions.pools.1.pick_up_days={lies_days}"
    log = play(service(*LINE, lies, "plain.targets.effort=1"), citizen)
    assert near_s < fetched_s < ends_s
    assert only(log, "lie", "enter")[1:] == table(f"""
        460          lie    0  -  1  1  1     {fetched_s - 460}  -
        {fetched_s}  enter  0  -  1  1  work  1                  -
    """)


@pytest.mark.parametrize("lies_days", [0.2, 0])
def test_what_does_not_lie_till_then_is_not(play: Play, lies_days: float) -> None:
    lies = (*LINE, f"plain.functions.pools.1.pick_up_days={lies_days}")
    citizen = Citizen(100)
    assert play(service(*lies, "plain.targets.effort=1"), citizen) == play(service(*lies), citizen)
