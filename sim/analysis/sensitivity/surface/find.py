"""Fitting a response surface, and refusing one that says nothing."""

from collections.abc import Sequence

import numpy as np

from sim.analysis.sensitivity.gather import Gathered, gather
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.surface.axes import find_axes, lay_grid, scale_places, scale_points
from sim.analysis.sensitivity.surface.surface import Surface, SurfaceCell
from sim.analysis.sensitivity.surface.surrogate import choose_surrogate, fit
from sim.analysis.sensitivity.surface.validation import Validation, validate
from sim.analysis.sensitivity.target import COST, Of, find_target
from sim.errors import RunError
from sim.message import Message
from sim.sweep.table import Table

LEAST_POINTS = 20
"""With fewer, five folds say little."""


def find_surface(
    table: Table,
    over: Sequence[str],
    outcome: str = COST,
    of: Of | None = None,
    *,
    service: str | None = None,
    seed: int = 1,
) -> Surface:
    """Find an outcome over one to three factors, while the others vary as they do in the sweep.

    Parameters
    ----------
    table
        A sweep; points that cannot be used are left out and counted.
    over
        Keys of the factors.
    outcome, of, service
        What is analysed; see `find_target`.
    seed
        Which luck, of folds and trees.

    Returns
    -------
    Surface
        The surface on a grid, and what predicts it elsewhere.

    Raises
    ------
    RunError
        If it cannot be done as asked, if there are too few points, or if the surrogate does not
        predict unseen points better than their mean does.
    """
    return fit_surface(gather(table, find_target(table, outcome, of, service)), over, seed)


def fit_surface(gathered: Gathered, over: Sequence[str], seed: int) -> Surface:
    """Fit a surface to what is gathered; see `find_surface`."""
    points = len(gathered.points)
    if points < LEAST_POINTS:
        raise RunError(
            Message(
                "a surface takes {least} points, and {n} of {planned} can be used; run more points",
                least=LEAST_POINTS,
                n=points,
                planned=gathered.planned,
            )
        )
    axes, name = find_axes(gathered, over), choose_surrogate(points)
    shares = scale_points(gathered, axes)
    validation = validate(name, shares, gathered.means, seed)
    if not validation.beats_mean:
        raise _refuse(gathered, over, validation)
    fitted, places = fit(name, shares, gathered.means, seed), lay_grid(axes)
    means, deviations = fitted.predict(scale_places(axes, np.array(places)))
    known = [None] * len(places) if deviations is None else deviations.tolist()
    cells = map(SurfaceCell, places, means.tolist(), known)
    return Surface(describe(gathered), axes, name, validation, tuple(cells), fitted)


def _refuse(gathered: Gathered, over: Sequence[str], validation: Validation) -> RunError:
    return RunError(
        Message(
            "a surface of {outcome} over {over} says nothing: at points that it has not seen it is "
            "off by {rmse}, where their spread is {spread}; name factors that matter (a tornado "
            "tells which), or run more points",
            outcome=gathered.target.outcome.name,
            over=", ".join(over),
            rmse=f"{validation.rmse:.3g}",
            spread=f"{validation.spread:.3g}",
        )
    )
