"""What there is to work in each attempt: content, what a standard time leaves, what is done again.

Content is taken at quantiles of its distribution, so that a standard time meets long needs and
short ones as they are. Seconds of content have shape (functions, quantiles).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special, stats

from sim.blueprint import Blueprint
from sim.scenario import Demand
from sim.units import MILLION, MINUTE_S

QUANTILES = 200
LEAST_CV = 1e-6
Seconds = NDArray[np.float64]


class Content(NamedTuple):
    """What is to be done in an attempt.

    Attributes
    ----------
    whole, fresh, again, passed
        Seconds of the need, of those not yet worked, of those to be done again, and of those passed
        to another budget.
    weight
        How many of the cases have content of each quantile, shape (quantiles,); sums to 1.
    """

    whole: Seconds
    fresh: Seconds
    again: Seconds
    passed: Seconds
    weight: NDArray[np.float64]


class Worked(NamedTuple):
    """What becomes of it in each function, of all cases that come to it; arrays over functions.

    Attributes
    ----------
    done_s, again_s
        Mean seconds worked, and of those the ones that are done again.
    left
        Chance that content is left that makes the citizen come back, by quantile.
    before, then
        What there was to do, and what there would be to do in the next attempt if it came, and
        nothing were done again.
    """

    done_s: NDArray[np.float64]
    again_s: NDArray[np.float64]
    left: NDArray[np.float64]
    before: Content
    then: Content


def draw_content(demand: Demand, blueprint: Blueprint) -> Content:
    """Return the content of new cases."""
    u = (np.arange(QUANTILES) + 0.5) / QUANTILES
    mean_s, cv = demand.content_minutes.value * MINUTE_S, demand.content_cv.value
    if cv < LEAST_CV:
        content = np.full(QUANTILES, mean_s)
    elif demand.content_shape == "gamma":
        content = stats.gamma.ppf(u, cv**-2, scale=mean_s * cv**2)
    else:
        variance = np.log1p(cv**2)
        content = np.exp(np.log(mean_s) - variance / 2 + np.sqrt(variance) * special.ndtri(u))
    content *= mean_s / content.mean()
    whole = blueprint.layout.share_ppm[:, np.newaxis] / MILLION * content
    none = np.zeros_like(whole)
    return Content(whole, whole, none, none, np.full(QUANTILES, 1 / QUANTILES))


def work_off(content: Content, blueprint: Blueprint) -> Worked:
    """Work content off under the standard time of a design."""
    work = blueprint.work
    cap_s = np.inf if work.cap_s < 0 else work.cap_s
    fresh, again = np.minimum(content.fresh, cap_s), content.again
    again = np.minimum(again, cap_s - fresh)
    left = content.fresh - fresh
    is_left = (left > 0) * (1 - work.passes_on)
    return Worked(
        done_s=(fresh + again) @ content.weight,
        again_s=again @ content.weight,
        left=1 - np.prod(1 - is_left, axis=0),
        before=content,
        then=content._replace(
            fresh=left * (1 - work.passes_on), passed=content.passed + left * work.passes_on
        ),
    )


def come_again(
    worked: Worked,
    unmet: NDArray[np.float64],
    unworked: Seconds,
    rework: NDArray[np.float64],
    growth: float,
) -> Content:
    """Return what there is to do in the next attempt.

    Parameters
    ----------
    worked
        What became of the last one.
    unmet
        How many of each quantile come back, in any unit, shape (quantiles,).
    unworked
        For what part of them a function has not worked, shape (functions, quantiles).
    rework
        Part of what is done that is done again, of those who come back, shape (quantiles,).
    growth
        Times that what is unmet grows.
    """
    then = worked.then
    fresh = then.fresh + unworked * (worked.before.fresh - then.fresh)
    passed = then.passed + unworked * (worked.before.passed - then.passed)
    again = np.maximum(then.whole - fresh - passed, 0) * rework
    grown = (growth - 1) * (fresh + again).sum(axis=0)
    shares = then.whole / then.whole.sum(axis=0)
    total = unmet.sum()
    return Content(
        whole=then.whole + shares * grown,
        fresh=fresh + shares * grown,
        again=again,
        passed=passed,
        weight=unmet / total if total > 0 else then.weight,
    )
