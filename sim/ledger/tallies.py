"""What adds up, for each one-off case, and for each client and open day."""

from collections.abc import Sequence

import numpy as np

from sim.errors import TooLargeError
from sim.eventlog import KINDS, NONE, Activity, Cause, Event, EventLog
from sim.ledger.tables import (
    MOST_TALLIED,
    NEEDS_TOO_LARGE,
    TALLY_COLUMNS,
    Mask,
    Tallies,
    Tally,
    Whole,
    build_table,
)

COUNTS_TOWARDS = {
    Event.ARRIVE: Tally.DEMANDED_S,
    Event.CONTACT_IN: Tally.CONTACTS_IN,
    Event.CONTACT_OUT: Tally.CONTACTS_OUT,
    Event.FINISH: Tally.JOBS,
    Event.ACTIVITY: Tally.ACTIVITY_S,
    Event.CONTENT: Tally.CONTENT_FRESH_S,
    Event.LOSE: Tally.LOSSES,
    Event.PASS_ON: Tally.PASSED_ON_S,
    Event.DECIDE: Tally.DECISIONS,
    Event.CLOSE: Tally.CLOSINGS,
    Event.MET: Tally.DELIVERED_S,
    Event.ABANDON: Tally.ABANDONED_S,
    Event.RESUME: Tally.ABANDONED_S,
    Event.GROW: Tally.GROWN_S,
    Event.PURCHASE: Tally.PURCHASES,
    Event.DETECT: Tally.DETECTED,
    Event.DISHONEST: Tally.DISHONEST,
    Event.HANG_UP: Tally.HANG_UPS,
    Event.LATE_VISIT: Tally.LATE_VISITS,
}
"""Where each kind of event counts, or where the columns begin among which its row chooses."""
BY_CAUSE = (Event.CONTACT_IN,)
BY_STEP = (Event.CONTACT_OUT, Event.ACTIVITY, Event.CONTENT, Event.PURCHASE)
"""Kinds whose cause or step says in which of several columns they count."""
ONE_EACH = (
    Event.CONTACT_IN,
    Event.CONTACT_OUT,
    Event.FINISH,
    Event.DECIDE,
    Event.CLOSE,
    Event.DETECT,
    Event.DISHONEST,
    Event.HANG_UP,
    Event.LATE_VISIT,
)
"""Kinds that are counted; of the others the amounts add up."""

Entries = tuple[Whole, Whole, Whole]
"""Row of the tallies, column, and how much to add."""


def tally(log: EventLog, day: Whole, is_client: Mask, premiums_ppm: Sequence[Whole]) -> Tallies:
    """Add up what a log holds, in which the rows of a finished job stand together.

    Parameters
    ----------
    log
        The whole log.
    day
        Open day of each of its rows.
    is_client
        Which citizens are clients with visits.
    premiums_ppm
        What an hour costs in each pool beyond the service's rate, for each design in turn.

    Raises
    ------
    TooLargeError
        If more adds up for one of them than a column holds.
    """
    counts_somewhere = np.flatnonzero(_is_of(tuple(COUNTS_TOWARDS))[log.kind])
    rows = EventLog(*(column[counts_somewhere] for column in log))
    day = np.where(is_client[rows.citizen], day[counts_somewhere], NONE)
    first, place = _number(rows.citizen, day)
    parts = (_counted(rows, place), *_details(rows, place))
    decided = rows.kind == Event.DECIDE
    granted = np.bincount(place[decided], rows.amount[decided], len(first)).astype(np.int64)
    counts = _add_up(parts, len(first))
    if counts.max(initial=0) > MOST_TALLIED:
        raise TooLargeError(NEEDS_TOO_LARGE)
    design = np.cumsum(log.kind == Event.REFORM)[counts_somewhere]
    premium = _add_premiums(rows, place, len(first), design, premiums_ppm)
    return build_table(Tallies, rows.citizen[first], day[first], counts, granted, premium)


def _is_of(kinds: tuple[Event, ...]) -> Mask:
    """Mark kinds of event."""
    return np.isin(np.arange(KINDS), kinds)


def _number(citizen: Whole, day: Whole) -> tuple[Whole, Whole]:
    """Return where each row of the tallies begins, and which one each row of a log belongs to."""
    days = int(day.max(initial=0)) + 2
    _, first, which = np.unique(citizen * days + day + 1, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.empty(len(first), np.int64)
    number[order] = np.arange(len(first))
    return first[order], number[which]


def _add_up(parts: tuple[Entries, ...], rows: int) -> Whole:
    """Add up entries. Doubles hold the sums exactly: none comes near 2 to the 53rd."""
    place, column, amount = (np.concatenate(part) for part in zip(*parts, strict=True))
    flat = np.bincount(place * TALLY_COLUMNS + column, amount, rows * TALLY_COLUMNS)
    return flat.astype(np.int64).reshape(rows, TALLY_COLUMNS)


def _add_premiums(
    log: EventLog, place: Whole, rows: int, design: Whole, premiums_ppm: Sequence[Whole]
) -> Whole:
    """Add up, by activity, the seconds of each row × the premium of their pool in its design."""
    if not any(premium.any() for premium in premiums_ppm):
        return np.zeros((rows, 0), np.int64)
    added = np.zeros((rows, len(Activity)), np.int64)
    of_pool = np.zeros((len(premiums_ppm), max(map(len, premiums_ppm))), np.int64)
    for row, premium in zip(of_pool, premiums_ppm, strict=True):
        row[: len(premium)] = premium
    is_work = log.kind == Event.ACTIVITY
    spent = log.rows(is_work)
    amount = spent.amount * of_pool[design[is_work], spent.pool]
    np.add.at(added, (place[is_work], spent.step), amount)
    return added


def _counted(rows: EventLog, place: Whole) -> Entries:
    """Return what each row counts for by its kind."""
    begins_of = np.full(KINDS, NONE, np.int64)
    begins_of[list(COUNTS_TOWARDS)] = list(COUNTS_TOWARDS.values())
    begins = begins_of[rows.kind]
    cause, step = _is_of(BY_CAUSE)[rows.kind], _is_of(BY_STEP)[rows.kind]
    amount = np.where(_is_of(ONE_EACH)[rows.kind], 1, rows.amount)
    amount = np.where(rows.kind == Event.RESUME, -amount, amount)
    return place, begins + cause * rows.cause + step * rows.step, amount


def _details(rows: EventLog, place: Whole) -> tuple[Entries, ...]:
    """Return what some rows count for beside."""
    chases = (rows.kind == Event.CONTACT_IN) & (rows.cause == Cause.CHASE)
    patient, own = chases & (rows.amount == 0), (rows.kind == Event.DECIDE) & (rows.step > 0)
    return (
        _one_each(place[chases], Tally.CHASES_WAITING + rows.step[chases]),
        _one_each(place[patient], Tally.PATIENT_CHASES),
        _one_each(place[own], Tally.OWN_DECISIONS),
        _one_each(place[_begins_content(rows)], Tally.CONTENT_JOBS),
    )


def _one_each(place: Whole, column: Whole | int) -> Entries:
    ones = np.ones(len(place), np.int64)
    return place, ones * column, ones


def _begins_content(rows: EventLog) -> Whole:
    """Find the first row of content worked of each job: one job may leave several."""
    worked = np.flatnonzero((rows.kind == Event.CONTENT) & (rows.amount > 0))
    job = np.cumsum(rows.kind == Event.FINISH)[worked]
    return np.asarray(worked[np.diff(job, prepend=-1) != 0])
