"""How alike the contacts of one hour are, and how many unlike ones they are worth.

Whoever calls in one hour has had the same letter, meets the same outage, the same Monday. So
thirty contacts of one hour tell less of the service than thirty of thirty hours. How much less, the
intra-hour correlation says: the intra-class correlation of survey statistics, and its design effect
1 + (m - 1) * rho (Kish 1965, Survey Sampling, section 5.4).
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ASSUMED = 0.05
"""Correlation of two contacts of one hour, until several hours tell."""
WORTH_HOURS = 10
"""For as many hours counts what is assumed, beside what the hours of a tally tell. With fewer the
intervals are too narrow where hours are as alike as is assumed, with more where they are more so
(`benchmarks/own_tally.py`)."""


class Alike(NamedTuple):
    """How alike the contacts of one hour are.

    Attributes
    ----------
    correlation
        Of two contacts of one hour, from 0.
    is_assumed
        Whether it is merely assumed, as one hour alone cannot tell.
    """

    correlation: float
    is_assumed: bool


def estimate_alike(failures: NDArray[np.int64], contacts: NDArray[np.int64]) -> Alike:
    """Estimate how alike contacts of one hour are: what the hours tell, drawn to what is assumed.

    Parameters
    ----------
    failures, contacts
        Of each hour: shape (hours,), each hour with one contact or more.
    """
    told = find_correlation(failures, contacts)
    if math.isnan(told):
        return Alike(ASSUMED, is_assumed=True)
    weight = (len(contacts) - 1) / (len(contacts) - 1 + WORTH_HOURS)
    return Alike(max(0.0, weight * told + (1 - weight) * ASSUMED), is_assumed=False)


def find_correlation(failures: NDArray[np.int64], contacts: NDArray[np.int64]) -> float:
    """Return the analysis-of-variance estimate of the intra-hour correlation.

    It is that of Ridout, Demetrio and Firth (1999, Biometrics 55, 137-148, equation 6): (MSB - MSW)
    / (MSB + (n0 - 1) MSW). NaN where the hours cannot tell: there is one, none has two contacts, or
    all contacts are of one kind.
    """
    hours, total = len(contacts), int(contacts.sum())
    if hours < 2 or total == hours or failures.sum() in (0, total):
        return math.nan
    share = failures / contacts
    between = float(np.sum(contacts * (share - failures.sum() / total) ** 2) / (hours - 1))
    within = float(np.sum(contacts * share * (1 - share)) / (total - hours))
    usual = (total - float(np.sum(contacts**2)) / total) / (hours - 1)
    spread = between + (usual - 1) * within
    return (between - within) / spread if spread > 0 else math.nan


def count_unlike(contacts: NDArray[np.int64], correlation: float) -> float:
    """Return how many contacts of as many hours would tell as much as these: shape (hours,) in.

    They are n² / Σ m (1 + (m - 1) rho): n of all hours, m of one; n / (1 + (n - 1) rho) of one.
    """
    worth = float(np.sum(contacts * (1 + (contacts - 1) * correlation)))
    return float(contacts.sum()) ** 2 / worth if worth else 0.0
