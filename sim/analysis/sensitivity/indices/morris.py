"""Morris's screening: the effect of one step of each factor, from many places.

An elementary effect is the change in the outcome as one factor moves a step, divided by that step
as a part of its range. Their mean is mu, the mean of their sizes mu* and their standard deviation
sigma, which is large where the effect depends on where one stands (Morris 1991, *Technometrics* 33,
161-174; Campolongo, Cariboni & Saltelli 2007, *Environmental Modelling & Software* 22, 1509-1518).
The computing is SALib's.
"""

from math import pi, sqrt

import numpy as np

from sim.analysis.sensitivity.gather import Gathered, Values, gather_whole
from sim.analysis.sensitivity.indices.index import MU, MU_STAR, SIGMA, Estimate, Indices, judge
from sim.analysis.sensitivity.indices.index import FactorIndex as Index
from sim.analysis.sensitivity.indices.sobol import check_varies, spread_seed
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.target import COST, Of, find_target
from sim.errors import RunError
from sim.message import Message
from sim.sweep.table import Table

METHOD = Message("Morris's screening")
RESAMPLES = 1_000
LEVELS = 4


def find_morris(
    table: Table,
    outcome: str = COST,
    of: Of | None = None,
    *,
    shares: Values,
    service: str | None = None,
    levels: int = LEVELS,
    seed: int = 1,
) -> Indices:
    """Find the mean effect of each factor, the mean of its size, and how far effects differ.

    Parameters
    ----------
    table
        A sweep whose points are Morris's trajectories, in SALib's order.
    outcome, of, service
        What is analysed; see `find_target`.
    shares
        The points as parts of the ranges of the service's factors, 0 to 1: shape (points, factors).
    levels
        On how many levels they lie.
    seed
        Which luck, of the bootstrap.

    Returns
    -------
    Indices
        Effects on the mean over replications, in the unit of the outcome, of moving a factor
        through all of its range; mu* with its 95 % interval (bootstrap).

    Raises
    ------
    RunError
        If a point cannot be used, if `shares` are no trajectories, or if the outcome is the same
        at every point.
    """
    gathered = gather_whole(table, find_target(table, outcome, of, service), METHOD)
    check_varies(gathered)
    factors = [(one.key, one.kind) for one in gathered.factors]
    delta = levels / (2 * (levels - 1))
    _check_trajectories(np.asarray(shares, dtype=float), len(gathered.points), len(factors), delta)
    found = _analyse([key for key, _ in factors], shares, gathered.means, levels, seed)
    noise = _find_noise(gathered, delta)
    sizes = Estimate(MU_STAR, found["mu_star"].tolist(), found["mu_star_conf"].tolist(), noise)
    indices = list(judge(factors, sizes))
    for name in (MU, SIGMA):
        values = zip(factors, found[name].tolist(), strict=True)
        indices += [Index(*one, name, value, None, None, 0.0, None) for one, value in values]
    return Indices(describe(gathered), "morris", tuple(indices), {MU_STAR: noise})


def _check_trajectories(shares: Values, points: int, factors: int, delta: float) -> None:
    """Check that each step of a trajectory moves one factor, and each factor once."""
    if shares.shape == (points, factors) and points % (factors + 1) == 0:
        steps = np.abs(np.diff(shares.reshape(-1, factors + 1, factors), axis=1))
        moves = np.isclose(steps, delta)
        is_one_each = (moves.sum(axis=1) == 1).all() and (moves.sum(axis=2) == 1).all()
        if is_one_each and np.isclose(steps[~moves], 0).all():
            return
    raise RunError(
        Message(
            "Morris's screening takes trajectories of {steps} points, each of which moves one "
            "factor by {delta} of its range; the shares given for {n} points are none",
            steps=factors + 1,
            delta=f"{delta:.3g}",
            n=points,
        )
    )


def _analyse(
    keys: list[str], shares: Values, means: Values, levels: int, seed: int
) -> dict[str, Values]:
    from SALib.analyze import morris  # a second to import

    problem = {"num_vars": len(keys), "names": keys, "bounds": [[0.0, 1.0]] * len(keys)}
    found = morris.analyze(
        problem,
        np.asarray(shares, dtype=float),
        means,
        num_levels=levels,
        num_resamples=RESAMPLES,
        seed=spread_seed(seed),
    )
    return {name: np.asarray(found[name]) for name in ("mu", "mu_star", "mu_star_conf", "sigma")}


def _find_noise(gathered: Gathered, delta: float) -> float | None:
    """Return the mean size of an effect that is the difference of two lucks; `None` if unknown."""
    errors = gathered.errors
    if np.isnan(errors).any():
        return None
    return 2 * sqrt(float((errors**2).mean()) / pi) / delta
