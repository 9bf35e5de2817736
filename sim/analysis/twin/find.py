"""Holding the twin against the engine: as it is, with more demand and less, with fewer staff."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import NamedTuple, Unpack

from sim.analysis.twin.loops import find_acting
from sim.analysis.twin.reform import compare_reform
from sim.analysis.twin.result import Acting, Compared, TwinCheck
from sim.analysis.twin.worlds import World, list_worlds
from sim.dynamics import check_cases
from sim.dynamics.twin.tipping import Tip, find_figures, find_twin_tip
from sim.experiment import (
    SHIPPED_DESIGNS,
    Cell,
    Frame,
    Progress,
    Replicated,
    RunKeywords,
    RunSettings,
    check_pair,
    find_frame,
    find_provenance,
    replicate,
)
from sim.experiment.executors import open_executor
from sim.measures import MEASURES
from sim.scenario import Scenario

USUAL = RunSettings(replications=10)
FIGURES = {
    "contacts_per_case": "contacts",
    "failure_demand_share_broad": "failure_share",
    "end_to_end_days": "days",
}
"""The measures that both have, and what they are called in the twin."""


def find_twin_check(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> TwinCheck:
    """Hold the twin of a service against the engine.

    Parameters
    ----------
    scenario, designs
        The service, and two of its designs.
    settings
        How the engine is run.
    executor
        Where its runs are made; what suits the engine if not given.
    on_progress
        Called with what has been done so far, and `None`.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked: the twin is of one-off cases.
    """
    settings, pair = replace(settings, **keywords), check_pair(scenario, designs)
    check_cases(scenario)
    count = settings.count()
    tell = _Counter(on_progress)
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        compared = [
            one
            for world in list_worlds(scenario, pair)
            for one in _compare(world, pair, _Engine(settings, frame, workers), tell)
        ]
    if len({scenario.count_staff(design) for design in pair}) == 1:  # a reform moves who is there
        for turn in (pair, pair[::-1]):
            compared += compare_reform(scenario, turn, seed=settings.seed, replications=count)
            tell.once()
    tips = {design: find_twin_tip(scenario, design) for design in pair}
    return TwinCheck(
        service=scenario.service.name,
        seed=settings.seed,
        replications=count,
        days=settings.days_of(scenario),
        compared=tuple(compared),
        acting=tuple(_list_acting(scenario, pair, tips, tell)),
        tips=tips,
        provenance=find_provenance(scenario, pair, settings, frame),
    )


class _Counter:
    """Counts what is done, for whoever waits."""

    def __init__(self, on_progress: Progress | None) -> None:
        self.done, self._on_progress = 0, on_progress

    def once(self, _done: int = 0, _total: int | None = None) -> None:
        """Count one more."""
        self.done += 1
        if self._on_progress is not None:
            self._on_progress(self.done, None)


class _Engine(NamedTuple):
    """How the engine is run: always the same cohort."""

    settings: RunSettings
    frame: Frame
    workers: Executor


def _compare(
    world: World, pair: tuple[str, str], engine: _Engine, tell: _Counter
) -> Iterator[Compared]:
    replicated = replicate(
        [Cell(world.scenario, design) for design in pair],
        engine.settings,
        {None: tuple(FIGURES)},
        frame=engine.frame,
        executor=engine.workers,
        on_progress=tell.once,
    )
    for place, design in enumerate(pair):
        yield from _tell_design(world, place, design, replicated)
        tell.once()


def _tell_design(
    world: World, place: int, design: str, replicated: Replicated
) -> Iterator[Compared]:
    said = find_figures(world.scenario, design)
    settles = replicated.settling[place].settles
    for name, figure in FIGURES.items():
        sample = replicated.samples[None][name]
        engine = sample.interval_of(place, MEASURES[name].unit.scale) if settles else None
        twin = float(getattr(said, figure)) if said.can_be_told else None
        yield Compared(world.name, design, name, twin, engine)


def _list_acting(
    scenario: Scenario,
    pair: tuple[str, str],
    tips: dict[str, Tip],
    tell: _Counter,
) -> Iterator[Acting]:
    for design in pair:
        today, enough = scenario.count_staff(design), tips[design].enough
        staff = dict.fromkeys((today, enough or today))
        yield from find_acting(scenario, design, tuple(staff), tell.once)
