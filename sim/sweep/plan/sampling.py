"""Where a sampler looks: points of the unit cube, one axis for each factor.

A share of an axis becomes a value by `Factor.at`. What a method needs to know of how it sampled can
be drawn again at any time, from the method, the seed and the sampling: nothing is kept of it.

- Latin hypercube: McKay, Beckman & Conover 1979, *Technometrics* 21(2), 239-245.
- Sobol: Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola 2010, "Variance based sensitivity
  analysis of model output", *Computer Physics Communications* 181(2), 259-270; scrambled, after
  Owen 2020, "On dropping the first Sobol' point", arXiv:2008.08051.
- Morris 1991, "Factorial sampling plans for preliminary computational experiments",
  *Technometrics* 33(2), 161-174.
"""

from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Method = Literal["grid", "lhs", "sobol", "morris", "factorial", "table"]
GRID: Method = "grid"
LHS: Method = "lhs"
SOBOL: Method = "sobol"
MORRIS: Method = "morris"
FACTORIAL: Method = "factorial"
TABLE: Method = "table"
SAMPLED: tuple[Method, ...] = (LHS, SOBOL, MORRIS)
"""The methods that draw their points."""
WITH_DUMMY: tuple[Method, ...] = (SOBOL, MORRIS)
"""The methods that tell noise by a dummy."""
LUCK = 14
"""Keeps these draws apart from others of the same seed."""
Shares = NDArray[np.float64]


class Sampling(NamedTuple):
    """How points were chosen, as far as the method asks; the rest is nothing."""

    points: int | None = None
    """Points of a Latin hypercube."""
    base: int | None = None
    """Base number of Sobol's sequence, a power of two."""
    second_order: bool | None = None
    """Whether Sobol's points also tell of factors in pairs."""
    trajectories: int | None = None
    levels: int | None = None
    """Of Morris: how often each factor is moved, and on a grid of how many levels, an even
    number."""
    steps: int | None = None
    """Values of a range in a grid."""

    def to_dict(self) -> dict[str, int]:
        """Return what the method asks for."""
        return {name: value for name, value in self._asdict().items() if value is not None}


def count_drawn(method: Method, axes: int, sampling: Sampling) -> int:
    """Return how many points a method draws for so many factors, the dummy included."""
    if method == SOBOL:
        return (sampling.base or 0) * ((2 if sampling.second_order else 1) * axes + 2)
    if method == MORRIS:
        return (sampling.trajectories or 0) * (axes + 1)
    return sampling.points or 0


def draw_shares(method: Method, axes: int, sampling: Sampling, seed: int) -> Shares:
    """Draw points of the unit cube: a row a point, a column a factor.

    The same arguments give the same points.

    Parameters
    ----------
    method
        One of `SAMPLED`.
    axes
        How many factors, the dummy included.
    sampling
        How many points.
    seed
        Which luck.
    """
    luck = np.random.default_rng((seed, LUCK))
    draw = {LHS: _draw_lhs, SOBOL: _draw_sobol, MORRIS: _draw_morris}[method]
    return draw(axes, sampling, luck)


def _draw_lhs(axes: int, sampling: Sampling, luck: np.random.Generator) -> Shares:
    from scipy.stats import qmc  # half a second to import

    return qmc.LatinHypercube(axes, rng=luck).random(sampling.points or 0)


def _draw_sobol(axes: int, sampling: Sampling, luck: np.random.Generator) -> Shares:
    from SALib.sample import sobol

    second = bool(sampling.second_order)
    cube = _unit_cube(axes)
    drawn: Shares = sobol.sample(cube, sampling.base, calc_second_order=second, seed=luck)
    return drawn


def _draw_morris(axes: int, sampling: Sampling, luck: np.random.Generator) -> Shares:
    from SALib.sample import morris

    cube = _unit_cube(axes)
    drawn: Shares = morris.sample(cube, sampling.trajectories, sampling.levels, seed=luck)
    return drawn


def _unit_cube(axes: int) -> dict[str, Any]:
    """Return the unit cube in the words of SALib."""
    names = [str(axis) for axis in range(axes)]
    return {"num_vars": axes, "names": names, "bounds": [[0.0, 1.0]] * axes}
