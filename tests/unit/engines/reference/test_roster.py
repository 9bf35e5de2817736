"""Who is there: days on, shifts, absence, and different temps for different shifts."""

from collections import Counter

from scipy import stats

from sim.blueprint import Blueprint
from sim.engines.reference import simulate_reference
from sim.eventlog import Event, EventLog
from sim.units import DAY_S
from tests.unit.engines.stories import people, service

WEEKS = 8
EARLY = '{starts_hours={is=0,from="off"},hours={is=10,from="off"},share={is=0.5,from="off"}}'
LATE = '{starts_hours={is=8,from="off"},hours={is=10,from="off"},share={is=0.5,from="off"}}'


def run(blueprint: Blueprint, days: int = WEEKS * 7) -> EventLog:
    return simulate_reference(blueprint, people(), 9, days)


def test_each_works_the_days_of_the_week_asked_for() -> None:
    log = run(service("staff.total=7", "staff.days_on_per_week=5"))
    present = log.of_kind(Event.PRESENT)
    assert Counter(present.staff.tolist()) == {worker: 5 * WEEKS for worker in range(7)}


def test_days_on_are_spread_evenly_over_the_week() -> None:
    present = run(service("staff.total=7", "staff.days_on_per_week=5")).of_kind(Event.PRESENT)
    assert set(Counter((present.time_s // DAY_S).tolist()).values()) == {5}


def test_shifts_alternate_by_week_and_keep_their_shares() -> None:
    present = run(service("staff.total=4", f"staff.shifts=[{EARLY},{LATE}]")).of_kind(Event.PRESENT)
    hour = present.time_s % DAY_S // 3_600
    assert Counter(hour.tolist()) == {0: 2 * 7 * WEEKS, 8: 2 * 7 * WEEKS}
    assert set(present.amount.tolist()) == {10 * 3_600}
    first = present.rows(present.staff == 0)
    assert Counter((first.time_s % DAY_S // 3_600).tolist()) == {0: 28, 8: 28}


def test_absence_has_the_share_asked_for() -> None:
    log = run(service("staff.total=50", "staff.absence=0.1"))
    absent, present = (len(log.of_kind(kind).staff) for kind in (Event.ABSENT, Event.PRESENT))
    assert absent + present == 50 * 7 * WEEKS
    assert stats.binomtest(absent, absent + present, 0.1).pvalue > 1e-5


def test_a_temp_covers_one_shift_at_a_time() -> None:
    covered = ("staff.total=20", "staff.absence=0.3", "staff.temps=4")
    log = run(service(*covered, "plain.centralisation.cover_by_temps=1"))
    present = log.of_kind(Event.PRESENT)
    temps = present.rows(present.step == 1)
    shifts = list(zip(temps.time_s.tolist(), temps.staff.tolist(), strict=True))
    assert len(set(shifts)) == len(shifts)
    assert set(temps.staff.tolist()) == {20, 21, 22, 23}


def test_temps_cover_the_share_asked_for() -> None:
    half = ("staff.total=50", "staff.absence=0.3", "staff.temps=50")
    log = run(service(*half, "plain.centralisation.cover_by_temps=0.5"))
    absent, present = len(log.of_kind(Event.ABSENT).staff), log.of_kind(Event.PRESENT)
    assert stats.binomtest(int((present.step == 1).sum()), absent, 0.5).pvalue > 1e-5


def test_absence_does_not_depend_on_the_design() -> None:
    def absences(design: str) -> list[tuple[int, ...]]:
        absent = run(service("staff.absence=0.2", "staff.total=6", *DIVIDED, design=design))
        rows = absent.of_kind(Event.ABSENT)
        return list(zip(rows.time_s.tolist(), rows.staff.tolist(), strict=True))

    assert absences("plain") == absences("other")


DIVIDED = ("other.centralisation.front_office_staff=0.5",)
