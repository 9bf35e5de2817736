"""Logs worked out by hand: calls among work, and the hours at which people call.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from sim.random import Stream, profile_table, uniform
from sim.random.tables import SLICES
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, drawn_delay, service
from tests.unit.engines.telling import about, only, table

OFFICE = (
    "calendar.days_per_week=5",
    "calendar.opens_hour=8",
    "calendar.hours_per_day=8",
    "staff.days_on_per_week=5",
    "staff.shifts.0.hours=8",
)
DAY_S = 28_800
WEIGHTS = (0.0, 1.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0)
"""People call in the second and the fifth hour."""


def by_hour(*weights: float) -> str:
    """The change that gives calls their hours."""
    listed = ",".join(f'{{is={weight},from="assumed"}}' for weight in weights)
    return f"calendar.calls_by_hour=[{listed}]"


def drawn_time(citizen: Citizen, delay: Stream, *about: int) -> int:
    """The second of the open day at which a citizen calls."""
    entry = int(uniform(citizen.key, Stream.CALL_TIME, delay, *about) * SLICES)
    return int(profile_table(WEIGHTS, DAY_S)[entry])


def test_a_call_among_the_work_waits_its_turn(play: Play) -> None:
    busy, caller = Citizen(0, content_s=20_000, key=2085), Citizen(200, key=69)
    later = Citizen(18_000, key=2085)
    first = 200 + drawn_delay(1 / 24, caller, Stream.CHASE_DELAY, 0)
    assert first < 18_000
    among = service("demand.chase_per_day=24", "plain.centralisation.calls_first=0")
    log = only(play(among, busy, caller, later), "start")
    assert log[:4] == table(f"""
        0      start  0  0  0  1  work  0                 -
        20060  start  1  0  0  1  work  19860             -    # since 200
        20720  start  1  0  0  1  call  {20_720 - first}  -
        21020  start  2  0  0  1  work  3020              -    # since 18 000
    """)


def test_a_first_contact_among_the_work_waits_its_turn(play: Play) -> None:
    front = (
        "plain.centralisation.front_office_staff=0.5",
        "plain.functions.pools.0.staff=0.5",
        "staff.total=2",
        "plain.centralisation.calls_first=0",
    )
    log = only(play(service(*front), Citizen(100), Citizen(110, key=2)), "start")
    assert [row.split()[:3] for row in log[:3]] == [
        ["100", "start", "0"],
        ["160", "start", "0"],
        ["160", "start", "1"],
    ]


def test_what_falls_due_at_night_is_called_about_at_the_hours_of_calls(play: Play) -> None:
    unfit = Citizen(100, particulars=1, key=54)
    office = service(*OFFICE, by_hour(*WEIGHTS), "plain.standards.absorb=0", "demand.return_days=1")
    due_s = 760 + drawn_delay(1, unfit, Stream.RETURN_DELAY, 1)  # after 8:00 on Monday
    assert DAY_S < due_s < 86_400  # in the night to Tuesday
    comes = DAY_S + drawn_time(unfit, Stream.RETURN_DELAY, 1)
    assert comes % DAY_S // 3_600 in (1, 4)
    contacts = only(play(office, unfit, days=3), "contact_in")
    assert contacts[:2] == table(f"""
        100      contact_in  0  -  -  1  nothing  0  value
        {comes}  contact_in  0  -  -  1  nothing  0  absorb
    """)


def test_what_falls_due_while_open_is_called_about_then(play: Play) -> None:
    wrong = Citizen(100, correction_delay_s=3_600)
    contacts = only(play(service(*OFFICE, by_hour(*WEIGHTS)), wrong), "contact_in")
    assert [row.split()[0] for row in contacts] == ["100", "3700"]


def test_letters_are_there_when_it_opens(play: Play) -> None:
    letter = service(
        *OFFICE,
        by_hour(*WEIGHTS),
        "plain.purpose.notice=1",
        "plain.digital.capture_dialogue=0",
        "demand.answer_days=1",
    )
    asked = Citizen(100, particulars=1, key=54)
    due_s = 280 + drawn_delay(1, asked, Stream.ANSWER_DELAY, 1, 0, 0)
    assert DAY_S < due_s < 86_400
    contacts = about(only(play(letter, asked, days=3), "contact_in"), 0)
    assert contacts[1] == f"{DAY_S} contact_in 0 - - 1 citizen 0 capture"
