"""The cheapest of all mixes of two designs' conditions, and what it costs whom.

The lowest of 256 simulated costs is low by luck as well, so a few of the lowest are run again with
other luck to choose one, and that one with other luck again to be told: no number that is told had
a part in the choice.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import NamedTuple

from sim.analysis.attribution.mixes import Mixes, build_mixes, subset_of
from sim.analysis.robustness.overwhelmed import SIGNS, is_overwhelmed
from sim.analysis.robustness.tried import Measured, read_cell
from sim.experiment import (
    SHIPPED_DESIGNS,
    Cell,
    Frame,
    Replicated,
    RunSettings,
    check_pair,
    find_frame,
    replicate,
)
from sim.experiment.executors import open_executor
from sim.experiment.intervals import build_interval
from sim.results import Interval
from sim.scenario import Scenario

COST, OWN = "cost_per_citizen_helped", "cost_own_budget"
FINALISTS = 5
"""Of so many of the lowest one is chosen."""
CHOOSING, TELLING = 1_000, 2_000
"""Added to the seed for the other luck in which one is chosen, and told."""
SEARCH = RunSettings(replications=4)
"""How every mix is run."""
FRESH_REPLICATIONS = 20


class CostOf(NamedTuple):
    """What a citizen helped costs, with 95 % intervals."""

    whole: Interval
    """From end to end."""
    own_budget: Interval
    """The part that the service's own budget bears."""


class CheapestMix(NamedTuple):
    """The cheapest of all mixes, beside the two designs that are mixed."""

    mixes: int
    """How many there are, both designs included."""
    overwhelmed: int
    """How many are kept out, since they are overwhelmed."""
    moved: tuple[str, ...]
    """The conditions that are as in the second design; none: it is the first."""
    others: tuple[str, ...]
    """Those that are as in the first; none: it is the second."""
    currency: str
    cost: CostOf
    first: CostOf
    second: CostOf
    to_first: Interval
    to_second: Interval
    """What it costs more than either design, of the same citizens with the same luck."""
    replications: int
    """Of what is told; each mix had fewer when it was looked for."""


def find_cheapest_mix(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = SEARCH,
    *,
    executor: Executor | None = None,
) -> CheapestMix | None:
    """Find the cheapest of all mixes; `None` where one of the two designs is overwhelmed.

    Raises
    ------
    RunError
        If the two cannot be mixed, or nothing can be run as asked.
    """
    pair = check_pair(scenario, designs)
    mixes = build_mixes(scenario, pair)
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        run, every = _Runs(mixes, frame, workers), range(len(mixes.names))
        tried = run.measure(every, settings)
        settled = [mix for mix in every if not is_overwhelmed(tried[mix])]
        if 0 not in settled or every[-1] not in settled:
            return None
        best = _choose(run, sorted(settled, key=lambda mix: _cost(tried[mix])), settings)
        found = run.replicate((0, every[-1], best), _fresh(settings, TELLING), (COST, OWN))
    return _build(mixes, best, len(every) - len(settled), found, scenario.service.currency)


class _Runs(NamedTuple):
    """Makes runs of mixes, all with one cohort."""

    mixes: Mixes
    frame: Frame
    workers: Executor

    def measure(self, which: Sequence[int], settings: RunSettings) -> dict[int, Measured]:
        """Return what some mixes are judged by."""
        found = self.replicate(which, settings, SIGNS)
        return {mix: read_cell(found, place) for place, mix in enumerate(which)}

    def replicate(
        self, which: Sequence[int], settings: RunSettings, wanted: tuple[str, ...]
    ) -> Replicated:
        """Make replications of some mixes."""
        cells = [Cell(self.mixes.scenario, self.mixes.names[mix]) for mix in which]
        return replicate(cells, settings, {None: wanted}, frame=self.frame, executor=self.workers)


def _choose(run: _Runs, lowest: list[int], settings: RunSettings) -> int:
    """Choose the cheapest of the lowest, by other luck."""
    last = len(run.mixes.names) - 1
    finalists = sorted({*lowest[:FINALISTS], 0, last})
    again = run.measure(finalists, _fresh(settings, CHOOSING))
    settled = [mix for mix in finalists if not is_overwhelmed(again[mix])]
    return min(settled or (0, last), key=lambda mix: _cost(again[mix]))


def _fresh(settings: RunSettings, luck: int) -> RunSettings:
    return replace(settings, seed=settings.seed + luck, replications=FRESH_REPLICATIONS)


def _cost(measured: Measured) -> float:
    cost = measured[COST]
    return float("inf") if cost is None else cost


def _build(
    mixes: Mixes, best: int, overwhelmed: int, found: Replicated, currency: str
) -> CheapestMix:
    """Build the result from runs of the first design, the second and the best mix."""
    whole, own = (found.samples[None][name].values for name in (COST, OWN))
    first, second, cost = (
        CostOf(build_interval(whole[:, cell]), build_interval(own[:, cell])) for cell in range(3)
    )
    moved = subset_of(mixes.levers, best)
    return CheapestMix(
        mixes=len(mixes.names),
        overwhelmed=overwhelmed,
        moved=moved,
        others=tuple(lever for lever in mixes.levers if lever not in moved),
        currency=currency,
        cost=cost,
        first=first,
        second=second,
        to_first=build_interval(whole[:, 2] - whole[:, 0]),
        to_second=build_interval(whole[:, 2] - whole[:, 1]),
        replications=found.replications,
    )
