"""Fitting the constants that services share to the evidence of all of them at once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import NamedTuple, Unpack

import numpy as np

from sim.analysis.calibration.calibration import identify
from sim.analysis.calibration.search import begin_about_filed, choose_ensemble
from sim.analysis.calibration.shared_calibration import ServiceFit, SharedCalibration
from sim.analysis.calibration.sharing import Part, find_parts
from sim.analysis.calibration.together import Joint, Search, Trial, TryAll, values_at
from sim.analysis.calibration.trial import Free, Tried, build_candidate, try_values
from sim.analysis.evidence import judge_evidence
from sim.engines.request import StopSign
from sim.errors import RunError, mismatch
from sim.experiment import Progress, RunKeywords, RunSettings
from sim.experiment.executors import open_executor, work_off
from sim.message import Message
from sim.scenario import Scenario

LEAST_EVALUATIONS = 40
POPULATION = (12, 24)
"""Least and largest number of candidates that are held at one time."""
GENERATIONS = 10
"""With fewer evaluations than these many generations need, fewer candidates are held."""
USUAL = RunSettings(replications=3)
"""How each candidate is run unless something else is asked for."""
AT_ONCE = 4
"""Services that are tried at one time: while one is run, others are made ready."""
JUDGED = 20
"""Replications by which what was found is judged, and what the files say."""


class Plan(NamedTuple):
    """How large a search is."""

    population: int
    generations: int

    def count_moves(self) -> int:
        """Return how many candidates come of it, beside those it begins with."""
        return 2 * self.population * self.generations

    def count_tries(self, parts: Sequence[Part]) -> int:
        """Return how often a service is tried in all."""
        moving = sum(bool(part.own) for part in parts)
        return self.population * (len(parts) + self.generations * (len(parts) + moving))


class Combined(NamedTuple):
    """A candidate by what it is told from others."""

    values: tuple[float, ...]
    """Of the shared constants."""
    loss: float
    within: int
    joint: Joint


def plan_search(evaluations: int) -> Plan:
    """Plan a search of about so many candidates.

    Raises
    ------
    RunError
        If they are too few.
    """
    if evaluations < LEAST_EVALUATIONS:
        expected = Message("{least} or more", least=LEAST_EVALUATIONS)
        raise RunError(mismatch("evaluations", evaluations, expected))
    low, high = POPULATION
    population = min(max(evaluations // (2 * GENERATIONS), low), high)
    return Plan(population, max((evaluations - population) // (2 * population), 1))


def calibrate_shared(
    scenarios: Sequence[Scenario],
    settings: RunSettings = USUAL,
    *,
    evaluations: int = 400,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> SharedCalibration:
    """Fit the shared constants that are marked fitted to the evidence of several services.

    What each service has of its own that is fitted is fitted with them; only figures that are
    tests of their own are fitted to. A service that takes no such constant is not run.

    Parameters
    ----------
    scenarios
        The services.
    settings
        How each candidate is run, always with the same citizens; the seed is that of the search
        as well.
    evaluations
        How many candidates are tried, about: each moves everything, or each service's own alone.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with how often a service has been tried, and how often one will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RunError, ScenarioError
        If it cannot be done as asked.
    """
    plan, settings = plan_search(evaluations), replace(settings, **keywords)
    replications = settings.count()
    shared, parts, apart = find_parts(scenarios)
    with (
        open_executor(settings.engine, executor) as workers,
        trying(shared, settings, workers, plan.count_tries(parts), on_progress) as try_all,
    ):
        search = Search(shared, parts, try_all, np.random.default_rng(settings.seed))
        seen = list(evolve(search, search.begin(plan.population, begin_about_filed), plan))
        ensemble = choose_ensemble([combine(search, joint) for joint in seen], shared)
        judging = replace(settings, replications=max(JUDGED, replications))
        services = [
            _tell_service(search, part, [one.joint for one in ensemble], judging, workers)
            for part in parts
        ]
    return SharedCalibration(
        evaluations=plan.population + plan.count_moves(),
        replications=replications,
        judged=judging.count(),
        seed=settings.seed,
        members=len(ensemble),
        constants=list(identify(shared, [one.values for one in ensemble])),
        services=services,
        apart=list(apart),
    )


@contextmanager
def trying(
    shared: Sequence[Free],
    settings: RunSettings,
    executor: Executor,
    total: int,
    on_progress: Progress | None,
) -> Iterator[TryAll]:
    """Lend what tries values in services, some side by side, and tells how often it has."""
    done = 0

    def attempt(work: tuple[int, Trial], _stop_sign: StopSign) -> Tried:
        _, trial = work
        free, values = join(trial.part, shared, trial.values, trial.own)
        return try_values(trial.part.scenario, free, values, settings, executor)

    def try_all(trials: Sequence[Trial]) -> list[Tried]:
        nonlocal done
        found: dict[int, Tried] = {}
        with closing(work_off(threads, attempt, enumerate(trials))) as works:
            for (nth, _), tried in works:
                found[nth], done = tried, done + 1
                if on_progress is not None:
                    on_progress(done, max(done, total))
        return [found[nth] for nth in range(len(trials))]

    threads = ThreadPoolExecutor(AT_ONCE)
    try:
        yield try_all
    finally:
        threads.shutdown(cancel_futures=True)


def join(
    part: Part, shared: Sequence[Free], values: Sequence[float], own: Sequence[float]
) -> tuple[tuple[Free, ...], tuple[float, ...]]:
    """Return the free quantities of a service, own ones first, with a value of each."""
    by_key = {free.key: value for free, value in zip(shared, values, strict=True)}
    return (*part.own, *part.shared), (*own, *(by_key[free.key] for free in part.shared))


def evolve(search: Search, members: list[Joint], plan: Plan) -> Iterator[Joint]:
    """Let a population move for some generations; yield everybody who was ever in it."""
    yield from members
    for _ in range(plan.generations):
        for move in (search.move_together, search.move_own):
            members = move(members)
            yield from members


def combine(search: Search, joint: Joint) -> Combined:
    """Return a candidate with what it is told from others by, over the services of a search."""
    names = search.names
    values = values_at(search.shared, joint.shared)
    return Combined(values, joint.loss_in(names), joint.within_in(names), joint)


def _tell_service(
    search: Search,
    part: Part,
    ensemble: Sequence[Joint],
    settings: RunSettings,
    executor: Executor,
) -> ServiceFit:
    """Judge a service as its file has it, and as the candidate that fits best has it."""
    own = [values_at(part.own, joint.own[part.name]) for joint in ensemble]
    best = build_with(search, part, values_at(search.shared, ensemble[0].shared), own[0])
    filed, found = (
        judge_evidence([scenario], settings, executor=executor)
        for scenario in (part.scenario, best)
    )
    return ServiceFit(part.name, filed, found, list(identify(part.own, own)))


def build_with(
    search: Search, part: Part, values: Sequence[float], own: Sequence[float]
) -> Scenario:
    """Build a service with values of the shared constants, and of what it has of its own.

    Raises
    ------
    ScenarioError
        If it cannot have them together.
    """
    return build_candidate(part.scenario, *join(part, search.shared, values, own))
