"""Faces: how many members of staff a citizen has to do with, and how often the same one."""

import numpy as np

from sim.ledger.tables import Narrow
from sim.measures.acquaintance import acquaintance
from sim.measures.counting import is_case
from sim.measures.declaration import Family, Unit
from sim.measures.ended import ended_cases
from sim.measures.monthly_faces import faces_of_months
from sim.measures.reading import (
    NO_CASES,
    AnyValues,
    Reading,
    exceeded_by_one_in,
    ratio,
    upper_limit,
)
from sim.measures.view import View, once
from sim.message import Message

FACES = Family(Message("Faces"))

NO_MONTHS = Message("no case was followed, and no client visited, throughout a month of 30 days")
FEW_ENDED = Message("fewer than two cases ended in these days")
FEW_MONTHS = Message("fewer than two such months of a citizen")
NO_PAIRS = Message("nobody met the service twice")


@FACES.measure(Unit.FACES, Message("Faces per month"), "lower")
def faces_per_month(view: View) -> Reading:
    """Different members of staff whom a citizen meets in a month.

    Formula: mean of the number of distinct staff, over the first 30 days from the first contact of
    each one-off case of the cohort that came 30 days or more before the end of the run, whether it
    lasts as long or not; and over each client and month throughout which there are visits. These
    months are tumbling windows of 30 calendar days from the first day of the view; clients have at
    least one visit a day, and their faces are those who visit.
    Unit: faces (members of staff) per month of 30 calendar days.
    Source: report §9.5 (25).
    """
    return _mean(faces_of_months(view), NO_MONTHS)


@FACES.measure(Unit.FACES, Message("Faces per month, one in ten meets more than"), "lower")
def faces_per_month_p90(view: View) -> Reading:
    """Faces in a month that one citizen in ten meets more than.

    Formula: the least number that at most a tenth of the faces per month exceed.
    Unit: faces (members of staff) per month of 30 calendar days.
    Source: 90th percentile; stands beside the upper limit.
    """
    return exceeded_by_one_in(10, np.sort(faces_of_months(view)))


@FACES.measure(Unit.FACES, Message("Faces per month, upper limit"), "lower")
def faces_per_month_upper_limit(view: View) -> Reading:
    """Upper natural process limit of the faces per month: some citizens meet more.

    Formula: mean + 2.66 × mean moving range of the faces per month, of clients ordered by month and
    within it by client, of cases in the order in which they came (XmR chart).
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
    return _maximum(faces_of_months(view), NO_MONTHS)


@FACES.measure(Unit.FACES, Message("Faces per case"), "lower", only="case")
def faces_per_case(view: View) -> Reading:
    """Different members of staff who have to do with one case, from its arrival to its end.

    Formula: mean over one-off cases of the number of distinct staff, calls included.
    Unit: faces (members of staff) per case.
    Source: report §4.3 (27 for one family).
    """
    return _mean(_faces_of_cases(view), NO_CASES)


@FACES.measure(
    Unit.FACES, Message("Faces per case, one in ten meets more than"), "lower", only="case"
)
def faces_per_case_p90(view: View) -> Reading:
    """Faces over a case that one citizen in ten meets more than.

    Formula: the least number that at most a tenth of the faces per case exceed.
    Unit: faces (members of staff) per case.
    Source: 90th percentile; stands beside the upper limit.
    """
    return exceeded_by_one_in(10, np.sort(_faces_of_cases(view)))


@FACES.measure(Unit.FACES, Message("Faces per case, upper limit"), "lower", only="case")
def faces_per_case_upper_limit(view: View) -> Reading:
    """Upper natural process limit of the faces per case: some citizens meet more.

    Formula: mean + 2.66 × mean moving range of the faces of the one-off cases that ended within the
    days, whenever they came, in the order in which they ended (XmR chart).
    Unit: faces (members of staff) per case.
    Source: report §4.3; Wheeler 1993.
    """
    return upper_limit(view.ledger.courses.faces[ended_cases(view)], FEW_ENDED)


@FACES.measure(Unit.FACES, Message("Faces per case, maximum"), "lower", only="case")
def faces_per_case_maximum(view: View) -> Reading:
    """Most faces of any case.

    Formula: maximum of the faces per case.
    Unit: faces (members of staff) per case.
    Source: report §4.3.
    """
    return _maximum(_faces_of_cases(view), NO_CASES)


@FACES.measure(Unit.SHARE, Message("Cases with one face"), "higher", only="case")
def one_face_share(view: View) -> Reading:
    """Share of cases in which the citizen met one member of staff only.

    Formula: one-off cases with one face / one-off cases that met anybody.
    Unit: share.
    Source: the redesign in the receipt log (`scenarios/redesign`): 18 %, then 91 %.
    """
    faces = _faces_of_cases(view)
    return ratio(int((faces == 1).sum()), int((faces > 0).sum()), NO_CASES)


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


@once
def _faces_of_cases(view: View) -> Narrow:
    """Count the distinct staff who had to do with each one-off case of the cohort."""
    return view.courses.faces[is_case(view)]


def _mean(faces: AnyValues, reason: Message) -> Reading:
    return Reading(float(faces.mean())) if len(faces) else Reading(None, reason)


def _maximum(faces: AnyValues, reason: Message) -> Reading:
    return Reading(float(faces.max())) if len(faces) else Reading(None, reason)
