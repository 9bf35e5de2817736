"""Sobol's indices: which share of an outcome's variance is due to each factor.

The first-order index of a factor is the share that goes if it alone is known; the total index is
what remains if all others are (Sobol' 2001, *Mathematics and Computers in Simulation* 55, 271-280).
They are estimated as Saltelli et al. 2010 (*Computer Physics Communications* 181, 259-270) say, the
total one as Jansen 1999 (*Computer Physics Communications* 117, 35-43) has it, by SALib.

Noise is held against them in two ways. A dummy that changes nothing is varied with the others
(Khorashadi Zadeh et al. 2017, *Environmental Modelling & Software* 91, 210-222). Where every point
has the same luck its index is 0, and says nothing of a factor that does no more than shuffle that
luck. Such a one has a total index of the variance of a mean over replications, as a part of all
variance; this is known from the replications, and the floor is the larger of the two.
"""

from warnings import catch_warnings, simplefilter

import numpy as np

from sim.analysis.sensitivity.gather import Gathered, Values, gather_whole
from sim.analysis.sensitivity.indices.index import FIRST, TOTAL, Estimate, Indices, judge
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.target import COST, Of, find_target
from sim.errors import RunError
from sim.message import Message
from sim.sweep.table import Table

METHOD = Message("Sobol's analysis")
RESAMPLES = 500
LUCK = 41
"""Keeps these draws apart from others of the same seed."""


def find_sobol(
    table: Table,
    outcome: str = COST,
    of: Of | None = None,
    *,
    service: str | None = None,
    seed: int = 1,
    resamples: int = RESAMPLES,
) -> Indices:
    """Find first-order and total indices of each factor.

    Parameters
    ----------
    table
        A sweep whose points are Saltelli's, without those for second-order indices: (factors + 2)
        x base of them, in SALib's order.
    outcome, of, service
        What is analysed; see `find_target`.
    seed
        Which luck, of the bootstrap.
    resamples
        How often points are drawn anew for the intervals.

    Returns
    -------
    Indices
        Shares of the variance of the mean over replications, with 95 % intervals (bootstrap, on
        the assumption that its draws are normal).

    Raises
    ------
    RunError
        If a point cannot be used, if the points are not Saltelli's, or if the outcome is the same
        at every one.
    """
    gathered = gather_whole(table, find_target(table, outcome, of, service), METHOD)
    check_varies(gathered)
    factors = [(one.key, one.kind) for one in gathered.factors]
    _check_saltelli(gathered)
    noise = _find_noise(gathered)
    found = _analyse([key for key, _ in factors], gathered.means, seed, resamples)
    estimates = (
        Estimate(FIRST, found["S1"].tolist(), found["S1_conf"].tolist(), None),
        Estimate(TOTAL, found["ST"].tolist(), found["ST_conf"].tolist(), noise),
    )
    indices = tuple(row for one in estimates for row in judge(factors, one))
    return Indices(describe(gathered), "sobol", indices, {FIRST: None, TOTAL: noise})


def _check_saltelli(gathered: Gathered) -> None:
    """Check that in each block of points the one after the first differs from it in one factor."""
    values, factors = gathered.points, len(gathered.factors)
    is_whole = gathered.method == "sobol" and len(values) % (factors + 2) == 0
    first = values.iloc[:: factors + 2].to_numpy() if is_whole else None
    for nth in range(factors):
        if first is None:
            break
        moved = values.iloc[nth + 1 :: factors + 2].to_numpy()
        if (np.delete(moved, nth, axis=1) != np.delete(first, nth, axis=1)).any():
            first = None
    if first is None:
        raise RunError(
            Message(
                "Sobol's analysis takes the points of the method sobol without those for "
                "second-order indices, {step} for each of the base; found {n} points of the method "
                "{method}",
                step=factors + 2,
                n=len(values),
                method=gathered.method,
            )
        )


def _analyse(keys: list[str], means: Values, seed: int, resamples: int) -> dict[str, Values]:
    from SALib.analyze import sobol  # a second to import

    problem = {"num_vars": len(keys), "names": keys, "bounds": [[0.0, 1.0]] * len(keys)}
    with catch_warnings():
        simplefilter("ignore")  # that resamples of a dummy are all alike
        found: dict[str, Values] = sobol.analyze(
            problem,
            means,
            calc_second_order=False,
            num_resamples=resamples,
            seed=spread_seed(seed),
        )
    return found


def spread_seed(seed: int) -> int:
    """Return a seed for SALib, which takes 0 for none at all."""
    return int(np.random.default_rng((seed, LUCK)).integers(1, 2**31))


def check_varies(gathered: Gathered) -> None:
    """Check that an outcome is not the same at every point.

    Raises
    ------
    RunError
        If it is.
    """
    if np.ptp(gathered.means) == 0:
        raise RunError(
            Message(
                "{outcome} is the same at every point, so no factor has a share in it; analyse "
                "another outcome, or widen the ranges",
                outcome=gathered.target.outcome.name,
            )
        )


def _find_noise(gathered: Gathered) -> float | None:
    """Return the total index of a factor that only shuffles luck; `None` if that is not known."""
    errors = gathered.errors
    if np.isnan(errors).any():
        return None
    return float((errors**2).mean() / gathered.means.var())
