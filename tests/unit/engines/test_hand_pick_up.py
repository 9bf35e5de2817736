"""Logs worked out by hand: a case lies until another hand takes it up.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from sim.engines.request import ReformDay
from sim.random import Stream, factor_table, uniform
from sim.random.keyed import key
from sim.random.tables import SLICES
from sim.units import DAY_S, MILLION
from tests.unit.engines.conftest import LUCK, Play
from tests.unit.engines.stories import Citizen, drawn_delay, functions, service
from tests.unit.engines.telling import only, table

LIES = "plain.functions.pools.0.pick_up_days=0.1"  # 8640 s
LINE = ("staff.total=2", functions(0.5, 0.5), "plain.functions.pools.1.pick_up_days=0.1")
LETTER = ("plain.purpose.notice=1", "plain.digital.capture_dialogue=0", "demand.answer_days=0.1")


def test_a_case_lies_until_another_hand_takes_it_up(play: Play) -> None:
    log = play(service(*LINE), Citizen(100))
    assert only(log, "enter", "start", "finish", "lie", "met") == table("""
        100   enter   0  -  0  1  work  1     -    # nobody has had it yet
        100   start   0  0  0  1  work  0     -
        460   finish  0  0  0  1  work  360   -
        460   lie     0  -  1  1  1     8640  -
        9100  enter   0  -  1  1  work  1     -
        9100  start   0  1  1  1  work  0     -
        9400  finish  0  1  1  1  work  300   -
        9400  met     0  -  -  1  0     600   -
    """)


def test_how_long_it_lies_varies(play: Play) -> None:
    citizen = Citizen(100, key=7)
    slice_of = int(uniform(citizen.key, Stream.PICK_UP, 1, 1, 0) * SLICES)
    lies_s = 8_640 * int(factor_table(1.5)[slice_of]) // MILLION
    log = play(service(*LINE, "plain.functions.pools.1.pick_up_cv=1.5"), citizen)
    assert lies_s != 8_640
    assert only(log, "lie", "enter")[1:] == table(f"""
        460             lie    0  -  1  1  1     {lies_s}  -
        {460 + lies_s}  enter  0  -  1  1  work  1         -
    """)


def test_what_a_front_office_has_taken_lies(play: Play) -> None:
    front = service("staff.total=2", "plain.centralisation.front_office_staff=0.5", LIES)
    assert only(play(front, Citizen(100)), "lie", "start") == table("""
        100   start  0  0  0  1  intake  0     -
        160   lie    0  -  1  1  0       8640  -
        8800  start  0  1  1  1  work    0     -
    """)


@pytest.mark.parametrize(("known_face", "lies_s"), [(0, 8_640), (1, 0)])
def test_an_answer_finds_its_owner_or_lies(play: Play, known_face: int, lies_s: int) -> None:
    asks = service(*LETTER, LIES, f"plain.centralisation.known_face={known_face}")
    citizen = Citizen(100, particulars=1)
    answered = 280 + drawn_delay(0.1, citizen, Stream.ANSWER_DELAY, 1, 0, 0)
    log = play(asks, citizen)
    lies = [f"{answered} lie 0 - 0 1 0 {lies_s} -"] if lies_s else []
    assert only(log, "lie") == lies
    assert only(log, "start")[1:] == [f"{answered + lies_s} start 0 0 0 1 work 0 -"]


def test_a_known_face_of_another_function_owns_nothing(play: Play) -> None:
    log = play(service(*LINE, "plain.centralisation.known_face=1"), Citizen(100))
    assert only(log, "lie") == ["460 lie 0 - 1 1 1 8640 -"]


def test_work_that_was_held_lies_after_it(play: Play) -> None:
    front = ("staff.total=2", "plain.centralisation.front_office_staff=0.5")
    held = service(*front, LIES, "plain.targets.hold_days=0.1")
    assert only(play(held, Citizen(100)), "lie", "start") == table("""
        100    start  0  0  0  1  intake  0     -
        8800   lie    0  -  1  1  0       8640  -    # 160 and a tenth of a day
        17440  start  0  1  1  1  work    0     -
    """)


def test_who_waits_for_another_hand_asks_how_it_goes(play: Play) -> None:
    citizen = Citizen(100, key=69)
    first = 100 + drawn_delay(1 / 24, citizen, Stream.CHASE_DELAY, 0)
    assert 460 < first < 9_100
    log = play(service(*LINE, "demand.chase_per_day=24"), citizen)
    assert only(log, "contact_in")[:2] == table(f"""
        100      contact_in  0  -  -  1  nothing  0  value
        {first}  contact_in  0  -  -  1  pick_up  0  chase
    """)


def test_a_message_about_what_lies_is_a_call(play: Play) -> None:
    log = play(service(*LINE), Citizen(100, ready_delay_s=3_600))
    assert only(log, "contact_in", "start", "met") == table("""
        100   contact_in  0  -  -  1  nothing  0    value
        100   start       0  0  0  1  work     0    -
        3700  contact_in  0  -  -  1  pick_up  0    value
        3700  start       0  1  1  1  call     0    -    # where the case lies
        9100  start       0  1  1  1  work     0    -
        9400  met         0  -  -  1  0        600  -
    """)


def test_what_lies_on_reform_day_is_taken_up_in_the_new_design(play: Play) -> None:
    line = ("staff.total=2", functions(0.5, 0.5), "plain.functions.pools.1.pick_up_days=1")
    whole = service("staff.total=2", design="other")
    log = play(service(*line), Citizen(100), days=3, reforms=(ReformDay(1, whole),))
    assert only(log, "lie", "reform", "move", "enter")[1:] == table("""
        460    lie     0  -  1  1  1     86400  -
        86400  reform  -  -  -  -  -     0      -
        86860  enter   0  -  0  1  work  1      -    # all that is left, in the one pool there is
    """)


def test_what_was_in_hand_on_reform_day_lies_before_its_new_function(play: Play) -> None:
    before = service("staff.total=2", functions(0.5, 0.5))
    after = service("staff.total=2", "other.functions.pools.0.pick_up_days=0.1", design="other")
    citizen = Citizen(80_000, content_s=20_000)
    log = play(before, citizen, days=3, reforms=(ReformDay(1, after),))
    assert only(log, "lie", "reform", "enter")[1:] == table("""
        86400  reform  -  -  -  -  -     0     -
        90060  lie     0  -  0  1  0     8640  -
        98700  enter   0  -  0  1  work  1     -
    """)


def test_what_its_owner_is_not_there_to_take_up_lies(play: Play) -> None:
    asks = service(*LETTER, LIES, "plain.centralisation.known_face=1", "staff.share_of_time=0.5")
    here = [uniform(key(LUCK, 0, 0), Stream.AT_SERVICE, day) < 0.5 for day in range(8)]
    day = next(day for day in range(8) if here[day] and not here[day + 1])
    citizen = Citizen((day + 1) * DAY_S - 400, particulars=1)
    asked = citizen.arrives_s + 180
    answered = asked + drawn_delay(0.1, citizen, Stream.ANSWER_DELAY, 1, 0, 0)
    assert (day + 1) * DAY_S <= answered < (day + 2) * DAY_S - 8_640
    assert only(play(asks, citizen, days=8), "lie") == [f"{answered} lie 0 - 0 1 0 8640 -"]
