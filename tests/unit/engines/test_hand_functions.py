"""Logs worked out by hand: functions in their order, a front office, teams.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, functions, service
from tests.unit.engines.telling import only, table


def test_a_case_goes_from_hand_to_hand(play: Play) -> None:
    line = service("staff.total=2", functions(0.25, 0.75), "plain.functions.read_in_minutes=5")
    assert only(play(line, Citizen(100)), "start", "finish", "activity", "content", "met") == table(
        """
        100   start     0  0  0  1  work     0    -
        310   finish    0  0  0  1  work     210  -    # 60 + a quarter of 600
        310   activity  0  0  0  1  intake   60   -
        310   activity  0  0  0  1  value    150  -
        310   content   0  0  0  1  0        150  -
        310   start     0  1  1  1  work     0    -
        1060  finish    0  1  1  1  work     750  -    # 300 to read in + three quarters
        1060  activity  0  1  1  1  read_in  300  -
        1060  activity  0  1  1  1  value    450  -
        1060  content   0  1  1  1  0        450  -
        1060  met       0  -  -  1  0        600  -    # through two pairs of hands
        """
    )


def test_a_front_office_takes_the_contact_and_passes_it_on(play: Play) -> None:
    front = service("staff.total=2", "plain.centralisation.front_office_staff=0.5")
    assert only(play(front, Citizen(100)), "enter", "finish", "activity") == table("""
        100  enter     0  -  0  1  intake  1    -
        160  finish    0  0  0  1  intake  60   -
        160  activity  0  0  0  1  intake  60   -
        160  enter     0  -  1  1  work    1    -
        760  finish    0  1  1  1  work    600  -
        760  activity  0  1  1  1  value   600  -
    """)


def test_a_front_office_settles_what_has_no_particulars(play: Play) -> None:
    front = service(
        "staff.total=2",
        "plain.centralisation.front_office_staff=0.5",
        "plain.centralisation.front_settles=1",
    )
    log = play(front, Citizen(100), Citizen(1_000, particulars=1, key=2))
    assert only(log, "enter", "met") == table("""
        100   enter  0  -  0  1  intake  1    -
        760   met    0  -  -  1  1       600  -    # 60 + 600 in the front office
        1000  enter  1  -  0  1  intake  1    -
        1060  enter  1  -  1  1  work    1    -    # it has a particular
        1660  met    1  -  -  1  1       600  -
    """)


@pytest.mark.parametrize("team", [0.0, 0.49, 0.5, 0.99])
def test_a_team_s_own_citizens_go_to_it(play: Play, team: float) -> None:
    two = service("staff.total=2", "plain.centralisation.teams=2")
    (start,) = only(play(two, Citizen(100, team=team)), "start")
    assert start == f"100 start 0 {int(team * 2)} {int(team * 2)} 1 work 0 -"


def test_a_case_goes_back_and_forth_and_is_worked_once(play: Play) -> None:
    line = service(
        "staff.total=3",
        functions(0.2, 0.3, 0.5),
        "plain.functions.goes_back=1",
        "plain.functions.read_in_minutes=1",
    )
    log = play(line, Citizen(100))
    assert only(log, "start", "content", "met") == table("""
        100  start    0  0  0  1  work  0    -
        280  content  0  0  0  1  0     120  -    # 60 + 120
        280  start    0  1  1  1  work  0    -    # 60 to read in, and 180
        520  content  0  1  1  1  0     180  -
        520  start    0  0  0  1  work  0    -    # back; who knows it has nothing to do
        520  start    0  1  1  1  work  0    -    # forward
        520  start    0  0  0  1  work  0    -    # back for the second time
        520  start    0  1  1  1  work  0    -
        520  start    0  0  0  1  work  0    -    # and for the third and last time
        520  start    0  1  1  1  work  0    -
        520  start    0  2  2  1  work  0    -
        880  content  0  2  2  1  0     300  -    # 60 to read in, and 300; it is decided
        880  met      0  -  -  1  0     600  -
    """)


def test_what_is_sent_back_lies_until_another_hand_takes_it_up(play: Play) -> None:
    line = service(
        "staff.total=2",
        functions(0.5, 0.5),
        "plain.functions.goes_back=1",
        "plain.functions.pools.0.pick_up_days=0.1",
    )
    starts = [row.split()[0] for row in only(play(line, Citizen(100)), "start")]
    assert starts == ["100", "460", *(f"{760 + 8_640 * n}" for n in (1, 1, 2, 2, 3, 3))]
