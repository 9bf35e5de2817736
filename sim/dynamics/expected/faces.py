"""Whether the next hand knows a case: by lot, or because a known face is preferred and there."""

from typing import NamedTuple

from sim.blueprint import Blueprint


class Faces(NamedTuple):
    """The staff of one function as a case meets them.

    Attributes
    ----------
    present
        Chance that a member of staff is at work on an open day.
    staff
        Members of staff at work.
    free
        Chance that one of them who is there is free.
    known_face
        Chance that a known face is asked for.
    kept
        Chance that who knew the case still does.
    """

    present: float
    staff: float
    free: float
    known_face: float
    kept: float

    def know(self, met: int) -> float:
        """Return the chance that the next hand knows a case, of so many who have had it."""
        by_lot = 1 - (1 - min(1 / self.staff, 1)) ** met
        asked = 1 - (1 - self.present * self.free) ** met
        meets = self.known_face * (asked + (1 - asked) * by_lot) + (1 - self.known_face) * by_lot
        return self.kept * meets

    def own(self) -> float:
        """Return the chance that a case lies with who had it last, and so need not wait."""
        return self.known_face * self.present * self.kept


def meet_faces(
    blueprint: Blueprint, staff: float, present: float, utilisation: float, gap_days: float
) -> Faces:
    """Return how a case meets the staff of a function.

    Parameters
    ----------
    blueprint
        The design.
    staff
        How many are at work.
    present
        Chance that one of them is, on an open day.
    utilisation
        How busy they are.
    gap_days
        How long a case is away between two hands, at a mean.
    """
    work = blueprint.work
    memory_days = float(work.memory_s.mean()) / 86_400
    kept = memory_days / (memory_days + gap_days) if work.forgets else 1.0
    return Faces(present, max(staff, 1.0), max(1 - utilisation, 0.0), work.known_face, kept)
