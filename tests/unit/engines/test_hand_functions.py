"""Logs worked out by hand: functions in their order, a front office, teams.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from collections.abc import Iterable

import pytest

from sim.random import Stream, uniform
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


ALONE = (functions(0.2, 0.3, 0.5), "staff.total=3", "plain.functions.goes_past=1")


def test_a_case_that_goes_past_all_others_is_done_by_the_first(play: Play) -> None:
    gain = ("plain.functions.specialisation_gain=0.5", "plain.functions.read_in_minutes=1")
    log = play(service(*ALONE, *gain), Citizen(100))
    assert only(log, "enter", "finish", "activity", "content", "met") == table("""
        100  enter     0  -  0  1  work    1    -
        700  finish    0  0  0  1  work    600  -    # nobody else reads in
        700  activity  0  0  0  1  intake  60   -
        700  activity  0  0  0  1  value   60   -    # half of 120: its own share is all
        700  activity  0  0  0  1  value   180  -    # that it saves time on
        700  activity  0  0  0  1  value   300  -
        700  content   0  0  0  1  0       120  -
        700  content   0  0  0  1  0       180  -
        700  content   0  0  0  1  0       300  -
        700  met       0  -  -  1  1       600  -
    """)


def test_each_share_has_its_own_standard_time_whoever_does_it(play: Play) -> None:
    log = play(service(*ALONE, "plain.budget.cap_minutes=4"), Citizen(100))
    assert only(log, "content", "cut", "met")[:4] == table("""
        700  content  0  0  0  1  0  120  -    # 60 + 120 + 180 + 240
        700  content  0  0  0  1  0  180  -
        700  content  0  0  0  1  0  240  -
        700  cut      0  0  0  1  2  60   -
    """)


def test_no_case_goes_past_the_first_function_or_past_one_that_it_needs(play: Play) -> None:
    line = service(functions(0.2, 0.3, 0.5), "staff.total=3", "plain.functions.goes_past=0.5")
    ways = ways_of(range(1, 9))
    assert len({*ways.values()}) == 4
    log = play(line, *(Citizen(1_000 * key, key=key) for key in ways))
    pools = [(row.split()[2], int(row.split()[4])) for row in only(log, "start")]
    for place, way in enumerate(ways.values()):
        assert [pool for citizen, pool in pools if citizen == str(place)] == [*way]
    assert only(log, "met")[-1].split()[7] == "600"


def ways_of(keys: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The functions to which citizens come in their first attempt, with even chances."""
    return {
        key: (0, *(f for f in (1, 2) if uniform(key, Stream.GO_PAST, 1, f) >= 0.5)) for key in keys
    }


def test_it_is_sent_back_to_whom_it_had_come_and_goes_past_the_same_again(play: Play) -> None:
    line = service(
        functions(0.2, 0.3, 0.5),
        "staff.total=3",
        "plain.functions.goes_past=0.5",
        "plain.functions.goes_back=1",
    )
    key = next(key for key, way in ways_of(range(1, 99)).items() if way == (0, 2))
    log = play(line, Citizen(100, key=key))
    assert only(log, "start", "content", "met") == table("""
        100  start    0  0  0  1  work  0    -
        460  content  0  0  0  1  0     120  -    # 60 + 120 + 180
        460  content  0  0  0  1  0     180  -
        460  start    0  2  2  1  work  0    -
        760  content  0  2  2  1  0     300  -
        760  start    0  0  0  1  work  0    -    # three times back, and there is nothing to do
        760  start    0  2  2  1  work  0    -
        760  start    0  0  0  1  work  0    -
        760  start    0  2  2  1  work  0    -
        760  start    0  0  0  1  work  0    -
        760  start    0  2  2  1  work  0    -
        760  met      0  -  -  1  0     600  -
    """)
