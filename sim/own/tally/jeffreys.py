"""Intervals of shares by Jeffreys's prior, with the ends that include what was counted."""

from scipy.stats import beta

from sim.message import Message
from sim.own.estimate import Estimate

INSIDE = 0.95
PRIOR = 0.5
NOTHING_COUNTED = Message("nothing has been counted yet")


def find_ends(share: float, counted: float) -> tuple[float, float]:
    """Return the 95 % interval of a share.

    It is that of the posterior, a Beta distribution, with the prior 1/2 for what is counted and 1/2
    for all else. Where all or none was counted the interval ends at
    1 or 0 (Brown, Cai and DasGupta 2001, Statistical Science 16, 101-133, section 4.1.1).

    Parameters
    ----------
    share
        The share that was counted.
    counted
        Of how many, or of how many unlike ones they are worth; need not be a whole number.
    """
    posterior = beta(PRIOR + share * counted, PRIOR + (1 - share) * counted)
    low, high = (float(end) for end in posterior.ppf([(1 - INSIDE) / 2, (1 + INSIDE) / 2]))
    return min(low, share) if share > 0 else 0.0, max(high, share) if share < 1 else 1.0


def estimate_share(name: str, kind: int, of: int, worth: float | None = None) -> Estimate:
    """Estimate a share; of nothing, say that nothing was counted.

    Parameters
    ----------
    name
        Of the quantity.
    kind, of
        How many were counted, of how many.
    worth
        How many unlike ones the latter are worth; `None` for as many as they are.
    """
    if not of:
        return Estimate(name, float("nan"), float("nan"), float("nan"), 0, NOTHING_COUNTED)
    low, high = find_ends(kind / of, of if worth is None else worth)
    return Estimate(name, kind / of, low, high, of)
