"""The clock and the agenda: what is scheduled, in the order of `sim.engines.order`.

Time, moment and order of scheduling stand in one number, and what comes next is a binary heap of
such numbers. What is further off waits in a list for its span
of time, unsorted, so the heap stays small. Citizens arrive one after another, and so the next
arrival stands beside both.
"""

from enum import IntEnum
from typing import Any

import numpy as np

from sim.calendar import WEEK_DAYS
from sim.engines.fast.machine.arrays import (
    abouts_of,
    arrival_s_of,
    design_of,
    holiday_of,
    keys_of,
    laters_of,
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
    world.pending += 1  # one span may bring all of them into the heap at once
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
    later.next = spans_of(world)[span]
    spans_of(world)[span] = node


@inlined
def _take_up(world: Any) -> None:
    """Bring the moments of the next spans of time into the heap, until there is one."""
    while world.moments == 0 and world.next_span < world.spans:
        node = spans_of(world)[world.next_span]
        world.next_span += 1
        while node != NONE:
            later = laters_of(world)[node]
            _push(world, later.key, later.about)
            following = later.next
            later.next = world.free_later
            world.free_later = node
            node = following
    world.horizon_s = world.next_span << world.span


@inlined
def begin_agenda(world: Any) -> None:
    """Divide the run into spans of time, about as many as there are citizens."""
    world.moments = world.pending = world.scheduled = world.laters_used = world.next_span = 0
    world.horizon_s = world.span = 0
    while world.ends_s >> world.span >= world.spans_rows:
        world.span += 1
    world.spans = (world.ends_s >> world.span) + 1
    for span in range(world.spans):
        spans_of(world)[span] = NONE
    world.next_arrival = NEVER


@inlined
def _push(world: Any, key: Any, about: int) -> None:
    _rise(world, world.moments, key, about)
    world.moments += 1


@inlined
def _rise(world: Any, hole: int, key: Any, about: int) -> None:
    """Let a moment rise from a hole in the heap to its place."""
    while hole > 0:
        parent = (hole - 1) >> 1
        if keys_of(world)[parent] <= key:
            break
        keys_of(world)[hole] = keys_of(world)[parent]
        abouts_of(world)[hole] = abouts_of(world)[parent]
        hole = parent
    keys_of(world)[hole] = key
    abouts_of(world)[hole] = about


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
    keys = keys_of(world)
    if world.moments == 0 or world.next_arrival < keys[0]:
        key = world.next_arrival
        if key == NEVER:
            return NONE
        world.next_arrival = NEVER
        world.about = world.next_citizen
    else:
        key = keys[0]
        world.about = abouts_of(world)[0]
        _take_first(world)
    _tell_time(world, np.int64(key >> TIME_SHIFT))
    return np.int64((key >> MOMENT_SHIFT) & MOMENT_MASK)


@inlined
def _take_first(world: Any) -> None:
    """Let the smaller child come up all the way down; the last of the heap fills the hole."""
    world.pending -= 1
    world.moments -= 1
    last = world.moments
    key, about = keys_of(world)[last], abouts_of(world)[last]
    keys_of(world)[last] = NEVER  # so that the last child has a sibling that is never smaller
    hole, child = 0, 1
    while child < last:
        child += keys_of(world)[child + 1] < keys_of(world)[child]
        keys_of(world)[hole] = keys_of(world)[child]
        abouts_of(world)[hole] = abouts_of(world)[child]
        hole = child
        child = 2 * hole + 1
    _rise(world, hole, key, about)


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
