"""From the table of a sweep to what is analysed: a value for each point, in order of points."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.left_out import MOST_NAMED, UNPAIRED, LeftOut, refuse_all, refuse_gaps
from sim.analysis.sensitivity.reading import read_design
from sim.analysis.sensitivity.target import Target
from sim.message import Message
from sim.sweep.plan.factor import Factor
from sim.sweep.table import POINT, SERVICE, Table

if TYPE_CHECKING:
    import pandas as pd

Values = NDArray[np.float64]


class Gathered(NamedTuple):
    """An outcome at the points of a sweep that can be used.

    Attributes
    ----------
    target, method
        What it is, and how the points were chosen.
    factors
        What was varied in the service.
    points
        A row a point, in their order: its number as index, and a column a factor.
    samples
        The outcome, or the difference on common random numbers, of each replication: shape (points,
        replications), NaN where a point has fewer of them than others.
    planned
        How many points there are of the service, those included that cannot be used.
    left_out
        These, by design and reason.
    """

    target: Target
    method: str
    factors: tuple[Factor, ...]
    points: "pd.DataFrame"
    samples: Values
    planned: int
    left_out: tuple[LeftOut, ...]

    @property
    def means(self) -> Values:
        """The mean over replications at each point: shape (points,)."""
        return np.asarray(np.nanmean(self.samples, axis=1))

    @property
    def replications(self) -> NDArray[np.int64]:
        """How many replications there are of each point: shape (points,)."""
        return np.asarray((~np.isnan(self.samples)).sum(axis=1))

    @property
    def errors(self) -> Values:
        """The standard error of each mean: shape (points,); NaN where there is one replication."""
        deviations = self.samples - self.means[:, None]
        freedom = np.maximum(self.replications - 1, 0).astype(float)
        variances = np.nansum(deviations**2, axis=1)
        known = np.divide(variances, freedom, where=freedom > 0, out=np.full(len(freedom), np.nan))
        return np.asarray(np.sqrt(known / self.replications))


def gather(table: Table, target: Target) -> Gathered:
    """Gather what is analysed, without the points that cannot be used; these are counted.

    A point cannot be used where a run was refused, failed, outgrew memory or was not made, where a
    design does not settle, or where the outcome has no value in some replication.

    Raises
    ------
    RunError
        If no point can be used.
    """
    gathered = _gather(table, target)
    if not len(gathered.points):
        raise refuse_all(gathered.planned, gathered.left_out)
    return gathered


def _gather(table: Table, target: Target) -> Gathered:
    rows = table.points[table.points[SERVICE] == target.service].set_index(POINT).sort_index()
    factors = tuple(one for one in table.factors if one.key in rows and rows[one.key].notna().any())
    samples, why = _read(table, target, rows.index)
    is_used = (why == "").all(axis=1).to_numpy()
    return Gathered(
        target,
        table.method,
        factors,
        rows.loc[is_used, [one.key for one in factors]],
        samples.to_numpy()[is_used],
        len(rows),
        tuple(one for design in why for one in _count(str(design), why[design])),
    )


def gather_whole(table: Table, target: Target, method: Message) -> Gathered:
    """Gather what is analysed by a method that cannot lose a point.

    Raises
    ------
    RunError
        If some point cannot be used; it says how many, and names some.
    """
    gathered = _gather(table, target)
    lost = gathered.planned - len(gathered.points)
    if lost:
        raise refuse_gaps(method, gathered.planned, gathered.left_out, lost)
    return gathered


def _read(
    table: Table, target: Target, points: "pd.Index[int]"
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Return the samples, and by design why a point cannot be used."""
    import pandas as pd  # slow to import

    read = [
        read_design(table, target.service, design, target.outcome.name, points)
        for design in target.designs
    ]
    why = pd.DataFrame(dict(zip(target.designs, (reason for _, reason in read), strict=True)))
    values = read[0][0]
    if target.is_difference:
        first, second = values.align(read[1][0], join="outer")
        values = second - first
        is_alike = (first.notna() == second.notna()).all(axis=1)
        why.loc[~is_alike & (why == "").all(axis=1), target.designs[1]] = UNPAIRED
    return values, why


def _count(design: str, why: "pd.Series[str]") -> list[LeftOut]:
    found = why[why != ""].groupby(why).groups
    return [
        LeftOut(str(reason), design, len(points), tuple(int(one) for one in points[:MOST_NAMED]))
        for reason, points in found.items()
    ]
