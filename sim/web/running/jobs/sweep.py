"""Two designs at all mixes of some values of two quantities, as a job.

It is run as ``requisite sweep run`` runs the plan file that it writes, so that there is one way to
run a sweep. This is all of the page that knows of sweeps.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import prod
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from sim.analysis import RunSettings
from sim.errors import RunError
from sim.message import Message
from sim.scenario import Scenario, has_visits
from sim.web.running.jobs.job import Progress, expect_s
from sim.web.running.limits import MOST_SWEEP_RUNS

if TYPE_CHECKING:
    from sim.analysis.sensitivity import BreakevenMap
    from sim.sweep import Sweep
    from sim.sweep.plan import PlannedSweep

BEFOREHAND_S = 1.5
"""Processor time until the first run that counts: finding the cohort, and what a run takes."""
STRAINED = 2.5
"""Mixes with few staff or much variety take longer than the service as it stands, measured: the
mean of all of them 2 to 3 times as long."""
MEASURES = ("cost_per_citizen_helped", "failure_demand_share", "end_to_end_days")
FACES = {False: "faces_per_case", True: "faces_per_month"}
"""Of cases, and of recurrent visits."""
OF_DESIGN = ("staff.total", "designs.")
"""How keys begin that a design chooses; the others are what the world chooses."""
TOO_MANY = Message(
    "these are {n} runs, and a visitor may have {most}: take fewer values or replications"
)


class Axis(NamedTuple):
    """A quantity, between which values, and how many of them."""

    key: str
    low: float
    high: float
    values: int


def order_axes(axes: tuple[Axis, Axis]) -> tuple[Axis, Axis]:
    """Return two quantities as a plan has them: what a design chooses first."""
    first, second = sorted(axes, key=lambda axis: not axis.key.startswith(OF_DESIGN))
    return first, second


class Swept(NamedTuple):
    """What came of a sweep."""

    maps: "Mapping[str, BreakevenMap]"
    """The difference of the designs over both quantities, by the measure; nothing of those that do
    not apply."""
    refused: Mapping[str, RunError]
    """Why there is no map of a measure."""
    runs: bytes
    """The table of runs, as the command writes it: a Parquet file."""
    points: bytes
    """That of points."""


class RunSweep(NamedTuple):
    """Two designs over two quantities."""

    scenario: Scenario
    designs: tuple[str, str]
    axes: tuple[Axis, Axis]
    """Across, and upwards; see `order_axes`."""
    replications: int
    seed: int
    days: int

    @property
    def runs(self) -> int:
        """How many runs it takes at the most; of what is counted there may be fewer values."""
        return prod(axis.values for axis in self.axes) * self.replications * len(self.designs)

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=self.replications)
        places = prod(axis.values for axis in self.axes)
        of_place_s = expect_s(self.scenario, len(self.designs), settings)
        return BEFOREHAND_S + STRAINED * places * of_place_s

    @property
    def measures(self) -> tuple[str, ...]:
        """What is measured."""
        return (*MEASURES, FACES[has_visits(self.scenario)])

    def plan(self) -> "PlannedSweep":
        """Return the plan: what a design chooses across, what the world chooses upwards.

        Raises
        ------
        ScenarioError
            If these quantities cannot be varied so.
        """
        from sim.sweep.plan import Plan, PlannedSweep, Range

        given = {one.key: Range(one.low, one.high, one.values) for one in self.axes}
        levers = {key: span for key, span in given.items() if key.startswith(OF_DESIGN)}
        others = {key: span for key, span in given.items() if key not in levers}
        grid = Plan.grid(self.scenario, levers, others, designs=self.designs)
        plan = replace(grid, seed=self.seed)  # a file has one seed for both, and tables name it
        settings = RunSettings(seed=self.seed, days=self.days)
        title = " × ".join([*levers, *others])
        return PlannedSweep(plan, settings, self.replications, None, self.measures, title)

    def write_plan(self) -> str:
        """Write the plan as ``requisite sweep run`` takes it.

        Raises
        ------
        ScenarioError
            If these quantities cannot be varied so.
        """
        from sim.sweep.plan import write_plan

        return write_plan(self.plan())

    def check(self) -> None:
        """Check that it is no more than a visitor may have.

        Raises
        ------
        RunError
            If it is.
        """
        if self.runs > MOST_SWEEP_RUNS:
            raise RunError(Message(TOO_MANY.template, n=self.runs, most=MOST_SWEEP_RUNS))

    def make(self, on_progress: Progress) -> Swept:
        """Run it, in a folder that is removed afterwards."""
        from sim.sweep import run

        self.check()
        on_progress(0, None)
        planned = self.plan()
        with TemporaryDirectory() as folder:
            found = run(
                planned.plan,
                planned.settings,
                out=Path(folder) / "sweep",
                replications=planned.replications,
                measures=planned.measures,
                title=planned.title,
                on_progress=on_progress,
            )
            return _read(found, planned.measures)


def _read(found: "Sweep", measures: tuple[str, ...]) -> Swept:
    """Read what came of a sweep, before its folder is removed."""
    from sim.analysis.sensitivity import find_breakeven_map

    maps: dict[str, BreakevenMap] = {}
    refused: dict[str, RunError] = {}
    x, y = (factor.key for factor in found.table.factors)
    for measure in measures:
        try:
            maps[measure] = find_breakeven_map(found.table, x, y, measure)
        except RunError as error:
            refused[measure] = error
    return Swept(maps, refused, found.folder.runs.read_bytes(), found.folder.points.read_bytes())
