"""How long cases took, as the citizen lives it and as the target's clock shows it, in seconds."""

import numpy as np
from numpy.typing import NDArray

from sim.eventlog import NONE
from sim.ledger.tables import Whole
from sim.measures.counting import is_case, is_met
from sim.measures.ended import closed_cases, met_cases
from sim.measures.view import View, once
from sim.units import DAY_S

Times = NDArray[np.float64]


@once
def end_to_end_s(view: View) -> Whole:
    """Return the end-to-end times of the cohort's needs that were met."""
    courses, met = view.courses, is_met(view)
    return np.asarray(courses.end_s[met] - courses.arrival_s[met])


@once
def reported_s(view: View) -> Whole:
    """Return the reported times of the cohort's cases that were ever closed."""
    courses = view.courses
    return np.asarray(courses.reported_s[is_case(view) & (courses.first_closed_s != NONE)])


@once
def rising_end_to_end_days(view: View) -> Times:
    """Return `end_to_end_s` in days, in rising order."""
    return np.asarray(np.sort(end_to_end_s(view)) / DAY_S)


@once
def rising_reported_days(view: View) -> Times:
    """Return `reported_s` in days, in rising order."""
    return np.asarray(np.sort(reported_s(view)) / DAY_S)


@once
def end_to_end_of_met_s(view: View) -> Whole:
    """Return the end-to-end times of the needs met within the days, as they were met."""
    courses, met = view.ledger.courses, met_cases(view)
    return np.asarray(courses.end_s[met] - courses.arrival_s[met])


@once
def reported_of_closed_s(view: View) -> Whole:
    """Return the reported times of the cases first closed within the days, as they were closed."""
    return view.ledger.courses.reported_s[closed_cases(view)]
