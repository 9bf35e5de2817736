"""Rows that several runs have written, put in order of time; those of one second run by run.

Each run has written its rows in order of time. So they are taken a block of seconds at a time, and
within a block sorted by the last digit of the time and then by the first, in a processor's cache.
"""

from typing import Any

from sim.engines.fast.machine.arrays import (
    contacts_of,
    counted_of,
    listed_of,
    meeting_jobs_of,
    meetings_of,
    merged_contacts_of,
    merged_jobs_of,
    merged_meetings_of,
    merged_openings_of,
    merged_shifts_of,
    merged_visits_of,
    openings_of,
    places_of,
    shifts_of,
    visits_of,
)
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.dated import (
    CONTACTS,
    DIGIT_BITS,
    DIGITS,
    LAST,
    MEETINGS,
    NEXT,
    SHIFTS,
    VISITS,
)
from sim.eventlog import NONE

BLOCK_S = DIGITS * DIGITS
ROW_BITS = 40
"""Of a number that tells a row and, before it, when in its block it is."""


@compiled
def merge(world: Any) -> None:
    """Put the rows of all runs in one table in order of time: they stand in `merged` then."""
    what = world.merging
    if what == MEETINGS:
        _merge(world, meetings_of(world), merged_meetings_of(world))
    elif what == CONTACTS:
        _merge(world, contacts_of(world), merged_contacts_of(world))
    elif what == VISITS:
        _merge(world, visits_of(world), merged_visits_of(world))
    elif what == SHIFTS:
        _merge(world, shifts_of(world), merged_shifts_of(world))
    else:
        _merge(world, openings_of(world), merged_openings_of(world))


@compiled
def _merge(world: Any, rows: Any, merged: Any) -> None:
    written = 0
    from_s = _find_next_s(world, rows)
    while from_s != NONE:
        count = _list_block(world, rows, from_s)
        _sort(world, count, 0, ROW_BITS)
        _sort(world, count, 1, ROW_BITS + DIGIT_BITS)
        _write(world, rows, merged, written, count)
        written += count
        from_s = _find_next_s(world, rows)


@inlined
def _find_next_s(world: Any, rows: Any) -> int:
    """Return the first time among the next rows of all runs; `NONE` if there are no more rows."""
    places, next_s = places_of(world), NONE
    for run in range(world.places_rows):
        if places[run, NEXT] < places[run, LAST]:
            calendar_s = rows[places[run, NEXT]].calendar_s
            if next_s == NONE or calendar_s < next_s:
                next_s = calendar_s
    return next_s


@inlined
def _list_block(world: Any, rows: Any, from_s: int) -> int:
    """List the rows of a block, run by run; return how many there are."""
    places, listed, count = places_of(world), listed_of(world), 0
    for run in range(world.places_rows):
        row, last = places[run, NEXT], places[run, LAST]
        while row < last and rows[row].calendar_s - from_s < BLOCK_S:
            listed[0, count] = (rows[row].calendar_s - from_s) << ROW_BITS | row
            count += 1
            row += 1
        places[run, NEXT] = row
    return count


@inlined
def _sort(world: Any, count: int, source: int, shift: int) -> None:
    """Sort what is listed by one digit: those of one digit stay in their order."""
    listed, counted = listed_of(world), counted_of(world)
    for digit in range(DIGITS):
        counted[digit] = 0
    for nth in range(count):
        counted[(listed[source, nth] >> shift) & (DIGITS - 1)] += 1
    place = 0
    for digit in range(DIGITS):
        rows = counted[digit]
        counted[digit] = place
        place += rows
    for nth in range(count):
        digit = (listed[source, nth] >> shift) & (DIGITS - 1)
        listed[1 - source, counted[digit]] = listed[source, nth]
        counted[digit] += 1


@inlined
def _write(world: Any, rows: Any, merged: Any, written: int, count: int) -> None:
    listed, has_jobs = listed_of(world), world.merging == MEETINGS
    for nth in range(count):
        row = listed[0, nth] & ((1 << ROW_BITS) - 1)
        merged[written + nth] = rows[row]
        if has_jobs:
            merged_jobs_of(world)[written + nth] = meeting_jobs_of(world)[row]
