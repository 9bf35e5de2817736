"""Failure contacts by cause over an ensemble: what fits alike need not fail alike."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.calibration.candidate import build_candidate
from sim.analysis.calibration.free import Free
from sim.analysis.calibration.misfit import Tried
from sim.engines import DEFAULT_ENGINE
from sim.experiment.replicate import Plan, Replications
from sim.measures import FAILURE_CAUSES
from sim.scenario import Scenario

MEASURES = tuple(measure.name for measure in FAILURE_CAUSES.measures)


class Cause(NamedTuple):
    """Failure contacts a case of one cause, in the first design of the file.

    Attributes
    ----------
    measure
        Name of the measure.
    best, low, high
        In the candidate that fits best, and the least and the most of the ensemble.
    """

    measure: str
    best: float
    low: float
    high: float


def measure_causes(
    scenario: Scenario,
    free: Sequence[Free],
    ensemble: Sequence[Tried],
    replications: int,
    seed: int,
) -> list[Cause]:
    """Measure of each member of an ensemble why citizens contact it again.

    Parameters
    ----------
    scenario
        The service.
    free
        Its free quantities.
    ensemble
        Candidates, the best first.
    replications, seed
        How often each is run, and with which luck.
    """
    by_measure: dict[str, list[float]] = {name: [] for name in MEASURES}
    for member in ensemble:
        candidate = build_candidate(scenario, free, member.values)
        for name, mean in _measure(candidate, replications, seed).items():
            by_measure[name].append(mean)
    return [Cause(name, means[0], min(means), max(means)) for name, means in by_measure.items()]


def _measure(scenario: Scenario, replications: int, seed: int) -> dict[str, float]:
    """Return the mean of each cause in the first design, over the runs in which it applies."""
    first = next(iter(scenario.designs))
    days = scenario.service.days
    done = Replications(Plan(scenario, (first,), seed, days, DEFAULT_ENGINE, by_type=False))
    done.extend(replications)
    values = done.values(first)
    known = {name: [v for v in values[name] if v is not None] for name in MEASURES}
    return {name: sum(of_one) / len(of_one) if of_one else 0.0 for name, of_one in known.items()}
