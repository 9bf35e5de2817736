"""What each finished case counts for, as some are still open.

Of a log that ends, finished cases are the shorter ones: a mean over them would have too few faces
and waits. Each counts for those as long as it that could not be followed so far: one over the share
that was followed at least as long (Robins & Rotnitzky 1992; Bang & Tsiatis 2000, *Biometrika* 87,
329-343). With it the waits of cases add up to their mean days by Kaplan and Meier.

How far each case moves such a mean is told by its influence, of which intervals are built. What is
known of an open case is for how long it has lasted: those that last longer are expected to be as
the others that did. So cases of every week have an influence of 0 on the mean, though the last of
them are open and weigh nothing (Robins & Rotnitzky 1992, whose augmented estimator has it).
"""

import numpy as np
from numpy.typing import NDArray

from sim.own.followed import Followed
from sim.own.survival import find_survival

LEAST_FOLLOWED = 0.05
"""Of a case longer than all but this share were followed, no more than 20 times is counted."""


def weigh_cases(followed: Followed, is_chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return what each case counts for: 0 if it is open or not chosen. Shape (cases,).

    Parameters
    ----------
    followed
        How far each case is known.
    is_chosen
        Which cases are asked of. Shape (cases,).
    """
    weights = np.zeros(len(is_chosen))
    if not is_chosen.any():
        return weights
    days, is_finished = followed.days[is_chosen], followed.is_finished[is_chosen]
    share = find_survival(days, ~is_finished).left_before(days)
    weights[is_chosen] = np.where(is_finished, 1 / np.maximum(share, LEAST_FOLLOWED), 0)
    return weights


def find_influence(
    followed: Followed, is_chosen: NDArray[np.bool_], rest: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Find by how much each case moves means of finished cases that are weighed.

    Parameters
    ----------
    followed, is_chosen
        As in `weigh_cases`.
    rest
        Of each case, how far it is from each mean, over the sum of all weights; that of open cases
        does not count. Shape (cases, means).

    Returns
    -------
    array
        Of the chosen cases, in order. Shape (chosen, means).
    """
    days, is_finished = followed.days[is_chosen], followed.is_finished[is_chosen]
    order = np.lexsort((~is_finished, days))
    is_open = ~is_finished[order][:, None]
    lost = is_open / (len(order) - np.arange(len(order)))[:, None]
    share = np.concatenate([np.ones((1, 1)), np.cumprod(1 - lost, axis=0)[:-1]])
    weight = 1 / np.maximum(share, LEAST_FOLLOWED)
    known = np.where(is_open, 0, weight)
    weighed = known * rest[is_chosen][order]
    later, of_later = (np.cumsum(part[::-1], axis=0)[::-1] for part in (weighed, known))
    expected = weight * np.divide(later, of_later, out=np.zeros_like(later), where=of_later > 0)
    influence = np.empty_like(weighed)
    influence[order] = weighed + np.where(is_open, expected, 0) - np.cumsum(expected * lost, axis=0)
    return influence
