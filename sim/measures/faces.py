"""Faces: how many members of staff a citizen has to do with, and how often the same one."""

import numpy as np

from sim.measures.acquaintance import acquaintance, faces_of_cases, faces_of_months
from sim.measures.limits import upper_limit
from sim.measures.measure import Measure
from sim.measures.reading import NO_CASES, Reading
from sim.measures.view import View

NO_MONTHS = "nobody was with the service throughout a month of 30 days"
FEW_MONTHS = "fewer than two such months of a citizen"
NO_PAIRS = "nobody met the service twice"


def measure_faces_per_month(view: View) -> Reading:
    """Different members of staff whom a citizen meets in a month.

    Notes
    -----
    Formula: mean over citizens and months of the number of distinct staff. Months are tumbling
    windows of 30 calendar days from the first day of the view; a citizen counts who is with the
    service throughout. Clients have at least one visit a day; their faces are those who visit.

    Unit: members of staff per month of 30 calendar days.

    Source: report §9.5 (25).
    """
    faces = faces_of_months(view)
    return Reading(float(faces.mean())) if len(faces) else Reading(None, NO_MONTHS)


def measure_faces_per_month_upper_limit(view: View) -> Reading:
    """Faces that a citizen has to expect in a month.

    Notes
    -----
    Formula: mean + 2.66 × mean moving range of the faces per month, ordered by month and within it
    by citizen (XmR chart).

    Unit: members of staff per month of 30 calendar days.

    Source: report §9.5 ("predictably up to 55"); Wheeler 1993.
    """
    faces = faces_of_months(view)
    return upper_limit(faces, FEW_MONTHS if len(faces) else NO_MONTHS)


def measure_faces_per_month_maximum(view: View) -> Reading:
    """Most faces that any citizen met in a month.

    Notes
    -----
    Formula: maximum of the faces per month.

    Unit: members of staff per month of 30 calendar days.

    Source: report §9.5 (at most 12 in the new design).
    """
    faces = faces_of_months(view)
    return Reading(float(faces.max())) if len(faces) else Reading(None, NO_MONTHS)


def measure_faces_per_case(view: View) -> Reading:
    """Different members of staff who have to do with one case, from its arrival to its end.

    Notes
    -----
    Formula: mean over one-off cases of the number of distinct staff, calls included.

    Unit: members of staff per case.

    Source: report §4.3 (27 for one family).
    """
    faces = faces_of_cases(view)
    return Reading(float(faces.mean())) if len(faces) else Reading(None, NO_CASES)


def measure_faces_per_case_upper_limit(view: View) -> Reading:
    """Faces that a citizen has to expect over a case.

    Notes
    -----
    Formula: mean + 2.66 × mean moving range of the faces per case, in the order in which the
    cases ended, open ones last (XmR chart).

    Unit: members of staff per case.

    Source: report §4.3; Wheeler 1993.
    """
    faces = faces_of_cases(view)
    return upper_limit(faces, "there are fewer than two one-off cases" if len(faces) else NO_CASES)


def measure_faces_per_case_maximum(view: View) -> Reading:
    """Most faces of any case.

    Notes
    -----
    Formula: maximum of the faces per case.

    Unit: members of staff per case.

    Source: report §4.3.
    """
    faces = faces_of_cases(view)
    return Reading(float(faces.max())) if len(faces) else Reading(None, NO_CASES)


def measure_continuity(view: View) -> Reading:
    """How far a citizen's meetings are with the same member of staff.

    Notes
    -----
    Formula: mean over citizens with n ≥ 2 meetings of (Σ n_j² - n) / (n (n - 1)), where n_j is the
    number of meetings with member of staff j. 1: always the same one; 0: never the same one twice.

    Unit: index from 0 to 1.

    Source: Bice & Boxerman 1977 (COC); home-health mean 0.56 in Ma 2021.
    """
    known = acquaintance(view)
    often = np.flatnonzero(known.meetings >= 2)
    if not len(often):
        return Reading(None, NO_PAIRS)
    n = known.meetings[often]
    return Reading(float(((known.squares[often] - n) / (n * (n - 1))).mean()))


FAMILY = (
    Measure("faces_per_month", "faces", "Faces per month", "lower", measure_faces_per_month),
    Measure(
        "faces_per_month_upper_limit",
        "faces",
        "Faces per month, upper limit",
        "lower",
        measure_faces_per_month_upper_limit,
    ),
    Measure(
        "faces_per_month_maximum",
        "faces",
        "Faces per month, maximum",
        "lower",
        measure_faces_per_month_maximum,
    ),
    Measure("faces_per_case", "faces", "Faces per case", "lower", measure_faces_per_case),
    Measure(
        "faces_per_case_upper_limit",
        "faces",
        "Faces per case, upper limit",
        "lower",
        measure_faces_per_case_upper_limit,
    ),
    Measure(
        "faces_per_case_maximum",
        "faces",
        "Faces per case, maximum",
        "lower",
        measure_faces_per_case_maximum,
    ),
    Measure("continuity", "index", "Continuity (Bice–Boxerman)", "higher", measure_continuity),
)
