"""From a measure's values in every mix to what each condition does."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sim.analysis.attribution.attributed import Attributed, Interaction, Share
from sim.analysis.attribution.ladder import build_ladder
from sim.analysis.attribution.outcomes import Values
from sim.analysis.attribution.ratio import part_of
from sim.analysis.attribution.shapley import interactions, shapley_values
from sim.experiment.intervals import build_interval
from sim.measures import Measure
from sim.results import Interval


def decompose(
    measure: Measure, currency: str, levers: tuple[str, ...], values: Values
) -> Attributed:
    """Take a measure apart.

    Parameters
    ----------
    measure
        The measure.
    currency
        What its amounts of money are in.
    levers
        The conditions in which the designs differ.
    values
        The measure: shape (replications, mixes).
    """
    first, second = values[:, 0], values[:, -1]
    sum_alone = _alone(values).sum(axis=1)
    return Attributed(
        unit=measure.unit_in(currency),
        title=measure.title,
        better=measure.better,
        first=_interval(first),
        second=_interval(second),
        difference=_interval(second - first),
        shares=_build_shares(levers, values),
        sum_alone=_interval(sum_alone),
        sum_alone_of_whole=part_of(sum_alone, second - first),
        interactions=_build_interactions(levers, values),
        ladder=build_ladder(levers, values),
    )


def _interval(sample: NDArray[np.float64]) -> Interval:
    return build_interval(sample.tolist())


def _alone(values: Values) -> Values:
    """Return what each condition does alone: shape (replications, conditions)."""
    alone = [1 << i for i in range(values.shape[1].bit_length() - 1)]
    return np.asarray(values[:, alone] - values[:, :1])


def _last(values: Values) -> Values:
    """Return what each condition does last: shape (replications, conditions)."""
    every = values.shape[1] - 1
    without = [every ^ 1 << i for i in range(every.bit_length())]
    return np.asarray(values[:, -1:] - values[:, without])


def _build_shares(levers: tuple[str, ...], values: Values) -> tuple[Share, ...]:
    whole = values[:, -1] - values[:, 0]
    columns = zip(levers, shapley_values(values).T, _alone(values).T, _last(values).T, strict=True)
    return tuple(
        Share(lever, _interval(share), part_of(share, whole), _interval(alone), _interval(last))
        for lever, share, alone, last in columns
    )


def _build_interactions(levers: tuple[str, ...], values: Values) -> tuple[Interaction, ...]:
    pairs = zip(combinations(levers, 2), interactions(values).T, strict=True)
    return tuple(Interaction(pair, _interval(effect)) for pair, effect in pairs)
