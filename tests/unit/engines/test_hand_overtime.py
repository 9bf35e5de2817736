"""Logs worked out by hand: overtime, what is not done at closing, and who is not there to do it.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from collections.abc import Callable

from sim.blueprint import Blueprint
from sim.eventlog import EventLog
from sim.ledger import build_ledger
from sim.random import Stream, uniform
from sim.random.keyed import key
from tests.unit.engines.conftest import LUCK, Play
from tests.unit.engines.stories import Citizen, drawn_delay, functions, people, service
from tests.unit.engines.telling import only, table

HOUR = 3_600
DAY = 8 * HOUR
"""An open day of the office, from 8 to 16."""
TURNS = ("start", "overtime", "lay_aside", "go_on", "finish")


def office(*changes: str) -> Blueprint:
    """A service that is open for eight hours on each day of the week."""
    return service(
        "calendar.opens_hour=8",
        "calendar.hours_per_day=8",
        "staff.shifts.0.hours=8",
        "plain.digital.dialogue_minutes=0",
        *changes,
    )


def absence(worker: int, day: int) -> float:
    """The draw of whether a worker is absent."""
    return uniform(key(LUCK, 0, worker), Stream.ABSENCE, day)


def test_who_is_at_work_stays_until_the_job_is_done(play: Play) -> None:
    # The shift is the first four hours. Three hours' work begun ten minutes before its end takes
    # 2 h 50 min of overtime; the next job waits for the next shift.
    short = office("staff.shifts.0.hours=4")
    jobs = (Citizen(4 * HOUR - 600, 3 * HOUR), Citizen(4 * HOUR - 500, 60, key=2))
    assert only(play(short, *jobs, days=2), *TURNS) == table("""
        13800  start     0  0  0  1  work  0      -
        13800  overtime  -  0  0  -  0     10200  -
        24600  finish    0  0  0  1  work  10800  -
        28800  start     1  0  0  1  work  14900  -
        28860  finish    1  0  0  1  work  60     -
    """)


def test_overtime_ends_when_the_day_closes(play: Play) -> None:
    # Nine hours, from the third on: an hour on shift and four of overtime; on the next day the four
    # that are left are those of the shift.
    short = office("staff.shifts.0.hours=4")
    log = play(short, Citizen(3 * HOUR, 9 * HOUR), days=2)
    assert only(log, *TURNS) == table("""
        10800  start      0  0  0  1  work  0      -
        10800  overtime   -  0  0  -  0     14400  -
        28800  lay_aside  0  0  0  1  work  18000  -
        28800  go_on      0  0  0  1  work  14400  -
        43200  finish     0  0  0  1  work  32400  -
    """)


def test_what_is_laid_aside_lies_until_the_shift_of_its_worker(play: Play) -> None:
    # Here the shift begins after two hours of the day.
    late = office("staff.shifts.0.starts_hours=2", "staff.shifts.0.hours=6")
    log = play(late, Citizen(DAY - 600, 1_000), days=2)
    assert only(log, "day", "present", *TURNS) == table(f"""
        0             day        -  -  -  -  -     0      -
        7200          present    -  0  0  -  0     21600  -
        28200         start      0  0  0  1  work  0      -
        28800         lay_aside  0  0  0  1  work  600    -
        28800         day        -  -  -  -  -     1      -
        {DAY + 7200}  present    -  0  0  -  0     21600  -
        {DAY + 7200}  go_on      0  0  0  1  work  400    -
        {DAY + 7600}  finish     0  0  0  1  work  1000   -
    """)


def test_what_is_laid_aside_lies_while_its_worker_is_absent(play: Play) -> None:
    # Worker 0 is there on day 2 and, of the days after it, on day 4 again; worker 1, who is there
    # on day 3, leaves the job alone.
    chance = 0.6
    there = [[absence(worker, day) >= chance for day in range(5)] for worker in range(2)]
    assert there == [[False, False, True, False, True], [True, True, False, True, False]]
    two = office("staff.total=2", f"staff.absence={chance}")
    log = play(two, Citizen(3 * DAY - 600, 1_000), days=5)
    assert only(log, *TURNS) == table(f"""
        {3 * DAY - 600}  start      0  0  0  1  work  0     -
        {3 * DAY}        lay_aside  0  0  0  1  work  600   -
        {4 * DAY}        go_on      0  0  0  1  work  400   -
        {4 * DAY + 400}  finish     0  0  0  1  work  1000  -
    """)


def test_a_temp_comes_back_to_finish_and_is_paid(play: Play) -> None:
    # The worker is absent on day 3 and there on day 4: the temp who covered has no shift any more.
    chance = 0.3
    assert absence(0, 3) < chance <= absence(0, 4)
    covered = office(
        f"staff.absence={chance}", "staff.temps=1", "plain.centralisation.cover_by_temps=1"
    )
    log = play(covered, Citizen(4 * DAY - 600, 1_000), days=5)
    assert only(log, "present", *TURNS)[3:] == table(f"""
        {3 * DAY}        present    -  1  0  -  1     28800  -
        {4 * DAY - 600}  start      0  1  0  1  work  0      -
        {4 * DAY}        lay_aside  0  1  0  1  work  600    -
        {4 * DAY}        present    -  0  0  -  0     28800  -
        {4 * DAY}        go_on      0  1  0  1  work  400    -
        {4 * DAY}        overtime   -  1  0  -  1     400    -
        {4 * DAY + 400}  finish     0  1  0  1  work  1000   -
    """)


def test_a_job_done_at_closing_is_done_in_the_evening(play: Play) -> None:
    # Done from 15 to 16 o'clock: an hour on the clock, not the seventeen until the next opening.
    log = play(office(), Citizen(7 * HOUR, HOUR), days=2)
    assert only(log, "day", "start", "finish", "close", "met") == table("""
        0      day     -  -  -  -  -     0     -
        25200  start   0  0  0  1  work  0     -
        28800  finish  0  0  0  1  work  3600  -
        28800  close   0  -  -  1  0     3600  -
        28800  met     0  -  -  1  1     3600  -
        28800  day     -  -  -  -  -     1     -
    """)


def test_what_is_passed_on_at_closing_waits_for_who_is_there_next_day(play: Play) -> None:
    # Worker 1, who does the second half, is free when the first one is done on the evening of day
    # 1, absent on day 2, and there on day 3.
    chance = 0.4
    assert [absence(1, day) >= chance for day in (1, 2, 3)] == [True, False, True]
    halves = office("staff.total=2", f"staff.absence={chance}", functions(0.5, 0.5))
    log = play(halves, Citizen(2 * DAY - HOUR, 2 * HOUR), days=4)
    assert only(log, "enter", *TURNS) == table(f"""
        {2 * DAY - HOUR}  enter   0  -  0  1  work  1      -
        {2 * DAY - HOUR}  start   0  0  0  1  work  0      -
        {2 * DAY}         finish  0  0  0  1  work  3600   -
        {2 * DAY}         enter   0  -  1  1  work  1      -
        {3 * DAY}         start   0  1  1  1  work  28800  -
        {3 * DAY + HOUR}  finish  0  1  1  1  work  3600   -
    """)


def test_a_delay_that_begins_at_closing_begins_in_the_evening(play: Play) -> None:
    # Helped wrongly at 16 o'clock of day 0, and back at 13 o'clock of a later day.
    unfit = Citizen(7 * HOUR, HOUR, particulars=1, key=2)
    log = play(office("demand.return_days=3", "plain.standards.absorb=0"), unfit, days=9)
    back_s = 16 * HOUR + drawn_delay(3, unfit, Stream.RETURN_DELAY, 1)
    day, second = divmod(back_s, 24 * HOUR)
    assert second // HOUR == 13
    assert only(log, "contact_in")[1].split()[0] == str(day * DAY + second - 8 * HOUR)


def test_nobody_works_more_than_is_paid(engine: Callable[..., EventLog]) -> None:
    # Four hours on shift and jobs of three: two are begun each day, and six hours worked.
    short = office("staff.shifts.0.hours=4")
    citizens = people(*(Citizen(n * HOUR, 3 * HOUR, key=n + 1) for n in range(20)))
    ledger = build_ledger(engine(short, citizens, LUCK, 7), citizens, short.calendar)
    assert ledger.busy.seconds.tolist() == [6 * HOUR] * 7
    assert ledger.shifts.seconds.sum() == 7 * 6 * HOUR
    assert ledger.shifts.seconds[ledger.shifts.is_overtime == 1].tolist() == [2 * HOUR] * 7
