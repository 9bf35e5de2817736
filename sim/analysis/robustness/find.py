"""Trying two designs of a service in many plausible worlds."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Unpack

import numpy as np

from sim.analysis.robustness.deciding import Deciding, find_deciding
from sim.analysis.robustness.divide import divide_staff
from sim.analysis.robustness.overwhelmed import SIGNS, is_overwhelmed, is_slow
from sim.analysis.robustness.ranged import Ranged, find_ranged
from sim.analysis.robustness.robustness import Overwhelmed, Robustness
from sim.analysis.robustness.tried import Measured, TriedWorld, read_cell
from sim.analysis.robustness.verdict import Verdict, applies, find_changes, judge
from sim.analysis.robustness.worlds import PlausibleWorld, draw_worlds
from sim.engines.request import StopSign
from sim.errors import RunError, TooLargeError, mismatch
from sim.experiment import (
    SHIPPED_DESIGNS,
    Cell,
    Frame,
    Progress,
    RunKeywords,
    RunSettings,
    check_pair,
    find_frame,
    find_provenance,
    fits,
    replicate,
)
from sim.experiment.executors import open_executor, work_off
from sim.message import Message
from sim.scenario import Scenario
from sim.sweep.plan import DEFAULT_MEASURES

KEY_MEASURES = DEFAULT_MEASURES
"""What the designs are compared in."""
WANTED = tuple(dict.fromkeys((*KEY_MEASURES, *SIGNS)))
NOTHING: Measured = dict.fromkeys(WANTED)
"""What is measured of a world that is not run."""
WORLDS = 200
LEAST_WORLDS, MOST_WORLDS = 10, 10_000
WORLDS_AT_ONCE = 10
"""Few, so that progress is told often; of so many the order of work does not change."""
FOLLOWS_SLOW = 4
"""So many times as long the cases of a design are followed that is slow and not overwhelmed."""
USUAL = RunSettings(replications=2)
"""How each world is run unless something else is asked for: worlds differ far more than luck."""


def find_robustness(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    worlds: int = WORLDS,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Robustness:
    """Find in how many plausible worlds each of two designs is better.

    In each world the two meet the same citizens with the same luck. The cohort is that of a
    comparison of the two in the scenario as it stands.

    Parameters
    ----------
    scenario
        The service; its quantities without a range are the same in all worlds.
    designs
        Names of two of its designs; a change is from the first to the second.
    settings
        How each world is run.
    worlds
        How many.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RunError
        If it cannot be made as asked.
    """
    settings, pair = replace(settings, **keywords), check_pair(scenario, designs)
    runs = len(pair) * settings.count()
    drawn = draw_worlds(scenario, pair, check_worlds(worlds), settings.seed)
    tried: list[TriedWorld] = []
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        for some in _cut(drawn):
            tried += _try(some, pair, settings, frame, workers)
            if on_progress is not None:
                on_progress(runs * len(tried), runs * worlds)
    return _build(scenario, pair, settings, frame, tried)


def check_worlds(worlds: int) -> int:
    """Return a number of worlds that can be tried.

    Raises
    ------
    RunError
        If there are too few to tell anything, or too many to wait for.
    """
    if not LEAST_WORLDS <= worlds <= MOST_WORLDS:
        within = Message("{least} to {most}", least=LEAST_WORLDS, most=MOST_WORLDS)
        raise RunError(mismatch("worlds", worlds, within))
    return worlds


def _cut(worlds: Iterator[PlausibleWorld]) -> Iterator[list[PlausibleWorld]]:
    """Return a few worlds at a time."""
    while some := list(islice(worlds, WORLDS_AT_ONCE)):
        yield some


def _try(
    worlds: Sequence[PlausibleWorld],
    designs: tuple[str, str],
    settings: RunSettings,
    frame: Frame,
    workers: Executor,
) -> Iterator[TriedWorld]:
    """Run both designs in some worlds."""
    run = [nth for nth, world in enumerate(worlds) if _is_run(world, settings, frame)]
    divide = partial(_divide, designs=designs, settings=settings)
    with closing(work_off(workers, divide, [(nth, worlds[nth].scenario) for nth in run])) as done:
        divided = {nth: scenario for (nth, _), scenario in done}
    scenarios = {nth: divided[nth] for nth in run}
    measured = _measure(scenarios, designs, settings, frame, workers)
    slow = {nth: scenarios[nth] for nth, pair in measured.items() if any(map(is_slow, pair))}
    longer = frame._replace(follow_up_days=FOLLOWS_SLOW * frame.follow_up_days)
    again = _measure(slow, designs, settings, longer, workers)
    measured |= {nth: pair for nth, pair in again.items() if pair != (NOTHING, NOTHING)}
    for nth, world in enumerate(worlds):
        first, second = measured.get(nth, (NOTHING, NOTHING))
        overwhelmed = (is_overwhelmed(first), is_overwhelmed(second))
        yield TriedWorld(world.values, world.redrawn, first, second, overwhelmed)


def _divide(
    work: tuple[int, Scenario],
    _stop_sign: StopSign,
    *,
    designs: tuple[str, str],
    settings: RunSettings,
) -> Scenario:
    """Divide the staff of a scenario, as a work among others: so many runs are soon made."""
    _, scenario = work
    return divide_staff(scenario, designs, settings)


def _is_run(world: PlausibleWorld, settings: RunSettings, frame: Frame) -> bool:
    """Tell whether a world is run: not where so many come that no run of it fits in memory.

    It counts as one in which both designs are overwhelmed, for nothing was measured.
    """
    return fits(world.scenario, settings.days_of(world.scenario) + frame.follow_up_days)


def _measure(
    scenarios: Mapping[int, Scenario],
    designs: tuple[str, str],
    settings: RunSettings,
    frame: Frame,
    workers: Executor,
) -> dict[int, tuple[Measured, Measured]]:
    """Measure both designs of some scenarios, each by its number.

    One that grows too large on the way is found by halves, and yields nothing.
    """
    if not scenarios:
        return {}
    try:
        return _measure_all(scenarios, designs, settings, frame, workers)
    except TooLargeError:
        if len(scenarios) == 1:
            return dict.fromkeys(scenarios, (NOTHING, NOTHING))
    measured: dict[int, tuple[Measured, Measured]] = {}
    numbers = list(scenarios)
    for half in (numbers[::2], numbers[1::2]):
        some = {nth: scenarios[nth] for nth in half}
        measured |= _measure(some, designs, settings, frame, workers)
    return measured


def _measure_all(
    scenarios: Mapping[int, Scenario],
    designs: tuple[str, str],
    settings: RunSettings,
    frame: Frame,
    workers: Executor,
) -> dict[int, tuple[Measured, Measured]]:
    """Measure both designs of some scenarios, none of which grows too large."""
    cells = [Cell(scenario, design) for scenario in scenarios.values() for design in designs]
    found = replicate(cells, settings, {None: WANTED}, frame=frame, executor=workers)
    pairs = [(read_cell(found, at), read_cell(found, at + 1)) for at in range(0, len(cells), 2)]
    return dict(zip(scenarios, pairs, strict=True))


def _build(
    scenario: Scenario,
    designs: tuple[str, str],
    settings: RunSettings,
    frame: Frame,
    tried: list[TriedWorld],
) -> Robustness:
    ranged = find_ranged(scenario, designs)
    verdicts = _judge(scenario.service.currency, tried)
    return Robustness(
        service=scenario.service.name,
        seed=settings.seed,
        replications=settings.count(),
        days=settings.days_of(scenario),
        designs=designs,
        worlds=len(tried),
        quantities=len(ranged),
        redrawn=sum(bool(world.redrawn) for world in tried),
        overwhelmed=_count_overwhelmed(tried),
        measures=verdicts,
        deciding=_find_deciding(ranged, tried, settings.seed),
        provenance=find_provenance(scenario, designs, settings, frame),
        tried=tuple(tried),
        drawn=tuple((one.key, one.unit) for one in ranged),
    )


def narrow(found: Robustness, currency: str, some: Sequence[TriedWorld]) -> Robustness:
    """Return what a result says of some of its worlds.

    Parameters
    ----------
    found
        The result.
    currency
        Of the scenario.
    some
        Those of its worlds that count.
    """
    return replace(
        found,
        worlds=len(some),
        redrawn=sum(bool(world.redrawn) for world in some),
        overwhelmed=_count_overwhelmed(some),
        measures=_judge(currency, some),
        deciding=(),
        tried=tuple(some),
    )


def _judge(currency: str, tried: Sequence[TriedWorld]) -> dict[str, Verdict]:
    """Judge each measure in worlds that were tried: those of which something can be told."""
    verdicts = {name: judge(name, currency, tried) for name in KEY_MEASURES if applies(name, tried)}
    return {name: verdict for name, verdict in verdicts.items() if verdict.judged}


def _count_overwhelmed(tried: Sequence[TriedWorld]) -> Overwhelmed:
    pairs = [world.overwhelmed for world in tried]
    return Overwhelmed(
        pairs.count((True, False)), pairs.count((False, True)), pairs.count((True, True))
    )


def _find_deciding(
    ranged: list[Ranged], tried: Sequence[TriedWorld], seed: int
) -> tuple[Deciding, ...]:
    values = np.array([world.values for world in tried])
    return find_deciding(ranged, values, find_changes(KEY_MEASURES[0], tried), seed)
