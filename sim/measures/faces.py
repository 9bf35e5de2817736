"""Faces: how many members of staff a citizen has to do with, and how often the same one."""

import numpy as np

from sim.measures.acquaintance import acquaintance, faces_of_cases, faces_of_months
from sim.measures.declaration import Family, Unit
from sim.measures.reading import NO_CASES, Reading, upper_limit
from sim.measures.view import View
from sim.message import Message

FACES = Family(Message("Faces"))

NO_MONTHS = Message("nobody was with the service throughout a month of 30 days")
FEW_CASES = Message("there are fewer than two one-off cases")
FEW_MONTHS = Message("fewer than two such months of a citizen")
NO_PAIRS = Message("nobody met the service twice")


@FACES.measure(Unit.FACES, Message("Faces per month"), "lower")
def faces_per_month(view: View) -> Reading:
    """Different members of staff whom a citizen meets in a month.

    Formula: mean over citizens and months of the number of distinct staff. Months are tumbling
    windows of 30 calendar days from the first day of the view; a citizen counts who is with the
    service throughout. Clients have at least one visit a day; their faces are those who visit.
    Unit: faces (members of staff) per month of 30 calendar days.
    Source: report §9.5 (25).
    """
    faces = faces_of_months(view)
    return Reading(float(faces.mean())) if len(faces) else Reading(None, NO_MONTHS)


@FACES.measure(Unit.FACES, Message("Faces per month, upper limit"), "lower")
def faces_per_month_upper_limit(view: View) -> Reading:
    """Faces that a citizen has to expect in a month.

    Formula: mean + 2.66 × mean moving range of the faces per month, ordered by month and within it
    by citizen (XmR chart).
    Unit: faces (members of staff) per month of 30 calendar days.
    Source: report §9.5 ("predictably up to 55"); Wheeler 1993.
    """
    faces = faces_of_months(view)
    return upper_limit(faces, FEW_MONTHS if len(faces) else NO_MONTHS)


@FACES.measure(Unit.FACES, Message("Faces per month, maximum"), "lower")
def faces_per_month_maximum(view: View) -> Reading:
    """Most faces that any citizen met in a month.

    Formula: maximum of the faces per month.
    Unit: faces (members of staff) per month of 30 calendar days.
    Source: report §9.5 (at most 12 in the new design).
    """
    faces = faces_of_months(view)
    return Reading(float(faces.max())) if len(faces) else Reading(None, NO_MONTHS)


@FACES.measure(Unit.FACES, Message("Faces per case"), "lower", only="case")
def faces_per_case(view: View) -> Reading:
    """Different members of staff who have to do with one case, from its arrival to its end.

    Formula: mean over one-off cases of the number of distinct staff, calls included.
    Unit: faces (members of staff) per case.
    Source: report §4.3 (27 for one family).
    """
    faces = faces_of_cases(view)
    return Reading(float(faces.mean())) if len(faces) else Reading(None, NO_CASES)


@FACES.measure(Unit.FACES, Message("Faces per case, upper limit"), "lower", only="case")
def faces_per_case_upper_limit(view: View) -> Reading:
    """Faces that a citizen has to expect over a case.

    Formula: mean + 2.66 × mean moving range of the faces per case, in the order in which the
    cases ended, open ones last (XmR chart).
    Unit: faces (members of staff) per case.
    Source: report §4.3; Wheeler 1993.
    """
    faces = faces_of_cases(view)
    return upper_limit(faces, FEW_CASES if len(faces) else NO_CASES)


@FACES.measure(Unit.FACES, Message("Faces per case, maximum"), "lower", only="case")
def faces_per_case_maximum(view: View) -> Reading:
    """Most faces of any case.

    Formula: maximum of the faces per case.
    Unit: faces (members of staff) per case.
    Source: report §4.3.
    """
    faces = faces_of_cases(view)
    return Reading(float(faces.max())) if len(faces) else Reading(None, NO_CASES)


@FACES.measure(Unit.INDEX, Message("Continuity (Bice–Boxerman)"), "higher")
def continuity(view: View) -> Reading:
    """How far a citizen's meetings are with the same member of staff.

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
