"""At which wages in the second design both designs cost the same."""

from collections.abc import Mapping

import numpy as np

from sim.experiment import Sample
from sim.experiment.intervals import build_known_interval
from sim.measures.cost_of_work import COST_OF_WORK, WHOLE
from sim.results import Interval

NEEDED = (WHOLE, *(part.name for part in COST_OF_WORK))


def find_break_even_wage(samples: Mapping[str, Sample]) -> Interval | None:
    """Return by what all wages of the second design are to be multiplied for both to cost the same.

    Cost is a straight line in wages: in each run it is 1 + (cost in the first design - cost in the
    second) / cost of work in the second.

    Parameters
    ----------
    samples
        The measures by name, with values of shape (replications, 2); `None` is returned where the
        costs are not among them, or in too few runs.
    """
    if not all(name in samples for name in NEEDED):
        return None
    first, second = samples[WHOLE].values.T
    work = sum(samples[part.name].values[:, 1] for part in COST_OF_WORK)
    is_worked = np.asarray(work > 0)
    factor = np.full(len(first), np.nan)
    np.divide(first - second, work, out=factor, where=is_worked)
    return build_known_interval(1 + factor)
