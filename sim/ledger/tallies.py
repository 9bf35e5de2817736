"""What adds up for each citizen, over a whole log or a part of it."""

import numpy as np

from sim.eventlog import Activity, Cause, Event, EventLog, Purchase, Reason
from sim.ledger.grouping import Grouped, group
from sim.ledger.tables import Tallies, Whole, freeze


def tally(log: EventLog, citizens: int) -> Tallies:
    """Add up, for each citizen, what a log holds.

    Parameters
    ----------
    log
        The whole log, or the rows to count; the rows of a finished job stand together.
    citizens
        How many citizens there are.
    """
    return tally_grouped(group(log), citizens)


def tally_grouped(grouped: Grouped, citizens: int) -> Tallies:
    """`tally` of a log that is grouped by kind."""

    def number(kind: Event) -> Whole:
        return np.bincount(grouped.of(kind).citizen, minlength=citizens)

    def amount(kind: Event) -> Whole:
        rows = grouped.of(kind)
        return _sums(rows.citizen, rows.amount, citizens)

    spent, content = grouped.of(Event.ACTIVITY), grouped.of(Event.CONTENT)
    contacts, outbound = grouped.of(Event.CONTACT_IN), grouped.of(Event.CONTACT_OUT)
    bought, decided = grouped.of(Event.PURCHASE), grouped.of(Event.DECIDE)
    return freeze(
        Tallies(
            contacts_in=_matrix(contacts.citizen, contacts.cause, None, citizens, len(Cause)),
            contacts_out=_matrix(outbound.citizen, outbound.step, None, citizens, len(Reason)),
            activity_s=_matrix(spent.citizen, spent.step, spent.amount, citizens, len(Activity)),
            purchases=_matrix(bought.citizen, bought.step, bought.amount, citizens, len(Purchase)),
            jobs=number(Event.FINISH),
            content_jobs=_content_jobs(grouped, citizens),
            content_fresh_s=_sums(content.citizen, content.amount * (content.step == 0), citizens),
            content_again_s=_sums(content.citizen, content.amount * (content.step == 1), citizens),
            demanded_s=amount(Event.ARRIVE),
            grown_s=amount(Event.GROW),
            delivered_s=amount(Event.MET),
            abandoned_s=amount(Event.ABANDON) - amount(Event.RESUME),
            passed_on_s=amount(Event.PASS_ON),
            cut_s=amount(Event.CUT),
            closings=number(Event.CLOSE),
            decisions=number(Event.DECIDE),
            own_decisions=_sums(decided.citizen, decided.step, citizens),
            granted_sum_ppm=amount(Event.DECIDE),
            detected=number(Event.DETECT),
            dishonest=number(Event.DISHONEST),
            losses=amount(Event.LOSE),
        )
    )


def _sums(citizen: Whole, amount: Whole, citizens: int) -> Whole:
    """Add up amounts by citizen. Doubles hold them exactly: no sum comes near 2 to the 53rd."""
    return np.bincount(citizen, amount, citizens).astype(np.int64)


def _matrix(
    citizen: Whole, column: Whole, amount: Whole | None, citizens: int, columns: int
) -> Whole:
    place = citizen * columns + column
    flat = np.bincount(place, amount, citizens * columns).astype(np.int64)
    return flat.reshape(citizens, columns)


def _content_jobs(grouped: Grouped, citizens: int) -> Whole:
    """Count the jobs that worked content: one job may leave several rows of it."""
    content = grouped.of(Event.CONTENT)
    job = np.searchsorted(grouped.rows_of(Event.FINISH), grouped.rows_of(Event.CONTENT))
    worked = content.amount > 0
    citizen, job = content.citizen[worked], job[worked]
    is_first = np.diff(job, prepend=-1) != 0
    return np.bincount(citizen[is_first], minlength=citizens)
