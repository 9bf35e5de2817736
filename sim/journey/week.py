"""The cases of one week, on their way through a design: where each is at what time.

A place is where a case waits or is worked on. A case that waits for its planned day, or for a
message of the citizen that nobody asked for, stays where it was last; calls to ask how it goes are
marked on the case, which does not move for them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from sim.calendar import WEEK_DAYS
from sim.experiment import FOLLOW_UP_DAYS, Run
from sim.experiment.warmup import count_open, find_warm_up
from sim.journey.passages import (
    ARRIVED,
    MET,
    Passage,
    list_places,
    read_passages,
)
from sim.journey.rows import name_pool
from sim.ledger import EndState
from sim.ledger.tables import Whole
from sim.random import Stream, uniform
from sim.units import DAY_S, HOUR_S
from sim.words import journey as words
from sim.words import say

MOST_CASES = 150
"""More are drawn by lot among those there are, the same in every design."""
BY_LOT = 3
"""Stands in the key of that draw."""


class Move(NamedTuple):
    """A case goes somewhere, or work on it begins or ends."""

    hour: float
    """Working hours since the week began."""
    place: int
    """Which of the week's places."""
    slot: int
    """Where in it, from 0: no two cases are in one at the same time."""
    is_worked_on: bool


class Dot(NamedTuple):
    """A case."""

    moves: tuple[Move, ...]
    failures: tuple[float, ...]
    """Working hours at which it brought failure demand."""


class DayEnd(NamedTuple):
    """How all cases stand as a day closes."""

    weekday: int
    came: int
    """New cases since the week began; so with the next two."""
    met: int
    failures: int
    """Contacts that are failure demand."""
    still_open: int


class Week(NamedTuple):
    """A week in one design."""

    places: tuple[str, ...]
    """Their names, in the order in which a case meets them, in the language that was spoken."""
    met: int | None
    """Which of them it is where the need is met; `None` if no case gets there."""
    dots: tuple[Dot, ...]
    cases: int
    """How many cases there were in the week; those drawn are the dots."""
    opens_hour: float
    hours_per_day: float
    days: tuple[DayEnd, ...]


def build_weeks(runs: Sequence[Run]) -> tuple[Week, ...]:
    """Build the first whole week after the warm-up of runs of the same one-off cases."""
    week = max(map(_find_week, runs))
    present = [_find_present(run, week) for run in runs]
    drawn = _draw(runs[0], present)
    return tuple(
        _build_week(run, week, sorted(drawn & set(cases)), len(cases))
        for run, cases in zip(runs, present, strict=True)
    )


def _find_week(run: Run) -> int:
    """Return the first week that begins after the warm-up and has an open day."""
    calendar, open_cases = run.calendar, count_open(run.ledger, run.days + FOLLOW_UP_DAYS)
    week = -(-find_warm_up(open_cases, calendar, run.days).day // WEEK_DAYS)
    return calendar.calendar_day(calendar.open_days(week * WEEK_DAYS)) // WEEK_DAYS


def _find_present(run: Run, week: int) -> list[int]:
    """List the cases that are there in a week: that have come, and were not over before."""
    courses, from_s = run.ledger.courses, _begin(run, week)
    has_come = (courses.arrival_s >= 0) & (courses.arrival_s < from_s + WEEK_DAYS * DAY_S)
    is_over = (courses.end_state != EndState.OPEN) & (courses.end_s < from_s)
    is_case = courses.visits_per_day == 0
    return [int(case) for case in np.flatnonzero(has_come & ~is_over & is_case)]


def _begin(run: Run, week: int) -> int:
    """Return the calendar time at which a week's first day opens, or would without holidays."""
    return week * WEEK_DAYS * DAY_S + run.calendar.opens_s


def _draw(run: Run, present: Sequence[list[int]]) -> set[int]:
    """Draw cases by lot, as many as there may be in each design."""
    keys, room = run.population.key, [MOST_CASES] * len(present)
    sets, drawn = [set(cases) for cases in present], set()
    every = set().union(*sets)
    for case in sorted(every, key=lambda one: uniform(int(keys[one]), Stream.NAME, 0, BY_LOT)):
        left = [free - (case in cases) for free, cases in zip(room, sets, strict=True)]
        if min(left) < 0:
            break
        room = left
        drawn.add(case)
    return drawn


def _build_week(run: Run, week: int, drawn: list[int], count: int) -> Week:
    calendar = run.calendar
    first_day, last_day = (calendar.open_days(nth * WEEK_DAYS) for nth in (week, week + 1))
    first_s = first_day * calendar.day_s
    passages = read_passages(run, first_s, last_day * calendar.day_s, drawn)
    places = list_places(passages)
    return Week(
        places=tuple(_name(run, place, first_s) for place in places),
        met=places.index(MET) if MET in places else None,
        dots=tuple(_place_dots(passages, {place: nth for nth, place in enumerate(places)})),
        cases=count,
        opens_hour=calendar.opens_s / HOUR_S,
        hours_per_day=calendar.day_s / HOUR_S,
        days=tuple(_sum_days(run, week)),
    )


def _name(run: Run, place: int, time_s: int) -> str:
    return name_pool(run, place, time_s) if place > ARRIVED else say(words.PLACES[place])


def _place_dots(passages: Sequence[Passage], nth_of: dict[int, int]) -> Iterator[Dot]:
    """Give each case a slot of its own wherever it is: the first that is free."""
    taken: dict[int, set[int]] = {nth: set() for nth in nth_of.values()}
    moves: dict[int, list[Move]] = {}
    failures: dict[int, list[float]] = {}
    for passage in passages:
        of_case = moves.setdefault(passage.citizen, [])
        if passage.place is None:
            failures.setdefault(passage.citizen, []).append(passage.hour)
            continue
        place, before = nth_of[passage.place], of_case[-1] if of_case else None
        slot = before.slot if before and before.place == place else None
        if slot is None:
            if before:
                taken[before.place].discard(before.slot)
            slot = next(nth for nth in range(MOST_CASES + 1) if nth not in taken[place])
            taken[place].add(slot)
        of_case.append(Move(passage.hour, place, slot, passage.is_worked_on))
    for citizen, of_case in moves.items():
        yield Dot(tuple(of_case), tuple(failures.get(citizen, ())))


def _sum_days(run: Run, week: int) -> Iterator[DayEnd]:
    """Tell how all cases stand at the end of each open day."""
    ledger, calendar, from_s = run.ledger, run.calendar, _begin(run, week)
    courses = ledger.courses
    met_s = courses.end_s[courses.end_state == EndState.MET]
    failed_s = ledger.contacts.calendar_s[ledger.contacts.cause > 0]
    for day in range(WEEK_DAYS):
        if not calendar.is_open_day(week * WEEK_DAYS + day):
            continue
        to_s = from_s + (day + 1) * DAY_S
        is_before = ledger.openings.calendar_s < to_s
        yield DayEnd(
            weekday=day,
            came=_count(courses.arrival_s, from_s, to_s),
            met=_count(met_s, from_s, to_s),
            failures=_count(failed_s, from_s, to_s),
            still_open=int(ledger.openings.change[is_before].sum()),
        )


def _count(times_s: Whole, from_s: int, to_s: int) -> int:
    return int(((times_s >= from_s) & (times_s < to_s)).sum())
