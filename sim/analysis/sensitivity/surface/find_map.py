"""Finding where two designs change places over two factors: measured in a grid, else predicted."""

from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.sensitivity.gather import Gathered, Values, gather
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.surface.axes import find_axes
from sim.analysis.sensitivity.surface.breakeven_map import (
    MEASURED,
    PREDICTED,
    BreakevenMap,
    MapCell,
)
from sim.analysis.sensitivity.surface.find import fit_surface
from sim.analysis.sensitivity.surface.surface import Surface
from sim.analysis.sensitivity.target import COST, find_pair
from sim.sweep.table import POINT, SERVICE, Table

if TYPE_CHECKING:
    import pandas as pd

DEVIATIONS = 2.0


def find_breakeven_map(
    table: Table,
    x: str,
    y: str,
    outcome: str = COST,
    of: tuple[str, str] | None = None,
    *,
    service: str | None = None,
    seed: int = 1,
) -> BreakevenMap:
    """Find where the difference of two designs is 0, over two factors.

    Parameters
    ----------
    table
        A sweep. Where its points hold every value of x with every value of y, cells are measured;
        one of whose points some cannot be used has no difference. Elsewhere they are predicted.
    x, y
        Keys of the factors.
    outcome, of, service
        What is analysed; see `find_target`.
    seed
        Which luck, of the surrogate.

    Returns
    -------
    BreakevenMap
        The difference at each place. It is told apart from 0 where its interval is: over
        replications, paired, where it was measured; twice the surrogate's standard deviation to
        either side where it is predicted, or twice its error out of sample where it knows none.

    Raises
    ------
    RunError
        If there are not two designs, if a factor cannot be had, or if the surrogate says nothing.
    """
    target = find_pair(table, outcome, of, service)
    gathered = gather(table, target)
    over_x, over_y = find_axes(gathered, (x, y))
    planned = table.points[table.points[SERVICE] == target.service].set_index(POINT)
    places = planned[[x, y]].astype(float)
    if _is_grid(places):
        cells = _measure(gathered, places)
        return BreakevenMap(describe(gathered), over_x, over_y, MEASURED, None, cells)
    surface = fit_surface(gathered, (x, y), seed)
    told = surface.validation
    return BreakevenMap(surface.about, over_x, over_y, PREDICTED, told, _predict(surface))


def _is_grid(places: "pd.DataFrame") -> bool:
    """Tell whether every value of the one factor stands with every value of the other."""
    one, other = places.nunique()
    return len(places.drop_duplicates()) == one * other


def _measure(gathered: Gathered, places: "pd.DataFrame") -> tuple[MapCell, ...]:
    """Return the difference of each cell, the mean of its points within each replication."""
    at = {point: place for place, point in enumerate(gathered.points.index)}
    x, y = places.columns
    cells = []
    for _, cell in places.groupby([y, x]):
        is_whole = all(point in at for point in cell.index)
        samples = gathered.samples[[at[point] for point in cell.index]] if is_whole else None
        at_x, at_y = cell.iloc[0]
        cells.append(MapCell(float(at_x), float(at_y), *_pool(samples)))
    return tuple(cells)


def _pool(samples: Values | None) -> tuple[float | None, float | None, float | None]:
    """Return the mean of a cell's points, with its interval over the replications of all."""
    from sim.experiment.intervals import LEAST_VALUES, build_interval

    if samples is None:
        return None, None, None
    means = samples.mean(axis=0)
    known = means[~np.isnan(means)]
    if len(known) < LEAST_VALUES:
        return float(np.nanmean(samples)), None, None
    return build_interval(known)


def _predict(surface: Surface) -> tuple[MapCell, ...]:
    cells = []
    for (x, y), mean, deviation in surface.cells:
        half = DEVIATIONS * (surface.validation.rmse if deviation is None else deviation)
        cells.append(MapCell(x, y, mean, mean - half, mean + half))
    return tuple(sorted(cells, key=lambda cell: (cell.y, cell.x)))
