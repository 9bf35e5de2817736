"""Replications of some designs on common random numbers: what each one yields."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.setting import Setting
from sim.experiment.run import RUN_OUT_DAYS, SERVICE_LUCK
from sim.experiment.warmup import count_open, find_warm_up
from sim.ledger import Ledger
from sim.measures import Reading, build_view, measure_all
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario

Scope = str | None
"""All citizens, or those of one demand type."""
Readings = dict[Scope, dict[str, Reading]]
Progress = Callable[[int, int | None], None]
"""Called with the runs done so far, and how many there will be, if that is known."""

DAYS_AT_ONCE = 8_000
"""Days of runs made before they are measured: their ledgers are held at one time."""
LEAST_AT_ONCE = 2


class Plan(NamedTuple):
    """What is to be replicated."""

    scenario: Scenario
    designs: tuple[str, ...]
    seed: int
    days: int
    engine: str
    n_jobs: int | None = None
    by_type: bool = True
    """Whether each demand type is measured too."""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Whom measures are taken of."""
        return (None, *self.scenario.demand) if self.by_type else (None,)


class Replications:
    """The readings of every replication so far.

    The first replication tells when all designs have warmed up, so that all have one cohort.

    Parameters
    ----------
    plan
        What is to be replicated.
    on_progress
        Who wants to know what is done.
    total
        How many runs there will be, if that is known.
    warm_up_day
        The day on which the designs have warmed up, where that was found before.
    """

    def __init__(
        self,
        plan: Plan,
        on_progress: Progress | None = None,
        total: int | None = None,
        warm_up_day: int | None = None,
    ) -> None:
        self._plan, self._on_progress, self._total = plan, on_progress, total
        self._blueprints = {name: build_blueprint(plan.scenario, name) for name in plan.designs}
        self._by_design: dict[str, list[Readings]] = {name: [] for name in plan.designs}
        self._warm_up_day = warm_up_day

    def __len__(self) -> int:
        return len(self._by_design[self._plan.designs[0]])

    @property
    def warm_up_day(self) -> int:
        """The day on which all designs have warmed up; asked for once there is a replication."""
        assert self._warm_up_day is not None
        return self._warm_up_day

    def extend(self, count: int) -> None:
        """Make replications until there are so many."""
        at_once = DAYS_AT_ONCE // (self._plan.days * len(self._plan.designs))
        at_once = max(at_once, LEAST_AT_ONCE)
        while len(self) < count:
            self._make(range(len(self), min(count, len(self) + at_once)))

    def _make(self, replications: range) -> None:
        """Make some replications of all designs, and measure them."""
        designs, done_before = self._plan.designs, len(self) * len(self._plan.designs)
        settings = [setting for number in replications for setting in self._settings(number)]
        ledgers = get_engine(self._plan.engine).simulate_many(
            settings,
            n_jobs=self._plan.n_jobs,
            on_done=lambda done: self._tell(done_before + done),
        )
        if self._warm_up_day is None:
            pilots = ledgers[: len(designs)]
            self._warm_up_day = max(_warm_up_of(self._plan, pilot) for pilot in pilots)
        for place, ledger in enumerate(ledgers):
            design = designs[place % len(designs)]
            self._by_design[design].append(read(self._plan, design, ledger, self.warm_up_day))

    def _settings(self, replication: int) -> list[Setting]:
        """Return the run of each design: the same citizens, with the same luck, in all."""
        plan, days = self._plan, self._plan.days + RUN_OUT_DAYS
        citizens = draw_citizens(plan.scenario, plan.seed, replication, days)
        luck = key(plan.seed, replication, SERVICE_LUCK)
        return [Setting(self._blueprints[design], citizens, luck, days) for design in plan.designs]

    def _tell(self, done: int) -> None:
        if self._on_progress is not None:
            self._on_progress(done, self._total)

    def readings(self, design: str, scope: Scope = None) -> dict[str, list[Reading]]:
        """Return each measure's readings, one for each replication."""
        by_measure: dict[str, list[Reading]] = defaultdict(list)
        for of_replication in self._by_design[design]:
            for name, reading in of_replication[scope].items():
                by_measure[name].append(reading)
        return by_measure

    def values(self, design: str) -> dict[str, list[float | None]]:
        """Return each measure's values of all citizens, one for each replication."""
        by_measure = self.readings(design).items()
        return {name: [reading.value for reading in of_one] for name, of_one in by_measure}


def _warm_up_of(plan: Plan, ledger: Ledger) -> int:
    open_cases = count_open(ledger, plan.days + RUN_OUT_DAYS)
    return find_warm_up(open_cases, ledger.calendar, plan.days)


def read(plan: Plan, design: str, ledger: Ledger, warm_up_day: int) -> Readings:
    """Measure the cohort of a run: all of it, and each demand type."""
    readings: Readings = {}
    for scope in plan.scopes:
        view = build_view(ledger, plan.scenario, design, warm_up_day, plan.days, demand_type=scope)
        readings[scope] = measure_all(view)
    return readings
