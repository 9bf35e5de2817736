"""Finding where two designs change places, along one quantity or over a second one as well."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from itertools import compress, product
from typing import NamedTuple, Unpack

import numpy as np

from sim.analysis.breakeven.axis import Axis, find_quantities, read_axis
from sim.analysis.breakeven.profile import LineAt, Point, Profile, in_whole_numbers
from sim.analysis.breakeven.result import About, Breakeven, BreakevenLine
from sim.analysis.breakeven.trace import trace_profile
from sim.errors import RunError, mismatch
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
from sim.measures import Measure, find_measure
from sim.measures.reading import NOBODY_HELPED, NONE_CLOSED, NONE_MET
from sim.message import Message
from sim.scenario import Scenario

VARIETY = "demand.variety"
COST = "cost_per_citizen_helped"
USUAL = RunSettings(replications=10)
"""How it is run unless something else is asked for."""
POINTS, LINES = 13, 7
LEAST_POINTS, MOST_POINTS = 2, 1_000
HELPS_NOBODY = (NOBODY_HELPED, NONE_CLOSED, NONE_MET)
LOOKS_TO_CLOSE_IN = 12
"""About how many looks a crossing and the two ends of its band take."""


def find_breakeven(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    x: str = VARIETY,
    measure: str = COST,
    points: int = POINTS,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Breakeven:
    """Find where two designs change places as a quantity is varied.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    settings
        How they are run at each value: always with the same luck, and the same cohort.
    x
        Key of the quantity, with its range or without: ``demand.variety=0:6``.
    measure
        Name of the measure in which the designs are compared.
    points
        How many values to look at first, evenly over the range.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and about how many there will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    ground = _check(scenario, designs, replace(settings, **keywords), measure, points)
    axis = read_axis(scenario, x)
    about, (profile,) = _trace_all(ground, axis, [()], executor, on_progress)
    return Breakeven(about, axis, profile)


def find_breakeven_line(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    y: str,
    x: str = VARIETY,
    lines: int = LINES,
    measure: str = COST,
    points: int = POINTS,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> BreakevenLine:
    """Find where two designs change places in one quantity, for each of some values of another.

    Parameters
    ----------
    y
        Key of the second quantity, with its range or without.
    lines
        How many values of it, evenly over its range; its own one is added.
    scenario, designs, settings, x, measure, points, executor, on_progress, **keywords
        As in `find_breakeven`.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    check_points("lines", lines)
    ground = _check(scenario, designs, replace(settings, **keywords), measure, points)
    across, along = read_axis(scenario, x), read_axis(scenario, y)
    if {*find_quantities(scenario, x)} & {*find_quantities(scenario, y)}:
        both = Message("{x} and {y}", x=x, y=y)
        raise RunError(mismatch(Message("x and y"), both, Message("two different quantities")))
    values = along.grid(lines)
    changes = [(along.change_to(value),) for value in values]
    about, profiles = _trace_all(ground, across, changes, executor, on_progress)
    pairs = zip(values, profiles, strict=True)
    return BreakevenLine(about, across, along, tuple(LineAt(*pair) for pair in pairs))


class _Ground(NamedTuple):
    """What is compared, and found to be possible."""

    scenario: Scenario
    designs: tuple[str, str]
    settings: RunSettings
    measure: Measure
    points: int


def _check(
    scenario: Scenario, designs: Sequence[str], settings: RunSettings, measure: str, points: int
) -> _Ground:
    settings.count()
    check_points("points", points)
    pair = check_pair(scenario, designs)
    return _Ground(scenario, pair, settings, find_measure(measure), points)


def check_points(name: str, count: int) -> None:
    """Check how many values are to be looked at.

    Raises
    ------
    RunError
        If they are too few or too many.
    """
    if not LEAST_POINTS <= count <= MOST_POINTS:
        bounds = Message("{low} to {high}", low=LEAST_POINTS, high=MOST_POINTS)
        raise RunError(mismatch(name, count, bounds))


def _trace_all(
    ground: _Ground,
    axis: Axis,
    changes: Sequence[tuple[str, ...]],
    executor: Executor | None,
    on_progress: Progress | None,
) -> tuple[About, list[Profile]]:
    """Trace a profile under each of some changes."""
    scenario, designs, settings, *_ = ground
    grid = axis.grid(ground.points)
    for x, more in product(grid, changes):  # all are possible, before the first is simulated
        scenario.changed(*more, axis.change_to(x)).check_manned(designs)
    work = _Work(on_progress, settings.count() * len(designs), len(grid), len(changes))
    profiles = []
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, designs, settings, workers)
        about, sampler = _build_about(ground, frame), _Sampler(ground, frame, workers, work)
        for more in changes:
            look = partial(sampler.look, axis, more)
            traced = trace_profile(look, grid, axis.tolerance, about.winner, axis.place)
            profiles.append(in_whole_numbers(traced) if axis.is_whole else traced)
            work.end_profile()
    return about, profiles


class _Sampler(NamedTuple):
    """Looks at two designs: always with the same luck, and the same cohort."""

    ground: _Ground
    frame: Frame
    executor: Executor
    work: "_Work"

    def look(self, axis: Axis, changes: tuple[str, ...], x: float) -> Point:
        """Return the measure in both designs at a value of a quantity, under some changes."""
        scenario = self.ground.scenario.changed(*changes, axis.change_to(x))
        name, scale = self.ground.measure.name, self.ground.measure.unit.scale
        replicated = replicate(
            [Cell(scenario, design) for design in self.ground.designs],
            self.ground.settings,
            {None: (name,)},
            frame=self.frame,
            executor=self.executor,
            on_progress=self.work.tell,
        )
        self.work.end_look()
        sample = replicated.samples[None][name]
        fails = [_fails(replicated, name, place) for place in range(len(self.ground.designs))]
        return Point(
            x,
            sample.interval_of(0, scale),
            sample.interval_of(1, scale),
            sample.difference(scale),
            reason=sample.find_reason(),
            failing=tuple(compress(self.ground.designs, fails)),
            forced=(fails[1] - fails[0]) * (-1 if self.ground.measure.better == "higher" else 1),
        )


def _fails(replicated: Replicated, name: str, place: int) -> bool:
    """Tell whether a design does not settle, or helps nobody: then it has no place in a measure."""
    values, reason = replicated.samples[None][name].of(place)
    helps_nobody = bool(np.isnan(values).all()) and reason in HELPS_NOBODY
    return helps_nobody or not replicated.settling[place].settles


def _build_about(ground: _Ground, frame: Frame) -> About:
    scenario, settings, measure = ground.scenario, ground.settings, ground.measure
    return About(
        service=scenario.service.name,
        measure=measure.name,
        title=measure.title,
        unit=measure.unit_in(scenario.service.currency),
        better=measure.better,
        designs=ground.designs,
        seed=settings.seed,
        replications=settings.count(),
        days=settings.days_of(scenario),
        provenance=find_provenance(scenario, ground.designs, settings, frame),
    )


class _Work:
    """Counts runs; how many there will be is guessed, and known better as profiles get done.

    There are so many runs of each look, and so many looks at the grid of each profile.
    """

    def __init__(self, on_progress: Progress | None, runs: int, looks: int, profiles: int) -> None:
        self._on_progress, self._runs = on_progress, runs
        self._each, self._left = (looks + LOOKS_TO_CLOSE_IN) * runs, profiles
        self._done = self._done_in_profiles = 0

    def tell(self, runs_of_look: int, _total: int | None) -> None:
        """Tell that so many runs of the look at hand are done."""
        if self._on_progress is not None:
            guessed = self._done_in_profiles + self._left * self._each
            self._on_progress(self._done + runs_of_look, max(guessed, self._done + self._runs))

    def end_look(self) -> None:
        """Count the look at hand as done."""
        self._done += self._runs

    def end_profile(self) -> None:
        """Count the profile at hand as done, however many looks it took."""
        self._left -= 1
        self._done_in_profiles = self._done
        if not self._left and self._on_progress is not None:
            self._on_progress(self._done, self._done)
