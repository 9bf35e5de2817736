"""Where a design wins: at which points it is the better of two in an outcome."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.gather import Gathered, gather
from sim.analysis.sensitivity.target import find_pair
from sim.errors import RunError, mismatch
from sim.message import Message
from sim.sweep.plan.factor import DUMMY, Factor
from sim.sweep.table import Table

if TYPE_CHECKING:
    import pandas as pd


class Wins(NamedTuple):
    """Where a design wins."""

    gathered: Gathered
    design: str
    is_won: NDArray[np.bool_]
    """Whether it does, at each point: by the mean over replications."""
    unsure: int
    """At how many points the difference is less than twice its standard error."""

    @property
    def factors(self) -> tuple[Factor, ...]:
        """What conditions may be about: all that varies but the dummy."""
        values = self.gathered.points
        return tuple(
            one
            for one in self.gathered.factors
            if one.kind != DUMMY and values[one.key].nunique() > 1
        )

    @property
    def values(self) -> "pd.DataFrame":
        """These factors at each point."""
        return self.gathered.points[[one.key for one in self.factors]]


def find_wins(
    table: Table,
    outcome: str,
    of: tuple[str, str] | None,
    wins: str | None,
    service: str | None,
) -> Wins:
    """Find where a design wins.

    Raises
    ------
    RunError
        If there are not two designs, if the design is neither, or if neither more nor less of the
        outcome is better.
    """
    target = find_pair(table, outcome, of, service)
    design = target.designs[0] if wins is None else wins
    if design not in target.designs:
        known = ", ".join(target.designs)
        raise RunError(mismatch("design", design, Message("one of {known}", known=known)))
    if not target.outcome.better:
        raise RunError(
            Message(
                "neither more nor less of {outcome} is better, so no design wins; name another "
                "outcome",
                outcome=outcome,
            )
        )
    gathered = gather(table, target)
    gains = gathered.means * target.outcome.better * (1 if design == target.designs[1] else -1)
    is_sure = np.abs(gathered.means) > 2 * gathered.errors  # not where the error is not known
    unsure = int((~is_sure).sum())
    return Wins(gathered, design, gains > 0, unsure)
