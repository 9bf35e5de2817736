"""The result: over two factors, where the difference of two designs is 0."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from sim.analysis.sensitivity.result import SensitivityResult
from sim.analysis.sensitivity.surface.axes import Axis
from sim.analysis.sensitivity.surface.validation import Validation

MEASURED, PREDICTED = "measured", "predicted"


class MapCell(NamedTuple):
    """The difference of two designs at one place: second less first."""

    x: float
    y: float
    mean: float | None
    """`None` where it cannot be told, as where a design does not settle."""
    low: float | None
    high: float | None
    """The ends of its interval; `None` where it has none, as of a single replication."""

    @property
    def sure_sign(self) -> int:
        """-1 or 1 where the difference is told apart from 0; otherwise 0."""
        if self.low is None or self.high is None:
            return 0
        return (self.low > 0) - (self.high < 0)


@dataclass(frozen=True)
class BreakevenMap(SensitivityResult):
    """Where the difference of two designs is 0, over two factors.

    Attributes
    ----------
    about
        What it is about.
    x, y
        The factors.
    basis
        Whether its cells were `measured`, with 95 % intervals over replications, or `predicted` by
        a surrogate, with twice its standard deviation to either side.
    validation
        How good the surrogate is; `None` where cells were measured.
    cells
        The places, by y and then by x.
    """

    ANALYSIS = "breakeven-map"
    COLUMNS = (*MapCell._fields, "sure_sign")
    TYPES: ClassVar[Mapping[str, Any]] = MappingProxyType(
        dict.fromkeys(("mean", "low", "high"), "float64")
    )

    x: Axis
    y: Axis
    basis: str
    validation: Validation | None
    cells: tuple[MapCell, ...]

    @property
    def line(self) -> tuple[tuple[float, float], ...]:
        """Where the difference is 0 along each row: x, between two cells, and y."""
        rows = groupby(self.cells, key=lambda cell: cell.y)
        return tuple(one for y, row in rows for one in _find_crossings(y, row))

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each cell."""
        for cell in self.cells:
            yield (*cell, cell.sure_sign)


def _find_crossings(y: float, row: Iterable[MapCell]) -> Iterator[tuple[float, float]]:
    """Find where straight lines between the cells of a row are 0."""
    for before, after in pairwise(row):
        if before.mean is not None and after.mean is not None and before.mean * after.mean < 0:
            part = before.mean / (before.mean - after.mean)
            yield before.x + part * (after.x - before.x), y
