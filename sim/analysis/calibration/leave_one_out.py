"""Predicting each service with shared constants that were chosen on the other services alone.

One beginning serves all: candidates spread over the ranges, whatever the files say, with what each
service has of its own fitted to that service at each of them. From there each service is left out
in turn: the shared constants move on, judged by the others alone. The service that is left out has
no say in where they go, which it would have if one search over all were made and the candidate that
is best on the others taken from it.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from math import sqrt
from typing import Unpack

import numpy as np

from sim.analysis.calibration.folds import Fold, LeaveOneOut
from sim.analysis.calibration.search import choose_ensemble, spread_shares
from sim.analysis.calibration.shared import (
    JUDGED,
    LEAST_EVALUATIONS,
    POPULATION,
    USUAL,
    Plan,
    build_with,
    combine,
    evolve,
    trying,
)
from sim.analysis.calibration.sharing import Part, find_parts
from sim.analysis.calibration.together import Joint, Search, Shares, values_at
from sim.analysis.calibration.trial import Free
from sim.analysis.evidence import EvidenceRow, Simulated, build_rows, judge_evidence
from sim.errors import RunError, ScenarioError, mismatch
from sim.experiment import Progress, RunKeywords, RunSettings
from sim.experiment.executors import open_executor
from sim.message import Message
from sim.scenario import Scenario

OWN_STEPS = 3
"""How often what a service has of its own moves, before and where nothing else is left to move."""
LEFT = 10
"""Candidates that move on where one service is left out."""
WIDE = 4
"""The middle of a range is the geometric one where its ends are further apart than this factor."""
ALONE = Message("only one service takes fitted constants: there are no others to choose them on")


@dataclass(frozen=True)
class Folds:
    """How each service is left out in turn, from one beginning.

    Attributes
    ----------
    search
        The search over all services.
    beginning
        Where all begin.
    plan
        How far they move where a service is left out.
    judging, executor
        How predictions are run.
    """

    search: Search
    beginning: Sequence[Joint]
    plan: Plan
    judging: RunSettings
    executor: Executor

    def predict(self, part: Part) -> Fold:
        """Choose the shared constants on the other services, and predict this one with them.

        Its moves have luck of their own: they do not hang on which services were left out before.
        """
        others = self._draw_apart(self.search.without(part.name))
        unsaid = [free for free in self.search.shared if not others.takes(free)]
        shared = self._choose(others, unsaid)
        values = values_at(self.search.shared, shared)
        middles = [find_middle(free) for free in part.own]
        unfitted = self._judge(part, values, middles)
        fitted = self._judge(part, values, self._fit_own(part, shared)) if part.own else unfitted
        keys = [free.key for free in self.search.shared]
        return Fold(
            service=part.name,
            constants=dict(zip(keys, values, strict=True)),
            unsaid=[free.key for free in unsaid],
            unfitted=[row._replace(fitted=0, is_fitted=False) for row in unfitted],
            own_fitted=[
                row._replace(fitted=len(part.own), is_fitted=bool(part.own)) for row in fitted
            ],
        )

    def _choose(self, others: Search, unsaid: Sequence[Free]) -> Shares:
        """Return the constants that fit the others best; those they do not take at the middle."""
        begun = sorted(self.beginning, key=lambda joint: joint.loss_in(others.names))
        seen = evolve(others, begun[: self.plan.population], self.plan)
        best = choose_ensemble([combine(others, joint) for joint in seen], others.shared)[0]
        pairs = zip(others.shared, best.joint.shared, strict=True)
        return np.array(
            [free.share_of(find_middle(free)) if free in unsaid else at for free, at in pairs]
        )

    def _fit_own(self, part: Part, shared: Shares) -> tuple[float, ...]:
        """Fit what a service has of its own to its evidence, the shared constants as they are."""
        alone = self._draw_apart(self.search.only(part.name))
        members = alone.try_joints([(shared, joint.own) for joint in self.beginning])
        seen = list(_fit_apart(alone, members))
        best = choose_ensemble([combine(alone, joint) for joint in seen], alone.shared)[0]
        return values_at(part.own, best.joint.own[part.name])

    def _draw_apart(self, search: Search) -> Search:
        return replace(search, rng=np.random.default_rng([self.judging.seed, len(search.parts)]))

    def _judge(
        self, part: Part, values: Sequence[float], own: Sequence[float]
    ) -> list[EvidenceRow]:
        """Judge the figures of a service; where it cannot have such values, none is simulated."""
        try:
            scenario: Scenario = build_with(self.search, part, values, own)
        except ScenarioError as error:
            found = [Simulated(None, error.problems[0])] * len(part.scenario.evidence)
            return list(build_rows(part.scenario, found))
        return judge_evidence([scenario], self.judging, executor=self.executor)


def leave_one_out(
    scenarios: Sequence[Scenario],
    settings: RunSettings = USUAL,
    *,
    evaluations: int = 600,
    judged: int = JUDGED,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> LeaveOneOut:
    """Predict each service with the shared constants chosen on the figures of the others alone.

    Twice: with what the service has of its own at the middle of the plausible ranges, so that
    nothing was fitted to it; and, a weaker test, with that fitted to it.

    Parameters
    ----------
    scenarios
        The services.
    settings
        How each candidate is run, always with the same citizens; the seed is that of the search
        as well.
    evaluations
        How many candidates are tried, about.
    judged
        Replications by which predictions are judged.
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
    settings = replace(settings, **keywords)
    replications, judging = settings.count(), replace(settings, replications=judged)
    shared, parts, apart = find_parts(scenarios)
    if len(parts) == 1:
        raise RunError(ALONE)
    population, plan = plan_folds(evaluations, len(parts))
    total = _count_tries(parts, population, plan)
    with (
        open_executor(settings.engine, executor) as workers,
        trying(shared, settings, workers, total, on_progress) as try_all,
    ):
        search = Search(shared, parts, try_all, np.random.default_rng(settings.seed))
        *_, beginning = _begin(search, population)
        folds = Folds(search, beginning, plan, judging, workers)
        predicted = [folds.predict(part) for part in parts]
    return LeaveOneOut(
        evaluations=population * (1 + OWN_STEPS) + len(parts) * plan.count_moves(),
        replications=replications,
        judged=judging.count(),
        seed=settings.seed,
        folds=predicted,
        apart=list(apart),
    )


def plan_folds(evaluations: int, services: int) -> tuple[int, Plan]:
    """Plan about so many candidates: how many all begin with, and how each service is left out.

    Raises
    ------
    RunError
        If they are too few.
    """
    if evaluations < LEAST_EVALUATIONS:
        expected = Message("{least} or more", least=LEAST_EVALUATIONS)
        raise RunError(mismatch("evaluations", evaluations, expected))
    low, high = POPULATION
    population = min(max(evaluations // (4 * (1 + OWN_STEPS)), low), high)
    left = evaluations - population * (1 + OWN_STEPS)
    return population, Plan(LEFT, max(left // (2 * LEFT * services), 1))


def find_middle(free: Free) -> float:
    """Return the middle of a plausible range, to four digits: in the ratio of a wide one's ends."""
    is_wide = free.low > 0 and free.high > WIDE * free.low
    middle = sqrt(free.low * free.high) if is_wide else (free.low + free.high) / 2
    return float(f"{middle:.4g}")


def _begin(search: Search, population: int) -> Iterator[list[Joint]]:
    """Yield candidates spread over the ranges, then with what services have of their own moved."""
    members = search.begin(population, spread_shares)
    yield members
    for _ in range(OWN_STEPS):
        members = search.move_own(members)
        yield members


def _fit_apart(alone: Search, members: list[Joint]) -> Iterator[Joint]:
    """Move what one service has of its own; yield everybody who was ever there."""
    yield from members
    for _ in range(OWN_STEPS):
        members = alone.move_own(members)
        yield from members


def _count_tries(parts: Sequence[Part], population: int, plan: Plan) -> int:
    """Count how often a service will be tried."""
    moving = sum(bool(part.own) for part in parts)
    begun = population * (len(parts) + OWN_STEPS * moving)
    left_out = sum(
        plan.population * plan.generations * (len(parts) - 1 + moving - bool(part.own))
        for part in parts
    )
    return begun + left_out + moving * population * (1 + OWN_STEPS)
