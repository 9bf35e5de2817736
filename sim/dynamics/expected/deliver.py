"""Decisions are sent: needs are met, or their citizens give up or come back."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.expected.content import Content, come_again
from sim.dynamics.expected.intake import begin
from sim.dynamics.expected.node import LEAST, Closed, Node
from sim.dynamics.expected.particulars import (
    MISSING,
    ON_FILE,
    Cases,
    count,
    move_one_at_least,
    split_unmet,
)
from sim.dynamics.expected.way import Attempt


class Ends(NamedTuple):
    """How the cases of an attempt end.

    Attributes
    ----------
    fit, unfit
        Those of which every particular is absorbed, and the others.
    halted
        Those without an unmet particular that were closed before their content was done.
    left
        Chance that content is left, by quantile.
    cut
        The same of a mean case.
    appeals
        Chance that the citizen appeals.
    """

    fit: Cases
    unfit: Cases
    halted: Cases
    left: NDArray[np.float64]
    cut: float
    appeals: float

    @property
    def unmet_fit(self) -> float:
        """Share of the fit whose need is not met all the same."""
        return 1 - (1 - self.cut) * (1 - self.appeals)

    @property
    def unmet(self) -> float:
        """How many needs are not met."""
        return count(self.unfit) + count(self.halted) + count(self.fit) * self.unmet_fit


def deliver(at: Attempt, closed: Closed) -> tuple[Node, Content]:
    """Send decisions; return those who come back, and what there is to do for them."""
    ends, demand = _find_ends(at, closed), at.way.demand
    gives_up = demand.give_up.value
    back = 1 - gives_up + gives_up * demand.resumes.value
    _count_ends(at, closed.number, ends, back)
    told = move_one_at_least(ends.unfit, MISSING, ON_FILE, at.way.chances.tell)
    cases = (told + ends.halted + ends.fit * ends.unmet_fit) * back
    node = begin(at.way, cases, 0.0, at.way.blueprint.intake.dialogue_s)
    return node, _plan_rework(at, ends, closed.unworked)


def _find_ends(at: Attempt, closed: Closed) -> Ends:
    fit, unfit = split_unmet(closed.decided)
    halted, unfit_early = split_unmet(closed.early)
    left = at.worked.left
    cut = float(left @ at.worked.then.weight)
    return Ends(fit, unfit + unfit_early, halted, left, cut, at.way.chances.appeals)


def _count_ends(at: Attempt, number: float, ends: Ends, back: float) -> None:
    at.add("closes", number)
    at.add("met", number - ends.unmet)
    at.add("gives_up", ends.unmet * at.way.demand.give_up.value)
    at.add("returns", ends.unmet * back)
    at.add("cut", number * ends.cut)


def _plan_rework(at: Attempt, ends: Ends, unworked: NDArray[np.float64]) -> Content:
    """Return what there is to do for those who come back.

    What is done is done again in part where a particular is unmet or the citizen appeals, and not
    where only content is left. For so many of them a function has not worked.
    """
    demand, unfit, fit = at.way.demand, count(ends.unfit), count(ends.fit)
    unmet = unfit + count(ends.halted) + fit * (1 - (1 - ends.left) * (1 - ends.appeals))
    each = np.maximum(unmet, LEAST)
    rework = demand.rework_share.value * (unfit + fit * ends.appeals) / each
    return come_again(
        at.worked,
        at.worked.then.weight * unmet,
        np.minimum(unworked[:, np.newaxis] / each, 1),
        rework,
        demand.growth.value,
    )
