"""Logs worked out by hand: one worker or two, the queue between them, day and night.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from sim.random import Stream
from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, drawn_delay, service
from tests.unit.engines.telling import about, only, table


def test_a_case_comes_and_is_met(play: Play) -> None:
    assert play(service(), Citizen(100)) == table("""
        0    day         -  -  -  -  -         0        -
        0    present     -  0  0  -  0         86400    -
        100  arrive      0  -  -  1  dialogue  600      -
        100  contact_in  0  -  -  1  nothing   0        value
        100  capture     0  -  -  1  0         0        -
        100  enter       0  -  0  1  work      1        -
        100  leave       0  -  0  1  work      0        -
        100  start       0  0  0  1  work      0        -
        760  finish      0  0  0  1  work      660      -      # 60 intake + 600 content
        760  activity    0  0  0  1  intake    60       -
        760  activity    0  0  0  1  value     600      -
        760  content     0  0  0  1  0         600      -
        760  decide      0  0  0  1  0         1000000  -      # by the standard, in full
        760  close       0  -  -  1  0         660      -      # 760 - 100 on the clock
        760  met         0  -  -  1  1         600      -      # by one pair of hands
    """)


def test_one_worker_serves_who_came_first(play: Play) -> None:
    log = play(service(), Citizen(100), Citizen(200, content_s=300, key=2))
    assert about(log, 1) == table("""
        200   arrive      1  -  -  1  dialogue  300      -
        200   contact_in  1  -  -  1  nothing   0        value
        200   capture     1  -  -  1  0         0        -
        200   enter       1  -  0  1  work      1        -
        760   leave       1  -  0  1  work      0        -
        760   start       1  0  0  1  work      560      -      # since 200
        1120  finish      1  0  0  1  work      360      -      # 60 + 300
        1120  activity    1  0  0  1  intake    60       -
        1120  activity    1  0  0  1  value     300      -
        1120  content     1  0  0  1  0         300      -
        1120  decide      1  0  0  1  0         1000000  -
        1120  close       1  -  -  1  0         920      -
        1120  met         1  -  -  1  1         300      -
    """)


def test_a_second_worker_spares_the_wait(play: Play) -> None:
    log = play(service("staff.total=2"), Citizen(100), Citizen(200, content_s=300, key=2))
    assert [row.split()[7] for row in only(log, "start")] == ["0", "0"]
    assert [row.split()[0] for row in only(log, "met")] == ["560", "760"]


def test_what_re_enters_goes_to_the_back(play: Play) -> None:
    letter = service("plain.purpose.notice=1", "plain.digital.capture_dialogue=0")
    log = play(letter, Citizen(100, particulars=1), Citizen(150, content_s=300, key=2))
    assert only(log, "enter", "start", "met") == table("""
        100   enter  0  -  0  1  work  1    -
        100   start  0  0  0  1  work  0    -    # 60 intake + 120 to ask, till 280
        150   enter  1  -  0  1  work  1    -
        280   start  1  0  0  1  work  130  -    # 60 + 300, till 640
        280   enter  0  -  0  1  work  1    -    # answered at once, and behind the other
        640   met    1  -  -  1  1     300  -
        640   start  0  0  0  1  work  360  -    # 180 to read the answer + 600
        1420  met    0  -  -  1  1     600  -
    """)


URGENT, LESS = ("demand.urgent.priority=1",), Citizen(0, key=3)


def test_a_higher_priority_is_taken_first(play: Play) -> None:
    waiting = [Citizen(100, key=2), Citizen(200, content_s=300, demand_type=1)]
    log = play(service(*URGENT), LESS, *waiting)
    assert only(log, "start") == table("""
        0     start  0  0  0  1  work  0     -
        660   start  2  0  0  1  work  460   -    # who came last
        1020  start  1  0  0  1  work  920   -
    """)
    alike = play(service("demand.priority=1"), LESS, *waiting)
    assert [row.split()[2] for row in only(alike, "start")] == ["0", "1", "2"]


def test_a_higher_priority_is_taken_first_though_past_due(play: Play) -> None:
    asked = ("plain.purpose.notice=1", "plain.digital.capture_dialogue=0")
    due = ("plain.targets.days=0.001", "plain.targets.order=deadline")
    urgent = Citizen(0, particulars=1, demand_type=1)  # answers at 180, and was due at 86
    waiting = [Citizen(100, content_s=300, key=2), Citizen(150, content_s=300, key=3)]
    log = play(service(*URGENT, *asked, *due), urgent, *waiting)
    assert [row.split()[2] for row in only(log, "start")] == ["0", "1", "0", "2"]
    log = play(service(*asked, *due), urgent, *waiting)
    assert [row.split()[2] for row in only(log, "start")] == ["0", "1", "2", "0"]


def test_calls_are_taken_before_work_of_a_higher_priority(play: Play) -> None:
    chased = service(*URGENT, "demand.need.chase_per_day=600")
    log = play(chased, LESS, Citizen(10, key=2), Citizen(20, key=4, demand_type=1))
    after = only(log, "start")[1].split()
    assert after[:3] + after[6:7] == ["660", "start", "1", "call"]


def test_work_stands_still_while_the_service_is_closed(play: Play) -> None:
    office = service(
        "calendar.days_per_week=5",
        "calendar.opens_hour=8",
        "calendar.hours_per_day=8",
        "staff.days_on_per_week=5",
        "staff.shifts.0.hours=8",
        "plain.digital.dialogue_minutes=0",
    )
    # Friday 15:50 is ten minutes before the end of the fifth open day, 5 x 28 800 s. An hour's work
    # ends on Monday at 8:50: 65 h later, 234 000 s of the citizen's time.
    log = play(office, Citizen(143_400, content_s=3_600), days=9)
    assert only(log, "start", "lay_aside", "go_on", "finish", "close") == table("""
        143400  start      0  0  0  1  work  0       -
        144000  lay_aside  0  0  0  1  work  600     -
        144000  go_on      0  0  0  1  work  3000    -
        147000  finish     0  0  0  1  work  3600    -
        147000  close      0  -  -  1  0     234000  -
    """)


KEYS = (1, 6, 2, 5)
"""Keys with which nobody calls before the tie; any others with which that holds would do."""


def test_finish_before_return_before_chase_before_arrival(play: Play) -> None:
    tenth = 0.1  # mean days of both delays
    unfit, long, impatient = (Citizen(0, key=key) for key in KEYS[:3])
    tie = 120 + drawn_delay(tenth, unfit, Stream.RETURN_DELAY, 1)  # helped wrongly from 0 to 120
    called = drawn_delay(tenth, impatient, Stream.CHASE_DELAY, 0)
    citizens = [
        unfit._replace(content_s=60, particulars=1),
        long._replace(arrives_s=60, content_s=tie - 180),  # 60 intake, from 120 on
        impatient._replace(arrives_s=tie - called),
        Citizen(tie, key=KEYS[3]),
    ]
    changes = ("demand.return_days=0.1", "demand.chase_per_day=10", "plain.standards.absorb=0")
    log = play(service(*changes), *sorted(citizens))
    at_tie = [row for row in log if row.startswith(f"{tie} ")]
    assert [row.split()[1:3] + row.split()[8:] for row in only(at_tie, "finish", "contact_in")] == [
        ["finish", "1", "-"],
        ["contact_in", "0", "absorb"],
        ["contact_in", "2", "chase"],
        ["contact_in", "3", "value"],
    ]
