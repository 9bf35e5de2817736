"""Logs worked out by hand: what citizens do by themselves while a case goes on.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from sim.random import Stream
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, drawn_delay, service
from tests.unit.engines.telling import about, only, table

CALLING = "demand.chase_per_day=24"  # an hour between calls, on average
HOUR = 1 / 24


def link(citizen: Citizen, number: int) -> int:
    """The delay before a link of a citizen's chain of calls."""
    return drawn_delay(HOUR, citizen, Stream.CHASE_DELAY, number)


def test_who_waits_asks_how_it_goes(play: Play) -> None:
    held = service(CALLING, "plain.targets.hold_days=0.1")
    citizen = Citizen(100, key=69)
    first = 100 + link(citizen, 0)
    second = first + link(citizen, 1)
    assert second + 300 < 8_740  # 0.1 days: two calls before the work, and none during it
    assert second + link(citizen, 2) > 9_400
    log = play(held, citizen)
    assert only(log, "contact_in", "start", "activity", "met") == table(f"""
        100            contact_in  0  -  -  1  nothing          0    value
        {first}        contact_in  0  -  -  1  hold             0    chase
        {first}        start       0  0  0  1  call             0    -
        {first + 300}  activity    0  0  0  1  failure_contact  300  -
        {second}       contact_in  0  -  -  1  hold             0    chase
        {second}       start       0  0  0  1  call             0    -
        {second + 300} activity    0  0  0  1  failure_contact  300  -
        8740           start       0  0  0  1  work             0    -
        9400           activity    0  0  0  1  intake           60   -
        9400           activity    0  0  0  1  value            600  -
        9400           met         0  -  -  1  1                600  -
    """)


def test_at_most_one_call_is_pending_and_calls_go_first(play: Play) -> None:
    busy, caller = Citizen(0, content_s=20_000, key=2085), Citizen(200, key=69)
    first = 200 + link(caller, 0)
    assert first + link(caller, 1) < 20_060
    log = about(play(service(CALLING), busy, caller), 1)
    assert only(log, "contact_in", "start") == table(f"""
        200      contact_in  1  -  -  1  nothing  0                 value
        {first}  contact_in  1  -  -  1  pool     0                 chase
        20060    start       1  0  0  1  call     {20_060 - first}  -
        20360    start       1  0  0  1  work     20160             -        # since 200
    """)


def test_nobody_chases_what_lies_with_the_citizen(play: Play) -> None:
    letter = service(
        CALLING,
        "plain.purpose.notice=1",
        "plain.digital.capture_dialogue=0",
        "demand.answer_days=0.1",
    )
    citizen = Citizen(100, particulars=1, key=69)
    answered = 280 + drawn_delay(0.1, citizen, Stream.ANSWER_DELAY, 1, 0, 0)
    assert 280 < 100 + link(citizen, 0) < answered
    assert only(play(letter, citizen), "contact_in") == table(f"""
        100         contact_in  0  -  -  1  nothing  0  value
        {answered}  contact_in  0  -  -  1  citizen  0  capture
    """)


def test_a_contact_after_the_promised_day_says_so(play: Play) -> None:
    held = service(CALLING, "plain.targets.hold_days=0.1", "service.promised_days=0.05")
    citizen = Citizen(100, key=69)
    first = 100 + link(citizen, 0)
    second = first + link(citizen, 1)
    assert first < 100 + 4_320 < second
    contacts = only(play(held, citizen), "contact_in")
    assert [row.split()[7] for row in contacts] == ["0", "0", "1"]


def test_an_answer_that_exists_only_later_is_waited_for(play: Play) -> None:
    log = play(service(), Citizen(100, ready_delay_s=3_600))
    assert only(log, "contact_in", "start", "activity", "close") == table("""
        100   contact_in  0  -  -  1  nothing  0     value
        100   start       0  0  0  1  work     0     -
        160   activity    0  0  0  1  intake   60    -
        3700  contact_in  0  -  -  1  citizen  0     value    # the message
        3700  start       0  0  0  1  work     0     -
        4600  activity    0  0  0  1  intake   300   -        # a call
        4600  activity    0  0  0  1  value    600   -
        4600  close       0  -  -  1  0        4500  -
    """)


def test_a_message_before_its_turn_is_a_call(play: Play) -> None:
    held = service("plain.targets.hold_days=0.5")
    log = play(held, Citizen(100, ready_delay_s=3_600))
    assert only(log, "contact_in", "start", "met") == table("""
        100    contact_in  0  -  -  1  nothing  0    value
        3700   contact_in  0  -  -  1  hold     0    value
        3700   start       0  0  0  1  call     0    -
        43300  start       0  0  0  1  work     0    -
        43960  met         0  -  -  1  1        600  -
    """)


def test_a_citizen_s_own_error_brings_a_call(play: Play) -> None:
    log = play(service(), Citizen(100, correction_delay_s=3_600))
    assert only(log, "contact_in", "activity") == table("""
        100   contact_in  0  -  -  1  nothing          0    value
        760   activity    0  0  0  1  intake           60   -
        760   activity    0  0  0  1  value            600  -
        3700  contact_in  0  -  -  1  nothing          0    citizen
        4000  activity    0  0  0  1  failure_contact  300  -
    """)
