"""Logs worked out by hand: callers who hang up, citizens who ask no more or give up waiting.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from sim.engines.rules import KEY_STEP
from sim.eventlog import Job
from sim.random import Stream
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, drawn_delay, service
from tests.unit.engines.telling import about, only, table

HOUR, MINUTE = 1 / 24, 1 / 1_440
HANGS_UP = ("demand.patience_minutes=10", "demand.call_back_hours=1")
CALLING = "demand.chase_per_day=24"
FRONT = (
    "plain.centralisation.front_office_staff=0.5",
    "plain.functions.pools.0.staff=0.5",
    "staff.total=2",
    "plain.digital.dialogue_minutes=50",
)
BUSY = Citizen(0, content_s=20_000, key=2085)
FIRST, SECOND = Citizen(100), Citizen(110, key=69)


def link(citizen: Citizen, number: int) -> int:
    """The delay before a link of a citizen's chain of calls."""
    return drawn_delay(HOUR, citizen, Stream.CHASE_DELAY, number)


def holds(citizen: Citizen, kind: Job, number: int) -> int:
    """How long a citizen holds the line, ten minutes on average."""
    about_it = (1, kind * KEY_STEP, number)
    return drawn_delay(10 * MINUTE, citizen, Stream.PATIENCE, *about_it)


def test_who_hangs_up_may_ask_again(play: Play) -> None:
    caller = Citizen(200, key=69)
    first = 200 + link(caller, 0)
    held = holds(caller, Job.CALL, 1)
    second = first + link(caller, 1)
    assert first + held < second
    log = about(play(service(CALLING, *HANGS_UP), BUSY, caller), 1)
    told = only(log, "contact_in", "enter", "leave", "hang_up")
    assert told[:7] == table(f"""
        200             contact_in  1  -  -  1  nothing  0  value
        200             enter       1  -  0  1  work     1  -
        {first}         contact_in  1  -  -  1  pool     0  chase
        {first}         enter       1  -  0  1  call     2  -
        {first + held}  leave       1  -  0  1  call     1  -
        {first + held}  hang_up     1  -  0  1  call     {held}  -
        {second}        contact_in  1  -  -  1  pool     0  chase
    """)


def test_who_is_not_taken_in_calls_again(play: Play) -> None:
    held = holds(SECOND, Job.INTAKE, 0)
    again = 110 + held + drawn_delay(HOUR, SECOND, Stream.CALL_BACK_DELAY, 1)
    assert again > 3_100  # when the first one has been taken in
    log = about(play(service(*FRONT, *HANGS_UP, "demand.calls_back=1"), FIRST, SECOND), 1)
    assert only(log, "contact_in", "hang_up", "start", "met")[:4] == table(f"""
        110           contact_in  1  -  -  1  nothing  0       value
        {110 + held}  hang_up     1  -  0  1  intake   {held}  -
        {again}       contact_in  1  -  -  1  nothing  0       unanswered
        {again}       start       1  0  0  1  intake   0       -
    """)


def test_or_gives_up(play: Play) -> None:
    held = holds(SECOND, Job.INTAKE, 0)
    ends = 110 + held
    back = service(*FRONT, *HANGS_UP, "demand.resumes=1", "demand.resume_days=1")
    resumes = ends + drawn_delay(1, SECOND, Stream.RESUME_DELAY, 1)
    log = about(play(back, FIRST, SECOND, days=7), 1)
    assert only(log, "hang_up", "abandon", "resume", "contact_in", "met")[1:5] == table(f"""
        {ends}     hang_up     1  -  0  1  intake   {held}  -
        {ends}     abandon     1  -  -  1  -        600     -
        {resumes}  resume      1  -  -  1  -        600     -
        {resumes}  contact_in  1  -  -  1  nothing  0       unanswered
    """)


def test_no_line_is_held_by_a_form(play: Play) -> None:
    by_form = service(*FRONT, *HANGS_UP, "plain.digital.form_share=1")
    assert only(play(by_form, FIRST, SECOND), "hang_up") == []


def test_a_message_that_nobody_took_is_given_again(play: Play) -> None:
    wrong = Citizen(200, key=69, correction_delay_s=600)
    log = about(play(service(*HANGS_UP), BUSY, wrong), 1)
    held = drawn_delay(10 * MINUTE, wrong, Stream.PATIENCE, 1, Job.CALL * KEY_STEP, 1_000_002)
    again = 800 + held + drawn_delay(HOUR, wrong, Stream.CALL_BACK_DELAY, 1)
    assert only(log, "contact_in", "hang_up")[1:4] == table(f"""
        800           contact_in  1  -  -  1  pool  0       citizen
        {800 + held}  hang_up     1  -  0  1  call  {held}  -
        {again}       contact_in  1  -  -  1  pool  0       unanswered
    """)


def test_lines_close_in_the_evening(play: Play) -> None:
    office = (
        "calendar.opens_hour=8",
        "calendar.hours_per_day=8",
        "staff.shifts.0.hours=8",
        "demand.patience_minutes=1440",
        "demand.call_back_hours=1",
    )
    busy, wrong = Citizen(0, content_s=40_000), Citizen(28_000, key=69, correction_delay_s=600)
    log = play(service(*office), busy, wrong, days=2)
    assert only(log, "day", "hang_up", "lay_aside") == table("""
        0      day        -  -  -  -  -     0      -
        28800  hang_up    1  -  0  1  call  200    -    # since 28 600
        28800  lay_aside  0  0  0  1  work  28800  -
        28800  day        -  -  -  -  -     1      -
    """)


def test_who_is_tired_of_asking_asks_no_more(play: Play) -> None:
    tired = service(CALLING, "demand.chase_tires=1", "plain.targets.hold_days=0.5")
    log = only(play(tired, Citizen(100, key=69)), "contact_in")
    assert [row.split()[8] for row in log] == ["value", "chase"]


def test_asking_begins_anew_with_the_next_attempt(play: Play) -> None:
    tired = service(
        CALLING,
        "demand.chase_tires=1",
        "plain.targets.hold_days=0.4",
        "plain.budget.cap_minutes=5",
    )
    log = only(play(tired, Citizen(100, key=69), days=2), "contact_in")
    assert [row.split()[8] for row in log] == ["value", "chase", "cap", "chase"]


WAITS_LITTLE = "demand.give_up_waiting_days=0.1"


def test_who_gives_up_waiting_leaves_the_queue(play: Play) -> None:
    tired = Citizen(200, key=69)
    ends = 200 + drawn_delay(0.1, tired, Stream.WAITING_DELAY, 0)
    assert ends < 20_060
    log = about(play(service(WAITS_LITTLE), BUSY, tired), 1)
    assert only(log, "enter", "leave", "withdraw", "abandon", "start") == table(f"""
        200     enter     1  -  0  1  work  1             -
        {ends}  leave     1  -  0  1  work  0             -
        {ends}  withdraw  1  -  0  1  work  {ends - 200}  -
        {ends}  abandon   1  -  -  1  -     600           -
    """)


def test_what_was_held_is_not_taken_up_again(play: Play) -> None:
    tired = Citizen(200, key=69)
    ends = 200 + drawn_delay(0.1, tired, Stream.WAITING_DELAY, 0)
    back = ("demand.resumes=1", "demand.resume_days=0.1")
    resumes = ends + drawn_delay(0.1, tired, Stream.RESUME_DELAY, 1)
    again = service("demand.give_up_waiting_days=0.1", "plain.targets.hold_days=0.5", *back)
    log = only(play(again, tired), "abandon", "resume", "start", "contact_in")
    assert log[1:4] == table(f"""
        {ends}     abandon     0  -  -  1  -        600  -
        {resumes}  resume      0  -  -  1  -        600  -
        {resumes}  contact_in  0  -  -  1  nothing  0    unanswered
    """)
    begun = [int(row.split()[0]) for row in only(log, "start")]
    assert 43_400 not in begun  # half a day after 200


def test_nobody_gives_up_whose_case_is_in_hand(play: Play) -> None:
    doubts = drawn_delay(0.1, BUSY, Stream.WAITING_DELAY, 0)
    assert doubts < 20_060
    log = play(service(WAITS_LITTLE), BUSY)
    assert only(log, "abandon", "met") == ["20060 met 0 - - 1 1 20000 -"]
