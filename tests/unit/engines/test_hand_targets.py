"""Logs worked out by hand: work that is planned to its deadline.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

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
