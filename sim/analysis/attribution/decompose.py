"""From a measure's values in every mix to what each condition does, and how far some of them go.

The part and the whole of one replication belong together, so a ratio of their means is more certain
than either. Its standard error is that of the residuals part - ratio x whole, over the whole's mean
(Cochran 1977, *Sampling Techniques*, 3rd ed., ch. 6).
"""

from itertools import combinations

import numpy as np

from sim.analysis.attribution.attributed import (
    Attributed,
    ConditionShare,
    Interaction,
    LadderStep,
    Subset,
)
from sim.analysis.attribution.mixes import subset_of
from sim.analysis.attribution.shapley import (
    NONE_KEPT_OUT,
    Mixes,
    interactions,
    shapley_values,
)
from sim.experiment import Sample
from sim.experiment.intervals import Values, build_interval
from sim.measures import Measure
from sim.results import Interval


def decompose(
    measure: Measure,
    currency: str,
    levers: tuple[str, ...],
    sample: Sample,
    kept_out: Mixes = NONE_KEPT_OUT,
) -> Attributed:
    """Take a measure apart, from its sample in every mix; those kept out count for nothing.

    It has a value in each run of the others, and some order leads through these.
    """
    values, scale = _without(sample.values, kept_out), measure.unit.scale
    sum_alone, whole = _alone(values).sum(axis=1), values[:, -1] - values[:, 0]
    return Attributed(
        unit=measure.unit_in(currency),
        title=measure.title,
        better=measure.better,
        first=_found(sample.interval_of(0, scale)),
        second=_found(sample.interval_of(-1, scale)),
        difference=_found(sample.difference(scale, (0, -1))),
        shares=_build_shares(levers, values, kept_out),
        sum_alone=_interval_if_known(sum_alone),
        sum_alone_of_whole=None if np.isnan(sum_alone).any() else part_of(sum_alone, whole),
        interactions=_build_interactions(levers, values, kept_out),
        ladder=build_ladder(levers, values),
    )


def _found(interval: Interval | None) -> Interval:
    """Return an interval that is there, since the measure has a value in each run."""
    assert interval is not None
    return interval


def _without(values: Values, kept_out: Mixes) -> Values:
    """Return the values with NaN for the mixes that are kept out."""
    known = values.copy()
    known[:, list(kept_out)] = np.nan
    return known


def _interval_if_known(values: Values) -> Interval | None:
    return None if np.isnan(values).any() else build_interval(values)


def _alone(values: Values) -> Values:
    """Return what each condition does alone: shape (replications, conditions)."""
    alone = [1 << i for i in range(values.shape[1].bit_length() - 1)]
    return np.asarray(values[:, alone] - values[:, :1])


def _last(values: Values) -> Values:
    """Return what each condition does last: shape (replications, conditions)."""
    every = values.shape[1] - 1
    without = [every ^ 1 << i for i in range(every.bit_length())]
    return np.asarray(values[:, -1:] - values[:, without])


def _build_shares(
    levers: tuple[str, ...], values: Values, kept_out: Mixes
) -> tuple[ConditionShare, ...]:
    whole, shares = values[:, -1] - values[:, 0], shapley_values(values, kept_out)
    columns = zip(levers, shares.T, _alone(values).T, _last(values).T, strict=True)
    return tuple(
        ConditionShare(
            lever,
            build_interval(share),
            part_of(share, whole),
            _interval_if_known(alone),
            _interval_if_known(last),
        )
        for lever, share, alone, last in columns
    )


def _build_interactions(
    levers: tuple[str, ...], values: Values, kept_out: Mixes
) -> tuple[Interaction, ...]:
    pairs = zip(combinations(levers, 2), interactions(values, kept_out).T, strict=True)
    return tuple(
        Interaction(pair, build_interval(effect))
        for pair, effect in pairs
        if not np.isnan(effect).any()
    )


def build_ladder(levers: tuple[str, ...], values: Values) -> tuple[LadderStep, ...]:
    """Build the ladder of a measure, from its values of shape (replications, mixes).

    Mixes that are NaN count for nothing; a step of which no mix is known is left out.
    """
    effects = values - values[:, :1]
    sizes = np.array([mix.bit_count() for mix in range(values.shape[1])])
    sizes[np.isnan(values).any(axis=0)] = 0
    steps = (np.flatnonzero(sizes == size) for size in range(1, len(levers) + 1))
    return tuple(_build_step(levers, effects, choices) for choices in steps if len(choices))


def _build_step(levers: tuple[str, ...], effects: Values, choices: np.ndarray) -> LadderStep:
    whole, mean = effects[:, -1], effects[:, choices].mean(axis=1)
    direction = -1.0 if whole.mean() < 0 else 1.0
    progress = direction * effects[:, choices].mean(axis=0)
    return LadderStep(
        size=int(choices[0]).bit_count(),
        mean=build_interval(mean),
        mean_of_whole=part_of(mean, whole),
        most=_build_subset(levers, effects, int(choices[progress.argmax()])),
        least=_build_subset(levers, effects, int(choices[progress.argmin()])),
    )


def _build_subset(levers: tuple[str, ...], effects: Values, mix: int) -> Subset:
    return Subset(
        conditions=subset_of(levers, mix),
        effect=build_interval(effects[:, mix]),
        of_whole=part_of(effects[:, mix], effects[:, -1]),
    )


def part_of(part: Values, whole: Values) -> Interval | None:
    """Return a part of a whole, of both by replication; `None` where the whole could be chance."""
    mean = build_interval(whole)
    if not mean.sure_sign:
        return None
    ratio = float(part.mean()) / mean.mean
    residuals = build_interval(part - ratio * whole)
    half = residuals.half_width / abs(mean.mean)
    return Interval(ratio, ratio - half, ratio + half)
