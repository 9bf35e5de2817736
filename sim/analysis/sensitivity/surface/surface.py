"""The result: an outcome over one to three factors, as a surrogate has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.result import SensitivityResult
from sim.analysis.sensitivity.surface.axes import Axis, scale_places
from sim.analysis.sensitivity.surface.surrogate import Fitted
from sim.analysis.sensitivity.surface.validation import Validation
from sim.results import Json, as_json

Values = NDArray[np.float64]


class SurfaceCell(NamedTuple):
    """A place of a surface."""

    place: tuple[float, ...]
    """The value of each factor."""
    mean: float
    deviation: float | None
    """The standard deviation of that mean; `None` where the surrogate knows none."""


class SurfaceRow(NamedTuple):
    """A place in the table, with as many factors as there are."""

    x: str
    at_x: float
    y: str | None
    at_y: float | None
    z: str | None
    at_z: float | None
    mean: float
    deviation: float | None


@dataclass(frozen=True)
class Surface(SensitivityResult):
    """An outcome over one to three factors, while the others vary as they do in the sweep.

    Attributes
    ----------
    about
        What it is about.
    axes
        The factors.
    surrogate
        What stands in for the engine.
    validation
        How good it is at points that it has not seen.
    cells
        The surface on a grid, the last factor changing first.
    fitted
        The surrogate itself; not in the JSON.
    """

    ANALYSIS = "surface"
    COLUMNS = SurfaceRow._fields

    axes: tuple[Axis, ...]
    surrogate: str
    validation: Validation
    cells: tuple[SurfaceCell, ...]
    fitted: Fitted

    def predict(self, places: Values) -> tuple[Values, Values | None]:
        """Return the outcome at places, and its standard deviation where that is known.

        Parameters
        ----------
        places
            Values of the factors, in their order and their units: shape (places, factors).
        """
        return self.fitted.predict(scale_places(self.axes, np.asarray(places, dtype=float)))

    def to_dict(self) -> Json:
        """Return it as JSON has it, without the surrogate itself."""
        parts = {name: value for name, value in vars(self).items() if name != "fitted"}
        return {"analysis": self.ANALYSIS, **as_json(parts)}

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each place of the grid."""
        nothing = ((None, None),) * (3 - len(self.axes))
        for cell in self.cells:
            named = zip((axis.key for axis in self.axes), cell.place, strict=True)
            columns = (part for pair in (*named, *nothing) for part in pair)
            yield (*columns, cell.mean, cell.deviation)
