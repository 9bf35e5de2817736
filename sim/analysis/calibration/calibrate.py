"""Fitting the free quantities of a service to its evidence."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from math import fsum
from typing import Unpack

from sim.analysis.calibration.calibration import Calibration, FailureCause, identify
from sim.analysis.calibration.mechanisms import list_departures
from sim.analysis.calibration.search import choose_ensemble, search
from sim.analysis.calibration.trial import Tried, build_candidate, list_free, try_values
from sim.errors import RunError, mismatch
from sim.experiment import Cell, Progress, RunKeywords, RunSettings, replicate
from sim.experiment.executors import open_executor
from sim.measures import FAILURE_CAUSES
from sim.message import Message
from sim.scenario import Scenario

LEAST_EVALUATIONS = 20
USUAL = RunSettings(replications=5)
"""How it is run unless something else is asked for."""
CAUSES = tuple(measure.name for measure in FAILURE_CAUSES.measures)


def calibrate(
    scenario: Scenario,
    settings: RunSettings = USUAL,
    *,
    evaluations: int = 300,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Calibration:
    """Fit the quantities that a scenario says are fitted, within their ranges, to its evidence.

    Parameters
    ----------
    scenario
        The service.
    settings
        How each candidate is run, always with the same citizens; the seed is that of the search
        as well.
    evaluations
        How many candidates are tried, or some more.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the candidates tried, and how many there will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RunError, ScenarioError
        If it cannot be done as asked.
    """
    free, settings = list_free(scenario), replace(settings, **keywords)
    replications = settings.count()
    if evaluations < LEAST_EVALUATIONS:
        expected = Message("{least} or more", least=LEAST_EVALUATIONS)
        raise RunError(mismatch("evaluations", evaluations, expected))

    def tell(done: int) -> None:
        if on_progress is not None:
            on_progress(done, max(done, evaluations))

    with open_executor(settings.engine, executor) as workers:

        def attempt(values: Sequence[float]) -> Tried:
            return try_values(scenario, free, values, settings, workers)

        tried = search(attempt, free, evaluations, settings.seed, tell)
        ensemble = choose_ensemble(tried, free)
        members = [build_candidate(scenario, free, member.values) for member in ensemble]
        causes = measure_causes(members, settings, workers)
    return Calibration(
        service=scenario.service.name,
        evaluations=len(tried),
        replications=replications,
        seed=settings.seed,
        filed=tried[0],
        ensemble=ensemble,
        identified=list(identify(free, [member.values for member in ensemble])),
        causes=causes,
        departures=list_departures(scenario),
    )


def measure_causes(
    members: Sequence[Scenario], settings: RunSettings, executor: Executor
) -> list[FailureCause]:
    """Measure of each member of an ensemble, the best first, why citizens contact it again.

    What fits alike need not fail alike.
    """
    means = [_measure_means(member, settings, executor) for member in members]
    by_cause = {name: [of_one[name] for of_one in means] for name in CAUSES}
    return [FailureCause(name, of[0], min(of), max(of)) for name, of in by_cause.items()]


def _measure_means(
    scenario: Scenario, settings: RunSettings, executor: Executor
) -> dict[str, float]:
    """Return the mean of each cause in the first design, over the runs in which it applies."""
    cell = Cell(scenario, next(iter(scenario.designs)))
    replicated = replicate([cell], settings, {None: CAUSES}, executor=executor)
    values = {name: sample.known(0) for name, sample in replicated.samples[None].items()}
    return {name: fsum(of) / len(of) if of else 0.0 for name, of in values.items()}
