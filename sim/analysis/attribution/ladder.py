"""The ladder: how far one gets by moving one condition, two, and so on."""

import numpy as np

from sim.analysis.attribution.attributed import Step, Subset
from sim.analysis.attribution.mixes import subset_of
from sim.analysis.attribution.outcomes import Values
from sim.analysis.attribution.ratio import part_of
from sim.experiment.intervals import build_interval


def build_ladder(levers: tuple[str, ...], values: Values) -> tuple[Step, ...]:
    """Build the ladder of a measure.

    Parameters
    ----------
    levers
        The conditions.
    values
        The measure: shape (replications, mixes).
    """
    effects = values - values[:, :1]
    sizes = np.array([mix.bit_count() for mix in range(values.shape[1])])
    return tuple(
        _build_step(levers, effects, np.flatnonzero(sizes == size))
        for size in range(1, len(levers) + 1)
    )


def _build_step(levers: tuple[str, ...], effects: Values, choices: np.ndarray) -> Step:
    whole, mean = effects[:, -1], effects[:, choices].mean(axis=1)
    direction = -1.0 if whole.mean() < 0 else 1.0
    progress = direction * effects[:, choices].mean(axis=0)
    return Step(
        size=int(choices[0]).bit_count(),
        mean=build_interval(mean.tolist()),
        mean_of_whole=part_of(mean, whole),
        most=_build_subset(levers, effects, int(choices[progress.argmax()])),
        least=_build_subset(levers, effects, int(choices[progress.argmin()])),
    )


def _build_subset(levers: tuple[str, ...], effects: Values, mix: int) -> Subset:
    return Subset(
        conditions=subset_of(levers, mix),
        effect=build_interval(effects[:, mix].tolist()),
        of_whole=part_of(effects[:, mix], effects[:, -1]),
    )
