"""Logs worked out by hand: standard times, gains, deadlines and their order.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, service
from tests.unit.engines.telling import about, only, table


def test_what_a_cap_cuts_comes_back_grown(play: Play) -> None:
    capped = service("plain.budget.cap_minutes=5", "demand.growth=1.5")
    log = play(capped, Citizen(100))
    assert only(log, "contact_in", "finish", "content", "cut", "grow", "met") == table("""
        100   contact_in  0  -  -  1  nothing  0    value
        460   finish      0  0  0  1  work     360  -         # 60 + 300
        460   content     0  0  0  1  0        300  -
        460   cut         0  0  0  1  0        300  -
        460   contact_in  0  -  -  1  nothing  0    cap
        460   grow        0  -  -  2  -        150  -         # half of 300
        820   finish      0  0  0  2  work     360  -
        820   content     0  0  0  2  0        300  -
        820   cut         0  0  0  2  0        150  -         # 450 - 300
        820   contact_in  0  -  -  2  nothing  0    cap
        820   grow        0  -  -  3  -        75   -
        1105  finish      0  0  0  3  work     285  -         # 60 + 225
        1105  content     0  0  0  3  0        225  -
        1105  met         0  -  -  3  1        825  -         # 600 + 150 + 75
    """)


def test_what_a_cap_cuts_may_pass_to_another_budget(play: Play) -> None:
    passing = service("plain.budget.cap_minutes=5", "plain.budget.passes_on=1")
    assert only(play(passing, Citizen(100)), "content", "cut", "pass_on", "met") == table("""
        460  content  0  0  0  1  0  300  -
        460  cut      0  0  0  1  0  300  -
        460  pass_on  0  0  0  1  0  300  -
        460  met      0  -  -  1  1  600  -    # nothing is left to this service
    """)


def test_a_floor_takes_its_time(play: Play) -> None:
    log = play(service("plain.budget.floor_minutes=20"), Citizen(100))
    assert only(log, "finish", "activity") == table("""
        1360  finish    0  0  0  1  work         1260  -
        1360  activity  0  0  0  1  intake       60    -
        1360  activity  0  0  0  1  value        600   -
        1360  activity  0  0  0  1  overservice  600   -    # up to 20 min
    """)


def test_gains_shorten_the_work_and_nothing_else(play: Play) -> None:
    quick = service("plain.functions.specialisation_gain=0.2", "plain.standards.speed_gain=0.5")
    assert only(play(quick, Citizen(100)), "activity", "content") == table("""
        400  activity  0  0  0  1  intake  60   -
        400  activity  0  0  0  1  value   240  -    # 600 x 0.8 x 0.5
        400  content   0  0  0  1  0       600  -
    """)


def test_a_case_past_due_is_closed_as_it_is(play: Play) -> None:
    target = service(
        "plain.targets.days=0.005",  # 432 s
        "plain.targets.premature=1",
        "plain.inspection.reporting_minutes=1",
    )
    log = about(play(target, Citizen(100), Citizen(200, content_s=300, key=2)), 1)
    assert only(log, "contact_in", "start", "activity", "close", "met") == table("""
        200   contact_in  1  -  -  1  nothing          0    value
        820   start       1  0  0  1  work             620  -            # due at 632
        940   activity    1  0  0  1  intake           60   -
        940   activity    1  0  0  1  report           60   -
        940   close       1  -  -  1  1                740  -
        940   contact_in  1  -  -  1  nothing          0    premature
        940   start       1  0  0  2  work             0    -            # due at 1372
        1360  activity    1  0  0  2  failure_contact  60   -
        1360  activity    1  0  0  2  value            300  -
        1360  activity    1  0  0  2  report           60   -
        1360  close       1  -  -  2  0                420  -
        1360  met         1  -  -  2  1                300  -
    """)


@pytest.mark.parametrize(("order", "served"), [("arrival", "0102"), ("deadline", "0120")])
def test_past_due_waits_behind_what_can_meet_its_deadline(
    play: Play, order: str, served: str
) -> None:
    hurried = service(
        "plain.targets.days=0.001",  # 86 s
        f"plain.targets.order={order}",
        "plain.purpose.notice=1",
        "plain.digital.capture_dialogue=0",
    )
    # The first case asks by letter till 280 and re-enters then, past due since 186.
    asks = Citizen(100, particulars=1)
    log = play(hurried, asks, Citizen(270, key=2), Citizen(300, key=3))
    assert "".join(row.split()[2] for row in only(log, "start")) == served


def test_work_is_held_to_its_deadline(play: Play) -> None:
    log = play(service("plain.targets.hold_days=0.5"), Citizen(100))
    assert only(log, "enter", "finish", "close") == table("""
        43300  enter   0  -  0  1  work  1      -    # 100 + half a day
        43960  finish  0  0  0  1  work  660    -
        43960  close   0  -  -  1  0     43860  -
    """)
