"""Reading one run span by span: what was met, what came in and what was open in each."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sim.analysis.reform.course import FACES, FAILURE, LIVED, OPEN
from sim.eventlog import Cause, Job
from sim.measures.acquaintance import AT_HOME
from sim.measures.durations import end_to_end_of_met_s
from sim.measures.ended import met_cases
from sim.measures.monthly_faces import faces_of_months, months_of_clients
from sim.measures.view import View
from sim.units import DAY_S

Spans = NDArray[np.int64]
"""Where each span begins, in calendar seconds, and where the last one ends."""
Row = NDArray[np.float64]
"""A value for each span."""
Read = Callable[[View, Spans], Row]


def read_lived(view: View, spans: Spans) -> Row:
    """Read the mean end-to-end days of the needs met in each span."""
    at_s = view.ledger.courses.end_s[met_cases(view)]
    return _mean_in(spans, at_s, end_to_end_of_met_s(view) / DAY_S)


def read_failure(view: View, spans: Spans) -> Row:
    """Read which share of what came in in each span is failure demand, strictly counted.

    As `failure_demand_share`, by the day of the contact or the visit and whoever it was.
    """
    contacts, met = view.ledger.contacts, view.ledger.meetings
    is_patient = (contacts.cause == Cause.CHASE) & (contacts.is_late == 0)
    is_excused = np.isin(contacts.cause, (Cause.VALUE, Cause.CITIZEN)) | is_patient
    visits = AT_HOME.take(met.job)
    at_s = np.concatenate([contacts.calendar_s, met.calendar_s[visits]])
    is_failure = np.concatenate([~is_excused, met.job[visits] == Job.EXTRA_VISIT])
    return _mean_in(spans, at_s, is_failure.astype(np.float64))


def read_open(view: View, spans: Spans) -> Row:
    """Read how many cases are open at the end of each span."""
    openings = view.openings
    open_after = np.concatenate([[0], np.cumsum(openings.change, dtype=np.int64)])
    return open_after[np.searchsorted(openings.calendar_s, spans[1:])].astype(np.float64)


def read_faces(view: View, spans: Spans) -> Row:
    """Read how many faces a client sees in each span, which is a month of the view."""
    months = months_of_clients(view)
    faces = faces_of_months(view)[: len(months)].astype(np.float64)
    return _mean_in(spans, view.from_s + months * (spans[1] - spans[0]), faces)


def _mean_in(spans: Spans, at_s: NDArray[np.int64], values: Row) -> Row:
    """Return the mean of the values that came about in each span; NaN where there is none."""
    place = np.searchsorted(spans, at_s, side="right") - 1
    is_within = (place >= 0) & (place < len(spans) - 1)
    counts = np.bincount(place[is_within], minlength=len(spans) - 1)
    sums = np.bincount(place[is_within], values[is_within], len(spans) - 1)
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)


READS_OF_CASES: dict[str, Read] = {LIVED: read_lived, FAILURE: read_failure, OPEN: read_open}
READS_OF_VISITS: dict[str, Read] = {FACES: read_faces, FAILURE: read_failure}
