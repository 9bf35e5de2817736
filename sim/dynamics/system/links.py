"""The causal links of a model, and whether each one makes more or less of what it leads to.

A link runs from what a formula names to what it works out, and from a flow to each stock that it
fills or drains. The sign of a link is that of the slope of the formula, taken along the course of a
run: a link can only be told as it was in that run.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.system.equations import Model, Quantity, Table, formula_of
from sim.dynamics.system.evaluate import Reals, Values, evaluate_quantity
from sim.dynamics.system.run import Trajectory

PLUS, MINUS, BOTH = "+", "-", "±"
NUDGE = 1e-5
"""By which part of its greatest size a quantity is moved to see what follows."""
NOISE = 1e-14
"""A difference below this part of what is compared is one of rounding."""


class Link(NamedTuple):
    """A causal link.

    Attributes
    ----------
    source, target
        What it runs from, and to.
    sign
        `+` where more of one makes more of the other, `-` where it makes less, `±` where now this
        and now that.
    """

    source: str
    target: str
    sign: str


def find_links(model: Model, course: Trajectory, *, moments: int = 400) -> tuple[Link, ...]:
    """Find the causal links of a model.

    Parameters
    ----------
    model
        The equations.
    course
        A run of them.
    moments
        At how many moments of the run a slope is taken, at most.

    Returns
    -------
    tuple of Link
        Links whose slope is nothing throughout are left out.
    """
    every = -(-len(course.values) // moments)
    values = dict(zip(course.names, course.values[::every].T, strict=True))
    found = [*_links_of_formulas(model, values), *_links_of_stocks(model)]
    return tuple(link for link in found if link.sign)


def _links_of_formulas(model: Model, values: Values) -> Iterator[Link]:
    for quantity in model.quantities:
        for name in sorted(formula_of(quantity).names):
            yield Link(name, quantity.name, _sign_of(_slope_of(quantity, name, values)))


def _links_of_stocks(model: Model) -> Iterator[Link]:
    for stock in model.stocks:
        yield from (Link(name, stock.name, PLUS) for name in stock.inflows)
        yield from (Link(name, stock.name, MINUS) for name in stock.outflows)


def _slope_of(quantity: Quantity | Table, name: str, values: Values) -> NDArray[np.int64]:
    """Return the sign of the slope at each moment, 0 where there is none or it is not known."""
    step = NUDGE * (float(np.abs(values[name]).max()) or 1.0)
    more, less = (_move(quantity, name, values, by) for by in (step, -step))
    with np.errstate(invalid="ignore"):
        change, size = more - less, np.abs(more) + np.abs(less)
        is_known = np.isfinite(change) & (np.abs(change) > NOISE * size)
    return np.where(is_known, np.sign(np.where(is_known, change, 0.0)), 0).astype(np.int64)


def _move(quantity: Quantity | Table, name: str, values: Values, by: float) -> Reals:
    return evaluate_quantity(quantity, {**values, name: values[name] + by})


def _sign_of(slopes: NDArray[np.int64]) -> str:
    rises, falls = bool((slopes > 0).any()), bool((slopes < 0).any())
    return BOTH if rises and falls else PLUS if rises else MINUS if falls else ""
