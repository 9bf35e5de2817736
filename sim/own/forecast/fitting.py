"""Fitting the rest: what the waits that were attributed leave unexplained of how long cases take.

Up to four quantities are fitted, so that half of the cases, and nine of ten, take as long as was
seen; what moves them away from what was attributed has a price, so that they do so no further than
need be. They are conditions of the service as it is and serve to forecast it; no other design is
built of them.
"""

from collections.abc import Callable, Iterable
from math import exp, inf, isfinite, log, nan, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from sim.errors import RequisiteError
from sim.own.build import AS_IT_IS, Known, build_scenario
from sim.own.build.designs import is_divided
from sim.own.caselog import CaseLog
from sim.own.followed import follow_cases
from sim.own.simulated import simulate_caselog
from sim.own.survival import find_quantile, find_survival

FITTED_TO = {"days_p50": 0.5, "days_p90": 0.9}
"""To which quantiles of the days that cases take it is fitted."""
PICK_UP, HOLD = ("pick_up_days", "pick_up_cv"), ("hold_days",)
READY = ("ready", "ready_days")
MOST_TRIES = 80
PRICE = 0.02
"""Of moving a quantity by a factor of e, beside the mean square of what is left."""
STEP = 0.4
"""By how much the logarithm of a quantity is changed at first."""
LEAST_DAYS = 0.05
"""An hour and a bit: times below it count as alike."""
TRIED_DAYS = 365
BOUNDS = {
    "pick_up_days": 1e3,
    "pick_up_cv": 20.0,
    "ready": 1.0,
    "ready_days": 3e3,
    "hold_days": 3e3,
}
"""The most that each may be."""
LEAST = 1e-3
ALONE = 0.9
"""Share of cases that wait for an answer, where a log says nothing of it."""


class Fitted(NamedTuple):
    """What is known of a service, with the rest fitted.

    Attributes
    ----------
    known
        It, with the fitted quantities marked.
    names
        What was fitted; nothing where there is nothing to fit it to, or nothing was gained.
    distance, before
        How far the simulated quantiles are from those seen, with the fit and without it: the root
        of the mean square of the logarithms of what they are too much or too little by.
    """

    known: Known
    names: tuple[str, ...]
    distance: float
    before: float


def fit_rest(
    known: Known, *, seed: int = 1, on_progress: Callable[[int, int], None] | None = None
) -> Fitted:
    """Fit what is free of the service as it is.

    These are which share of cases waits for an answer, and for how long; with several functions
    also how long a case lies until another hand takes it up, and how much that varies; with one,
    how long it lies before it is begun.

    Parameters
    ----------
    known
        What is known of the service.
    """
    aims = {share: known.value(name, nan) for name, share in FITTED_TO.items()}
    if not all(map(isfinite, aims.values())):
        return Fitted(known, (), nan, nan)
    names = (*(PICK_UP if is_divided(known) else HOLD), *READY)
    search = _Search(known, names, aims, seed, on_progress)
    before = search.judge(search.start())
    found = optimize.minimize(
        search.judge,
        search.start(),
        method="Nelder-Mead",
        options={"maxfev": MOST_TRIES, "fatol": 0.005, "initial_simplex": search.begin()},
    )
    if found.fun >= before:
        return Fitted(known, (), before, before)
    return Fitted(search.fill(found.x), names, float(found.fun), before)


class _Search:
    """Tries values of the quantities, by their logarithms, with the same luck each time."""

    def __init__(
        self,
        known: Known,
        names: tuple[str, ...],
        aims: dict[float, float],
        seed: int,
        on_progress: Callable[[int, int], None] | None,
    ) -> None:
        self._known, self._names, self._aims, self._seed = known, names, aims, seed
        self._tell, self._tried = on_progress, 0

    def start(self) -> NDArray[np.float64]:
        """Return where the search begins: at what was measured, or what alone would fit."""
        if HOLD[0] in self._names:
            found = _fit_alone(*self._aims.values())
        else:
            usual = {"ready": 0.1, "ready_days": max(self._aims[0.9], 1.0)}
            found = {name: self._known.value(name) or usual.get(name, 1.0) for name in self._names}
        return np.array([log(max(found[name], LEAST)) for name in self._names])

    def begin(self) -> NDArray[np.float64]:
        """Return the corners between which the search begins."""
        start = self.start()
        return np.vstack([start, start - STEP * np.eye(len(start))])

    def fill(self, logs: NDArray[np.float64]) -> Known:
        """Return what is known, with values of them."""
        values = {
            name: min(max(exp(value), LEAST), BOUNDS[name])
            for name, value in zip(self._names, logs, strict=True)
        }
        return self._known.with_fitted(values)

    def judge(self, logs: NDArray[np.float64]) -> float:
        """Return how far the simulated quantiles are from those aimed at."""
        self._tried += 1
        if self._tell is not None:
            self._tell(min(self._tried, MOST_TRIES), MOST_TRIES)
        try:
            scenario = build_scenario(self.fill(logs))
            cases = simulate_caselog(scenario, AS_IT_IS, days=TRIED_DAYS, seed=self._seed)
        except RequisiteError:
            return inf
        seen = find_quantiles(cases, self._aims)
        aimed = np.array(list(self._aims.values()))
        moved = float(np.mean((logs - self.start()) ** 2))
        return sqrt(_find_distance(seen, aimed) ** 2 + PRICE * moved)


def _fit_alone(half_days: float, most_days: float) -> dict[str, float]:
    """Return the waits that yield both quantiles by themselves: a constant one, and one of some.

    An answer is on its way while a case lies, so the longer of the two counts. Of a share q who
    wait for an exponential time of mean m, half have m log(2 q) and nine of ten m log(10 q) days.
    Where these are nearer to each other than that, half are told by the constant.
    """
    mean = max((most_days - half_days) / log(5), LEAST)
    share = 0.5 * exp(min(half_days / mean, 1.0))
    if share <= ALONE:
        return {"hold_days": 0.0, "ready": share, "ready_days": mean}
    return {"hold_days": half_days, "ready": ALONE, "ready_days": most_days / log(10 * ALONE)}


def find_quantiles(cases: CaseLog, shares: Iterable[float]) -> NDArray[np.float64]:
    """Return within how many days shares of all cases are done; NaN where too many are open."""
    followed = follow_cases(cases)
    some = followed.is_followed
    survival = find_survival(followed.days[some], followed.is_finished[some])
    return np.array([find_quantile(survival, share).value for share in shares])


def _find_distance(seen: NDArray[np.float64], aimed: NDArray[np.float64]) -> float:
    if np.isnan(seen).any():
        return inf
    logs = np.log(np.maximum(seen, LEAST_DAYS) / np.maximum(aimed, LEAST_DAYS))
    return float(np.sqrt(np.mean(logs**2)))
