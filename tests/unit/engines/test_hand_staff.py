"""Logs worked out by hand: who is there, who takes over, and the day on which the design changes.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from typing import Any

from sim.blueprint import Blueprint
from sim.engines import get_engine
from sim.engines.request import ReformDay, RunRequest, build_stop_sign
from sim.ledger import build_ledger
from sim.random import Stream, uniform
from sim.random.keyed import key
from sim.units import DAY_S
from tests.unit.engines.conftest import LUCK, Play
from tests.unit.engines.stories import Citizen, functions, people, service
from tests.unit.engines.telling import only, table


def test_an_absent_worker_is_covered_by_a_temp(play: Play) -> None:
    covered = service("staff.absence=1", "staff.temps=1", "plain.centralisation.cover_by_temps=1")
    assert only(play(covered, Citizen(100)), "absent", "present", "start") == table("""
        0    absent   -  0  0  -  0     86400  -
        0    present  -  1  0  -  1     86400  -    # a temp, who has a place of its own
        100  start    0  1  0  1  work  0      -
    """)


def test_without_cover_nobody_is_there(play: Play) -> None:
    assert only(play(service("staff.absence=1"), Citizen(100)), "present", "start") == []


def test_a_bankruptcy_brings_new_faces(play: Play) -> None:
    failing = service(
        "staff.total=2",
        "plain.outsourcing.share=0.5",
        "plain.outsourcing.bankruptcies_per_day=1",
    )
    assert only(play(failing, days=2), "bankrupt", "present") == table(f"""
        0        bankrupt  -  -  -  -  -  0      -
        0        present   -  0  0  -  0  86400  -    # the service's own stays
        0        present   -  3  0  -  0  86400  -    # 1 + 1 x 2
        {DAY_S}  bankrupt  -  -  -  -  -  0      -
        {DAY_S}  present   -  0  0  -  0  86400  -
        {DAY_S}  present   -  5  0  -  0  86400  -    # 1 + 2 x 2
    """)


def test_a_judgement_is_the_worker_s_own(play: Play) -> None:
    free = service("plain.standards.discretion=1", "plain.standards.judgement_spread=0.5")
    citizen = Citizen(100)
    entry = int(uniform(citizen.key, Stream.JUDGEMENT, 0) * 4_096)
    granted = free.decision.judgement_ppm[entry]
    assert only(play(free, citizen), "decide") == [f"760 decide 0 0 0 1 1 {granted} -"]


def test_pressure_first_speeds_up_then_cuts(play: Play) -> None:
    # At opening of day 2 one worker has two days of work waiting, against 0.8 at which pressure is
    # 1: time 1 / 2.5 = 0.4. A fifth of it is saved by speed, so 0.4 / 0.8 = half is worked: of each
    # job, since a job that is cut is left half done.
    loops = ("loops.alpha=1", "loops.floor=0.25", "loops.speed_limit=0.2")
    pressed = service(*loops, "loops.pressure_days=0.8", "plain.digital.dialogue_minutes=0")
    first, second = Citizen(0, content_s=90_000), Citizen(1, content_s=2 * DAY_S, key=2)
    log = play(pressed, first, second, days=4)
    assert only(log, "start", "activity", "cut")[2:] == table("""
        90000   start     1  0  0  1  work   89999   -
        159120  activity  1  0  0  1  value  69120   -    # 86400 at 0.8 of the time
        159120  cut       1  0  0  1  0      86400   -    # half of 172800
        159120  start     1  0  0  2  work   0       -    # still day 2
        193680  activity  1  0  0  2  value  34560   -
        193680  cut       1  0  0  2  0      43200   -
        193680  start     1  0  0  3  work   0       -
        236880  activity  1  0  0  3  value  43200   -    # on day 3 nothing had waited
    """)


def test_on_reform_day_waiting_work_re_enters_and_work_in_hand_goes_on(play: Play) -> None:
    divided = service("staff.total=2", functions(0.5, 0.5), "plain.digital.dialogue_minutes=0")
    whole = service("staff.total=2", "other.digital.dialogue_minutes=0", design="other")
    in_hand, waits = Citizen(43_200, content_s=2 * DAY_S), Citizen(50_000, 1_000, key=2)
    log = play(divided, in_hand, waits, days=4, reforms=(ReformDay(1, whole),))
    assert only(log, "enter", "start", "reform", "content", "met") == table("""
        43200   enter    0  -  0  1  work  1       -
        43200   start    0  0  0  1  work  0       -    # half of two days, till 129600
        50000   enter    1  -  0  1  work  1       -
        86400   reform   -  -  -  -  -     0       -
        86400   enter    1  -  0  1  work  1       -    # re-enters the one pool there is now
        86400   start    1  1  0  1  work  0       -    # the other worker is free
        87400   content  1  1  0  1  0     1000    -    # all of it, by one
        87400   met      1  -  -  1  1     1000    -
        129600  content  0  0  0  1  0     86400   -
        129600  enter    0  -  0  1  work  1       -
        129600  start    0  1  0  1  work  0       -
        216000  content  0  1  0  1  0     86400   -    # the half that was left
        216000  met      0  -  -  1  0     172800  -
    """)


def leave_empty(blueprint: Blueprint, places: int) -> Blueprint:
    """Return a design in which so many of the last places have nobody."""
    employed = len(blueprint.layout.worker_pool) - places
    return blueprint._replace(roster=blueprint.roster._replace(employed=employed))


def test_who_is_let_go_finishes_what_is_in_hand_and_comes_no_more(play: Play) -> None:
    two = service("staff.total=2", "plain.digital.dialogue_minutes=0")
    jobs = (Citizen(0, content_s=1_000), Citizen(500, content_s=2 * DAY_S, key=2))
    reforms = (ReformDay(1, leave_empty(two, 1)),)
    log = play(two, *jobs, days=4, reforms=reforms)
    assert only(log, "present", "start", "finish", "reform") == table("""
        0       present  -  0  0  -  0     86400   -
        0       present  -  1  0  -  0     86400   -
        0       start    0  0  0  1  work  0       -
        500     start    1  1  0  1  work  0       -    # till 173300
        1000    finish   0  0  0  1  work  1000    -
        86400   present  -  0  0  -  0     86400   -
        86400   present  -  1  0  -  0     86400   -    # the day had opened
        86400   reform   -  -  -  -  -     0       -
        172800  present  -  0  0  -  0     86400   -
        172800  present  -  1  0  -  0     86400   -    # something is in hand
        173300  finish   1  1  0  1  work  172800  -
        259200  present  -  0  0  -  0     86400   -
    """)


def test_who_is_taken_on_is_new_and_has_to_learn(play: Play) -> None:
    two = service(
        "staff.total=2", "plain.digital.dialogue_minutes=0", "plain.functions.training_weeks=0.3"
    )
    jobs = [
        Citizen(day * DAY_S + nth, 3_600, key=1 + 2 * day + nth)
        for day in (0, 3, 4)
        for nth in (0, 1)
    ]
    log = play(leave_empty(two, 1), *jobs, days=5, reforms=(ReformDay(1, two),))
    assert only(log, "present", "start", "reform") == table("""
        0       present  -  0  0  -  0     86400  -
        0       start    0  0  0  1  work  0      -
        3600    start    1  0  0  1  work  3599   -
        86400   present  -  0  0  -  0     86400  -
        86400   reform   -  -  -  -  -     0      -
        172800  present  -  0  0  -  0     86400  -
        172800  present  -  3  0  -  0     86400  -    # 1 + 2: the second place's first person
        259200  present  -  0  0  -  0     86400  -
        259200  present  -  3  0  -  0     86400  -
        259200  start    2  0  0  1  work  0      -    # two days of training, day 2 and 3
        262800  start    3  0  0  1  work  3599   -
        345600  present  -  0  0  -  0     86400  -
        345600  present  -  3  0  -  0     86400  -
        345600  start    4  3  0  1  work  0      -    # by lot, who is new as well
        345601  start    5  0  0  1  work  0      -
    """)


def test_designs_follow_one_another_and_each_pays_its_own_wages(engine: Any) -> None:
    dear = service("plain.digital.dialogue_minutes=0", "plain.functions.pools.wage=1.5")
    usual = service("plain.digital.dialogue_minutes=0")
    citizens = people(*(Citizen(day * DAY_S + 9, 100, key=day + 1) for day in range(4)))
    reforms = (ReformDay(1, dear), ReformDay(2, usual), ReformDay(3, dear))
    log = engine(usual, citizens, LUCK, 4, reforms=reforms)
    premiums_ppm = [design.layout.premium_ppm for design in (usual, dear, usual, dear)]
    fold = build_ledger(log, citizens, usual.calendar, premiums_ppm)
    assert fold.tallies.premium.sum(axis=1).tolist() == [0, 100 * 500_000, 0, 100 * 500_000]
    asked = RunRequest(usual, citizens, LUCK, 4, reforms)
    (ledger,) = get_engine("fast").simulate_batch([asked], build_stop_sign())
    assert ledger.tallies.premium.tolist() == fold.tallies.premium.tolist()


def test_a_dip_slows_the_work_after_reform_and_wears_off(play: Play) -> None:
    slow = ("loops.dip_days=2", "loops.dip_slowdown=0.5", "plain.digital.dialogue_minutes=0")
    design = service(*slow)
    cases = [Citizen(day * DAY_S + 100, 1_000, key=day + 1) for day in range(4)]
    log = play(design, *cases, days=4, reforms=(ReformDay(1, design),))
    busy = [row.split()[7] for row in only(log, "finish")]
    # before; on reform day half as long again; on the day after half of that; and then no more
    assert busy == ["1000", "1500", "1250", "1000"]


def test_a_worker_s_luck_is_its_own(play: Play) -> None:
    absent = service("staff.absence=0.5", "staff.total=4")
    expected = [uniform(key(LUCK, 0, w), Stream.ABSENCE, 0) < 0.5 for w in range(4)]
    rows = only(play(absent), "absent")
    assert [int(row.split()[3]) for row in rows] == [w for w in range(4) if expected[w]]


def test_a_job_in_hand_at_a_bankruptcy_is_finished_by_who_began_it(play: Play) -> None:
    failing = service("plain.outsourcing.share=1", "plain.outsourcing.bankruptcies_per_day=1")
    log = play(failing, Citizen(100, content_s=DAY_S), Citizen(200, key=2), days=2)
    assert only(log, "start", "finish") == table("""
        100    start   0  1  0  1  work  0      -    # 0 + 1 x 1: one bankruptcy so far
        86560  finish  0  1  0  1  work  86460  -
        86560  start   1  2  0  1  work  86360  -    # a new person by now
        87220  finish  1  2  0  1  work  660    -
    """)


def test_a_shock_keeps_staff_away_who_are_neither_absent_nor_covered(play: Play) -> None:
    one_day = 'from_day={is=1,from="assumed"},days={is=1,from="assumed"}'
    away = f'shock=[{{what="staff",{one_day},factor={{is=0,from="assumed"}}}}]'
    temps = ("staff.temps=1", "plain.centralisation.cover_by_temps=1")
    log = play(service(away, *temps), Citizen(DAY_S + 100), days=3)
    assert only(log, "present", "absent", "start") == table(f"""
        0            present  -  0  0  -  0     86400  -
        {2 * DAY_S}  present  -  0  0  -  0     86400  -
        {2 * DAY_S}  start    0  0  0  1  work  86300  -
    """)


OFTEN = ("staff.turnover_per_year=100", "plain.functions.training_weeks=0.142857")
"""One of four leaves on a day; who comes learns for a day."""


def test_who_is_new_is_present_and_does_no_work_yet(play: Play) -> None:
    design = service(*OFTEN, "staff.total=2")
    chance, days = design.roster.turnover, range(4)
    leaves = [
        [uniform(key(LUCK, 0, w), Stream.LEAVE, day) < chance for day in days] for w in range(2)
    ]
    assert leaves == [[False, False, True, False], [False, True, True, False]]
    cases = [Citizen(day * DAY_S + 100, key=day + 1) for day in (1, 2)]
    log = play(design, *cases, days=4)
    assert only(log, "present") == table(f"""
        0            present  -  0  0  -  0  86400  -
        0            present  -  1  0  -  0  86400  -
        {DAY_S}      present  -  0  0  -  0  86400  -
        {DAY_S}      present  -  3  0  -  0  86400  -    # 1 + 2: the first to come, who learns
        {2 * DAY_S}  present  -  2  0  -  0  86400  -    # 0 + 2
        {2 * DAY_S}  present  -  5  0  -  0  86400  -    # 3 + 2
        {3 * DAY_S}  present  -  2  0  -  0  86400  -
        {3 * DAY_S}  present  -  5  0  -  0  86400  -
    """)
    first, second = (row.split() for row in only(log, "start"))
    assert first[:4] == [str(DAY_S + 100), "start", "0", "0"]  # not who is new
    assert second[0] == str(3 * DAY_S)  # the day before both were learning
    assert second[3] in {"2", "5"}


def test_who_has_a_job_in_hand_finishes_it_before_leaving(play: Play) -> None:
    design = service(*OFTEN)
    log = play(design, Citizen(2 * DAY_S - 100, content_s=900), days=4)
    assert only(log, "finish") == [f"{2 * DAY_S + 860} finish 0 0 0 1 work 960 -"]
    assert [row.split()[3] for row in only(log, "present")] == ["0", "0", "0", "0"]


def test_who_is_at_other_duties_is_neither_there_nor_absent(play: Play) -> None:
    shared = ("staff.share_of_time=0.5", "staff.total=4")
    here = [w for w in range(4) if uniform(key(LUCK, 0, w), Stream.AT_SERVICE, 0) < 0.5]
    assert 0 < len(here) < 4
    told = {
        absence: only(play(service(*shared, f"staff.absence={absence}")), "present", "absent")
        for absence in (0, 1)
    }
    assert [row.split()[1:4:2] for row in told[0]] == [["present", str(w)] for w in here]
    assert [row.split()[1:4:2] for row in told[1]] == [["absent", str(w)] for w in here]


def test_what_is_in_hand_lies_while_its_worker_is_at_other_duties(play: Play) -> None:
    eight_hours = (
        "calendar.hours_per_day=8",
        "calendar.opens_hour=8",
        "staff.shifts.0.hours=8",
        "staff.share_of_time=0.5",
    )
    days = [d for d in range(14) if uniform(key(LUCK, 0, 0), Stream.AT_SERVICE, d) < 0.5]
    first, second = days[:2]
    assert second > first + 1
    log = play(service(*eight_hours), Citizen(first * 28_800, content_s=30_000), days=14)
    assert only(log, "start", "lay_aside", "go_on", "finish") == table(f"""
        {first * 28_800}         start      0  0  0  1  work  0      -
        {first * 28_800 + 28_800}  lay_aside  0  0  0  1  work  28800  -
        {second * 28_800}        go_on      0  0  0  1  work  1260   -
        {second * 28_800 + 1_260}  finish   0  0  0  1  work  30060  -
    """)
