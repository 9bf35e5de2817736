"""Logs worked out by hand: a client's visits, and what a missed need becomes.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from sim.random import Stream, uniform
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, service
from tests.unit.engines.telling import only, table

CLIENT = Citizen(0, content_s=1_800, particulars=1, key=5, visits_per_day=1, episode_s=86_400)
DUE = int(uniform(CLIENT.key, Stream.VISIT_TIME) * 82_800)
"""Time of day of the client's visit: anywhere in the day but its last hour."""
ENDS = 86_400 + DUE
HOME_CARE = (
    "demand.kind=visits",
    "demand.visits_per_day=1",
    "demand.episode_days=1",
    "plain.centralisation.travel_minutes=5",
    "plain.centralisation.planning_minutes=1",
    "plain.functions.read_in_minutes=2",
    "plain.functions.read_in_minutes_per_particular=1",
)
STANDARD_TIME = ("plain.budget.cap_minutes=15", "plain.budget.floor_minutes=20")


def test_a_visit_under_standard_time_is_too_short_and_too_long(play: Play) -> None:
    log = play(service(*HOME_CARE, *STANDARD_TIME), CLIENT, days=2)
    over = DUE + 1_740
    besides = ("day", "present", "leave", "start")
    assert [row for row in log if row.split()[1] not in besides] == table(f"""
        0       arrive      0  -  -  1  dialogue     1800     -
        0       contact_in  0  -  -  1  nothing      0        value
        0       capture     0  -  -  1  1            1        -        # goes into the plan
        0       enter       0  -  0  1  call         1        -
        60      finish      0  0  0  1  call         60       -
        60      activity    0  0  0  1  intake       60       -
        {DUE}   enter       0  -  0  1  visit        1        -
        {over}  finish      0  0  0  1  visit        1740     -
        {over}  activity    0  0  0  1  travel       300      -
        {over}  activity    0  0  0  1  plan         60       -
        {over}  activity    0  0  0  1  read_in      180      -        # 120, and 60 on the plan
        {over}  activity    0  0  0  1  value        900      -        # the cap
        {over}  activity    0  0  0  1  overservice  300      -        # up to the floor
        {over}  content     0  0  0  1  0            900      -
        {over}  visit       0  0  0  1  0            1800     -        # nothing missed, of 1800 s
        {over}  visit_time  0  0  0  1  900          300      -        # undone, and too much
        {over}  decide      0  0  0  1  0            1000000  -
        {ENDS}  end         0  -  -  1  -            0        -
    """)


def test_a_visit_with_room_fits_the_need(play: Play) -> None:
    log = play(service(*HOME_CARE), CLIENT, days=2)
    assert only(log, "visit", "visit_time", "grow") == table(f"""
        {DUE + 2_340}  visit       0  0  0  1  0  1800  -    # 300 + 60 + 180 + 1800
        {DUE + 2_340}  visit_time  0  0  0  1  0  0     -
    """)


def test_a_visit_is_made_to_its_end_after_closing(play: Play) -> None:
    # Open for eight hours, and visits of as many: what of it lies beyond closing is overtime.
    hours = ("calendar.hours_per_day=8", "staff.shifts.0.hours=8")
    day_s, busy_s = 28_800, 300 + 60 + 180 + 28_800
    due = int(uniform(CLIENT.key, Stream.VISIT_TIME) * (day_s - 3_600))
    log = play(service(*HOME_CARE, *hours), CLIENT._replace(content_s=28_800), days=2)
    rows = only(log, "start", "overtime", "lay_aside", "finish", "visit", "day")
    assert rows[3:] == table(f"""
        {due}    start     0  0  0  1  visit  0                        -
        {due}    overtime  -  0  0  -  0      {due + busy_s - day_s}   -
        {day_s}  finish    0  0  0  1  visit  {busy_s}                 -
        {day_s}  visit     0  0  0  1  0      28800                    -
        {day_s}  day       -  -  -  -  -      1                        -
    """)


def test_what_a_visit_missed_may_bring_a_call(play: Play) -> None:
    log = play(service(*HOME_CARE, *STANDARD_TIME, "demand.missed_call=1"), CLIENT, days=2)
    over = DUE + 1_740
    assert only(log, "contact_in", "activity")[7:] == table(f"""
        {over}        contact_in  0  -  -  1  nothing          0    cap
        {over + 300}  activity    0  0  0  1  failure_contact  300  -
    """)


def test_a_client_calls_about_something_new_when_the_days_first_visit_is_due(play: Play) -> None:
    # 30 calls a month are one a day. The only worker is on the visit by then, and answers after it.
    log = play(service(*HOME_CARE, "demand.value_calls_per_month=30"), CLIENT, days=2)
    over = DUE + 2_340
    assert only(log, "contact_in", "finish", "activity")[3:] == table(f"""
        {DUE}         contact_in  0  -  -  1  nothing  0     value
        {over}        finish      0  0  0  1  visit    2340  -
        {over}        activity    0  0  0  1  travel   300   -
        {over}        activity    0  0  0  1  plan     60    -
        {over}        activity    0  0  0  1  read_in  180   -
        {over}        activity    0  0  0  1  value    1800  -
        {over + 300}  finish      0  0  0  1  call     300   -
        {over + 300}  activity    0  0  0  1  intake   300   -
    """)


def test_what_a_visit_missed_may_take_an_extra_visit(play: Play) -> None:
    extra = service(*HOME_CARE, *STANDARD_TIME, "demand.missed_extra_visit=1")
    over = DUE + 1_740 + 1_260
    assert only(play(extra, CLIENT, days=2), "finish", "activity", "content")[9:] == table(f"""
        {over}  finish    0  0  0  1  extra_visit  1260  -
        {over}  activity  0  0  0  1  travel       300   -
        {over}  activity  0  0  0  1  plan         60    -
        {over}  activity  0  0  0  1  rework       900   -    # the face is known: nothing to read
        {over}  content   0  0  0  1  1            900   -    # what was left undone
    """)


def test_what_is_missed_in_silence_grows(play: Play) -> None:
    log = play(service(*HOME_CARE, *STANDARD_TIME, "demand.growth=1.1"), CLIENT, days=2)
    assert only(log, "grow") == [f"{DUE + 1_740} grow 0 - - 1 - 90 -"]  # a tenth of the 900 undone


@pytest.mark.parametrize(
    ("change", "missed", "cause"),
    [
        ("plain.digital.capture_dialogue=0", 1, "capture"),
        ("plain.functions.convey=0", 1, "convey"),
        ("plain.standards.absorb=0", 1, "absorb"),
    ],
)
def test_a_missed_particular_calls_for_its_cause(
    play: Play, change: str, missed: int, cause: str
) -> None:
    log = play(service(*HOME_CARE, "demand.missed_call=1", change), CLIENT, days=2)
    (visit,), (_, call) = only(log, "visit"), only(log, "contact_in")
    assert visit.split()[6] == str(missed)
    assert call.split()[8] == cause


def test_a_familiar_face_knows_what_a_new_one_must_be_told(play: Play) -> None:
    lossy = service(*HOME_CARE, "plain.functions.convey=0")
    log = play(lossy, CLIENT._replace(episode_s=3 * 86_400), days=4)
    assert [row.split()[5:7] for row in only(log, "visit")] == [["1", "1"], ["2", "0"], ["3", "0"]]


def test_visits_are_spread_over_the_day(play: Play) -> None:
    twice = CLIENT._replace(visits_per_day=2)
    share = uniform(CLIENT.key, Stream.VISIT_TIME)
    expected = [int((slot + share) * 82_800) // 2 for slot in (0, 1)]
    log = play(service(*HOME_CARE), twice, days=1)
    visits = [row for row in only(log, "enter") if "visit" in row]
    assert [int(row.split()[0]) for row in visits] == expected


TWO_CLIENTS = (CLIENT, CLIENT)
"""Both are due in the same second, and there is one worker."""


def test_a_visit_that_nobody_begins_within_its_window_is_missed(play: Play) -> None:
    clock = ("demand.window_minutes=10", "demand.missed_call=1")
    rows = only(play(service(*HOME_CARE, *clock), *TWO_CLIENTS, days=1), "leave", "miss", "visit")
    calls = only(play(service(*HOME_CARE, *clock), *TWO_CLIENTS, days=1), "contact_in")
    ends, over = DUE + 600, DUE + 2_340
    assert rows[2:] == table(f"""
        {DUE}   leave  0  -  0  1  visit  0     -
        {ends}  leave  1  -  0  1  visit  0     -
        {ends}  miss   1  -  0  1  visit  600   -       # nobody came for ten minutes
        {ends}  visit  1  -  0  1  1      1800  -       # the particular, and all of the content
        {over}  visit  0  0  0  1  0      1800  -
        {over}  leave  1  -  0  1  call   0     -
    """)
    assert calls[2:] == [f"{ends} contact_in 1 - - 1 nothing 0 late"]


def test_a_visit_begun_in_the_last_second_of_its_window_is_made(play: Play) -> None:
    log = play(service(*HOME_CARE, "demand.window_minutes=39"), *TWO_CLIENTS, days=1)
    assert only(log, "miss") == []
    assert [row for row in only(log, "start") if "visit" in row] == table(f"""
        {DUE}          start  0  0  0  1  visit  0     -
        {DUE + 2_340}  start  1  0  0  1  visit  2340  -
    """)


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        ("demand.missed_extra_visit=1", ["enter 1 - 0 1 extra_visit 1 -"]),
        ("demand.growth=1.1", ["grow 1 - - 1 - 180 -"]),  # a tenth of the whole content
    ],
)
def test_what_nobody_came_for_is_made_good_or_grows(
    play: Play, follows: str, expected: list[str]
) -> None:
    log = play(service(*HOME_CARE, "demand.window_minutes=10", follows), *TWO_CLIENTS, days=1)
    after = [row for row in log if row.startswith(f"{DUE + 600} ")]
    assert [row.split(" ", 1)[1] for row in only(after, "enter", "grow")] == expected


def test_a_window_that_reaches_beyond_closing_ends_at_closing(play: Play) -> None:
    hours = ("calendar.hours_per_day=8", "staff.shifts.0.hours=8", "demand.window_minutes=1440")
    day_s = 28_800
    due = int(uniform(CLIENT.key, Stream.VISIT_TIME) * (day_s - 3_600))
    long = CLIENT._replace(content_s=28_800)
    rows = only(play(service(*HOME_CARE, *hours), long, CLIENT, days=2), "finish", "miss", "day")
    assert rows[3:] == table(f"""
        {day_s}  finish  0  0  0  1  visit  {300 + 60 + 180 + 28_800}  -
        {day_s}  miss    1  -  0  1  visit  {day_s - due}               -   # in the evening
        {day_s}  day     -  -  -  -  -      1                           -
    """)


def test_a_visit_that_begins_too_late_is_noted_when_it_is_over(play: Play) -> None:
    # 39 minutes late: by a limit of 39 it is on time, by one of 38 it is not.
    late = f"{DUE + 4_680} late_visit 1 0 0 1 0 2340 -"
    for minutes, expected in ((39, []), (38, [late])):
        change = f"demand.on_time_minutes={minutes}"
        log = play(service(*HOME_CARE, change), *TWO_CLIENTS, days=1)
        assert only(log, "late_visit") == expected


def test_a_missed_visit_is_over_though_its_window_ends_later(play: Play) -> None:
    # Visits done within their window leave their place to others; what ends then is nobody's.
    twice = CLIENT._replace(visits_per_day=40, content_s=60)
    log = play(service(*HOME_CARE, "demand.window_minutes=600"), twice, days=1)
    visits = [row for row in only(log, "finish") if "visit" in row]
    assert (len(visits), only(log, "miss")) == (40, [])
