"""Logs worked out by hand: holidays, and days that last beyond midnight.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from sim.units import DAY_S, HOUR_S
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, service
from tests.unit.engines.telling import only, table

SWEDISH = "calendar.holidays=sweden"
"""Day 0 is 1 January, a Monday; the Saturday is Epiphany."""
WARD = (
    "calendar.days_per_week=5",
    "calendar.opens_hour=6",
    "staff.days_on_per_week=5",
    'staff.shifts=[{starts_hours={is=0,from="off"},hours={is=16,from="off"},share={is=0.5,from="off"}},'
    '{starts_hours={is=16,from="off"},hours={is=8,from="off"},share={is=0.5,from="off"}}]',
)
"""Open from Monday at 6 until Saturday at 6; the night shift is from 22 to 6."""


def times_of(log: list[str], kind: str) -> list[int]:
    """The service times of a kind of event."""
    return [int(row.split()[0]) for row in only(log, kind)]


def on_shift(log: list[str], time_s: int) -> list[int]:
    """Whose shift begins at a service time."""
    rows = [row.split() for row in only(log, "present")]
    return [int(row[3]) for row in rows if int(row[0]) == time_s]


def test_what_falls_due_on_a_holiday_comes_on_the_next_open_day(play: Play) -> None:
    # Who comes on Friday has a question on Saturday, which is a holiday: it is asked on Sunday, the
    # fifth day on which the service opens.
    friday, sunday, blueprint = 3 * DAY_S + 100, 4 * DAY_S, service(SWEDISH)
    log = play(blueprint, Citizen(friday, correction_delay_s=DAY_S), days=14)
    assert times_of(log, "contact_in") == [friday, sunday]
    assert blueprint.calendar.calendar_s(friday) == 4 * DAY_S + 100
    assert blueprint.calendar.calendar_s(sunday) == 6 * DAY_S


def test_a_run_has_as_many_days_as_it_opens_on(play: Play) -> None:
    # Fourteen days without the Monday and the Saturday of the first week.
    assert times_of(play(service(SWEDISH), days=14), "day") == [day * DAY_S for day in range(12)]


def test_whose_day_off_it_is_goes_by_the_week(play: Play) -> None:
    # Seven work five days a week each. That Monday and Saturday are holidays changes nothing in who
    # has Tuesday and Sunday off.
    week = ("staff.total=7", "staff.days_on_per_week=5")
    plain, closed = play(service(*week), days=7), play(service(*week, SWEDISH), days=7)
    assert on_shift(closed, 0) == on_shift(plain, DAY_S) == [0, 1, 2, 3, 6]
    assert on_shift(closed, 4 * DAY_S) == on_shift(plain, 6 * DAY_S) == [1, 2, 3, 4, 5]


def test_the_night_belongs_to_the_day_on_which_it_began(play: Play) -> None:
    # A question 21 hours after Monday at 6:01:40 comes in Monday's night, on Tuesday at 3:01:40.
    blueprint, asks_s = service(*WARD), 21 * HOUR_S + 100
    log = play(blueprint, Citizen(100, correction_delay_s=21 * HOUR_S), days=7)
    assert times_of(log, "contact_in") == [100, asks_s]
    assert blueprint.calendar.calendar_s(asks_s) == DAY_S + 3 * HOUR_S + 100


def test_it_is_open_on_the_night_after_the_last_day_and_then_no_more(play: Play) -> None:
    friday = 4 * DAY_S
    asks = Citizen(friday, correction_delay_s=23 * HOUR_S)
    too_late = Citizen(friday + 10, key=2, correction_delay_s=25 * HOUR_S)
    log = play(service(*WARD), asks, too_late, days=14)
    assert times_of(log, "contact_in") == [friday, friday + 10, friday + 23 * HOUR_S, 5 * DAY_S]


def test_a_night_shift_goes_on_beyond_midnight(play: Play) -> None:
    # Of two the first has the days, the second the nights. At 23:50 an hour's work comes, at 5
    # another two hours': what is not done of it at 6 lies, though somebody else comes then.
    two = service(*WARD, "staff.total=2", "plain.digital.dialogue_minutes=0")
    evening, morning = 16 * HOUR_S + 6_600, 23 * HOUR_S
    log = play(two, Citizen(evening, 3_600), Citizen(morning, 7_200, key=2), days=2)
    assert only(log, "present")[:2] == table("""
        0      present  -  0  0  -  0  57600  -
        57600  present  -  1  0  -  0  28800  -
    """)
    assert only(log, "start", "lay_aside", "finish", "go_on") == table("""
        64200   start      0  1  0  1  work  0     -
        67800   finish     0  1  0  1  work  3600  -
        82800   start      1  1  0  1  work  0     -
        86400   lay_aside  1  1  0  1  work  3600  -
        144000  go_on      1  1  0  1  work  3600  -
        147600  finish     1  1  0  1  work  7200  -
    """)


def test_the_calendar_is_kept_for_years(play: Play) -> None:
    # Questions over eleven years, at all hours of the day and on all kinds of holidays.
    ward = service("calendar.holidays=denmark", *WARD)
    asks = [Citizen(nth, key=nth + 1, correction_delay_s=nth * 137 * HOUR_S) for nth in range(700)]
    log = play(ward, *asks, days=4_100)
    begins_s = DAY_S + 6 * HOUR_S  # on Tuesday: the Monday is a holiday
    due = [ward.calendar.service_s(begins_s + nth + nth * 137 * HOUR_S) for nth in range(700)]
    assert sorted(times_of(log, "contact_in")) == sorted([*range(700), *due])
