"""The clock and the agenda: what is scheduled, in the order of `sim.engines.order`.

Time, moment and order of scheduling stand in one number. What comes next stands sorted by it, the
soonest last. What is further off waits in a list for its span of time, unsorted. A span is so short
that few moments fall in one, and to sort these takes less than a heap would. The lists are a ring
of more than a month: what lies a round later waits in the same list. Citizens arrive one after
another, and so the next arrival stands beside both.
"""

from enum import IntEnum
from typing import Any

import numpy as np

from sim.calendar import WEEK_DAYS
from sim.engines.fast.machine.arrays import (
    agenda_of,
    arrival_s_of,
    design_of,
    holiday_of,
    laters_of,
    runs_of,
    spans_of,
)
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.rank import MOMENT_BITS, NUMBER_BITS
from sim.engines.fast.machine.slots import take_later
from sim.engines.order import Moment
from sim.eventlog import NONE
from sim.units import DAY_S

NEVER = np.uint64(2**64 - 1)
TIME_SHIFT, MOMENT_SHIFT = np.uint64(MOMENT_BITS + NUMBER_BITS), np.uint64(NUMBER_BITS)
MOMENT_MASK = np.uint64(2**MOMENT_BITS - 1)


def require_bits(names: type[IntEnum], bits: int) -> None:
    """Refuse to go on if some bits cannot tell the members of an enum apart."""
    if max(names) >= 2**bits:
        raise ValueError(f"{names.__name__}: {max(names)} does not fit in {bits} bits")


require_bits(Moment, MOMENT_BITS)


@inlined
def rank_of(time_s: int, moment: Any, nth: int) -> Any:
    """Return time, moment and order of scheduling as one number."""
    return (
        (np.uint64(time_s) << TIME_SHIFT)
        | (np.uint64(moment.value) << MOMENT_SHIFT)
        | np.uint64(nth)
    )


@inlined
def at(world: Any, time_s: int, moment: Any, about: int) -> bool:
    """Schedule a moment at a service time; tell whether it lies before the end of the run."""
    if time_s >= world.ends_s:
        return False
    key = rank_of(time_s, moment, world.scheduled)
    world.scheduled += 1
    world.pending += 1  # one span may bring all of them onto the agenda at once
    if time_s < world.horizon_s:
        _push(world, key, about)
    else:
        _put_off(world, time_s >> world.span, key, about)
    return True


@inlined
def _put_off(world: Any, span: int, key: Any, about: int) -> None:
    """Let a moment wait in the list of its span of time."""
    node = take_later(world)
    later = laters_of(world)[node]
    later.key, later.about = key, about
    _let_wait(world, span, later, node)


@inlined
def _let_wait(world: Any, span: int, later: Any, node: int) -> None:
    place = span & (world.spans_rows - 1)
    later.next = spans_of(world)[place]
    spans_of(world)[place] = node


@inlined
def _take_up(world: Any) -> None:
    """Bring the moments of the next spans of time onto the agenda, until there is one.

    The next arrival may come before: what then is scheduled need not be sorted yet.
    """
    arrival_s = np.int64(world.next_arrival >> TIME_SHIFT)
    while world.moments == 0 and world.next_span < world.spans and arrival_s >= world.horizon_s:
        span = world.next_span
        world.next_span = span + 1
        world.horizon_s = world.next_span << world.span
        _take_up_span(world, span)


@inlined
def _take_up_span(world: Any, span: int) -> None:
    """Bring the moments of a span onto the agenda; those a round later wait on."""
    place = span & (world.spans_rows - 1)
    node = spans_of(world)[place]
    spans_of(world)[place] = NONE
    while node != NONE:
        later = laters_of(world)[node]
        following = later.next
        if np.int64(later.key >> TIME_SHIFT) < world.horizon_s:
            _push(world, later.key, later.about)
            later.next = world.free_later
            world.free_later = node
        else:
            _let_wait(world, span, later, node)
        node = following


@inlined
def begin_agenda(world: Any) -> None:
    """Divide the run into spans of time; on the agenda is the end of time."""
    world.moments = world.scheduled = world.laters_used = world.next_span = 0
    world.pending = 1
    agenda_of(world)[0].key = NEVER
    world.horizon_s = world.span = 0
    while world.ends_s >> world.span >= runs_of(world)[world.run].spans:
        world.span += 1
    world.spans = (world.ends_s >> world.span) + 1
    for place in range(world.spans_rows):
        spans_of(world)[place] = NONE
    world.next_arrival = NEVER


@inlined
def _push(world: Any, key: Any, about: int) -> None:
    """Put a moment in its place among the few of its span: behind it stands what comes sooner."""
    agenda = agenda_of(world)
    world.moments += 1
    hole = world.moments
    while agenda[hole - 1].key < key:
        agenda[hole].key = agenda[hole - 1].key
        agenda[hole].about = agenda[hole - 1].about
        hole -= 1
    agenda[hole].key, agenda[hole].about = key, about


@inlined
def for_case(world: Any, time_s: int, moment: Any, case: Any) -> None:
    """Schedule a moment of a case."""
    if at(world, time_s, moment, case.slot):
        case.pending += 1


@inlined
def next_moment(world: Any) -> Any:
    """Go to the next moment and return its kind; `NONE` at the end of the run."""
    if world.moments == 0:
        _take_up(world)
    soonest = agenda_of(world)[world.moments]
    if world.next_arrival < soonest.key:
        key = world.next_arrival
        world.next_arrival = NEVER
        world.about = world.next_citizen
    else:
        key = soonest.key
        if key == NEVER:
            return NONE
        world.about = soonest.about
        world.pending -= 1
        world.moments -= 1
    _tell_time(world, np.int64(key >> TIME_SHIFT))
    return np.int64((key >> MOMENT_SHIFT) & MOMENT_MASK)


@inlined
def _tell_time(world: Any, time_s: Any) -> None:
    """Set the clocks: at closing calendar time is that of the evening, until a day is opened."""
    world.now_s = time_s
    world.now_cal_s = time_s + world.to_cal_s


@inlined
def open_day(world: Any) -> None:
    """Let the day of the present service time be the open one."""
    calendar = design_of(world)
    day = world.now_s // calendar.day_s
    world.open_day, world.closes_s = day, (day + 1) * calendar.day_s
    world.weekly_day = day + _count_holidays_until(world, day)
    week = world.weekly_day // calendar.days_per_week
    weekday = world.weekly_day - week * calendar.days_per_week
    opens_cal_s = (week * WEEK_DAYS + weekday) * DAY_S + calendar.opens_s
    world.to_cal_s = opens_cal_s - day * calendar.day_s
    _tell_time(world, world.now_s)


@inlined
def _count_holidays_until(world: Any, day: int) -> int:
    """Count the holidays before an open day."""
    holiday, row = holiday_of(world), world.blueprint
    low, high = 0, design_of(world).holidays
    while low < high:
        middle = (low + high) >> 1
        if day < _count_weekly(world, holiday[row, middle]) - middle:
            high = middle
        else:
            low = middle + 1
    return low


@inlined
def _count_weekly(world: Any, calendar_days: int) -> int:
    """Count the days on which it opens of so many, had there been no holidays."""
    calendar = design_of(world)
    weeks = calendar_days // WEEK_DAYS
    return weeks * calendar.days_per_week + min(
        calendar_days - weeks * WEEK_DAYS, calendar.days_per_week
    )


@inlined
def _count_holidays_before(world: Any, calendar_day: int) -> int:
    """Count the holidays before a calendar day."""
    holiday, row = holiday_of(world), world.blueprint
    low, high = 0, design_of(world).holidays
    while low < high:
        middle = (low + high) >> 1
        if holiday[row, middle] < calendar_day:
            low = middle + 1
        else:
            high = middle
    return low


@inlined
def _is_open_day(world: Any, calendar_day: int, holidays: int) -> bool:
    """Tell whether the service opens on a calendar day with so many holidays before it."""
    calendar = design_of(world)
    if calendar_day % WEEK_DAYS >= calendar.days_per_week:
        return False
    if holidays == calendar.holidays:
        return True
    return holiday_of(world)[world.blueprint, holidays] != calendar_day


@inlined
def service_s(world: Any, calendar_s: int) -> int:
    """Service time of a calendar time; while closed, that of the next opening."""
    calendar = design_of(world)
    since_opening_s = calendar_s - calendar.opens_s
    calendar_day = since_opening_s // DAY_S
    holidays = _count_holidays_before(world, calendar_day)
    opens_s = (_count_weekly(world, calendar_day) - holidays) * calendar.day_s
    if not _is_open_day(world, calendar_day, holidays):
        return opens_s
    return opens_s + min(since_opening_s - calendar_day * DAY_S, calendar.day_s)


@inlined
def is_open(world: Any, calendar_s: int) -> bool:
    """Tell whether the service is open at a calendar time; at closing it is not."""
    calendar = design_of(world)
    since_opening_s = calendar_s - calendar.opens_s
    calendar_day = since_opening_s // DAY_S
    if since_opening_s - calendar_day * DAY_S >= calendar.day_s:
        return False
    return _is_open_day(world, calendar_day, _count_holidays_before(world, calendar_day))


@inlined
def after_delay(world: Any, delay_s: int) -> int:
    """Return the service time after a delay of calendar seconds from now."""
    return service_s(world, world.now_cal_s + delay_s)


@inlined
def expect_arrival(world: Any) -> None:
    """Expect the next citizen, if there is one before the end."""
    citizen = world.next_citizen
    world.next_arrival = NEVER
    if citizen < world.citizens:
        time_s = arrival_s_of(world)[world.first + citizen]
        if time_s < world.ends_s:
            world.next_arrival = rank_of(time_s, Moment.ARRIVAL, 0)
