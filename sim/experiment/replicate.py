"""Replications of two designs on common random numbers: what each one yields."""

from collections import defaultdict
from typing import NamedTuple

from sim.experiment.crew import Crew, Job
from sim.experiment.run import RUN_OUT_DAYS, simulate
from sim.experiment.warmup import count_open, find_warm_up
from sim.ledger import Ledger
from sim.metrics import Reading, build_view, measure_all
from sim.scenario import Scenario

Scope = str | None
"""All citizens, or those of one demand type."""
Readings = dict[Scope, dict[str, Reading]]


class Plan(NamedTuple):
    """What is to be replicated."""

    scenario: Scenario
    designs: tuple[str, str]
    seed: int
    days: int
    engine: str


class Replications:
    """The readings of every replication so far.

    The first replication tells when both designs have warmed up, so that both have one cohort.

    Parameters
    ----------
    plan
        What is to be replicated.
    crew
        Who does the work.
    """

    def __init__(self, plan: Plan, crew: Crew) -> None:
        self._plan, self._crew = plan, crew
        pilots: list[Ledger] = crew.do([(fly, (plan, design, 0)) for design in plan.designs])
        self.warm_up_day = max(_warm_up_of(plan, ledger) for ledger in pilots)
        self._by_design: dict[str, list[Readings]] = {
            design: [read(plan, design, ledger, self.warm_up_day)]
            for design, ledger in zip(plan.designs, pilots, strict=True)
        }

    def __len__(self) -> int:
        return len(self._by_design[self._plan.designs[0]])

    def extend(self, count: int) -> None:
        """Make replications until there are so many."""
        jobs: list[Job] = [
            (replicate, (self._plan, design, replication, self.warm_up_day))
            for replication in range(len(self), count)
            for design in self._plan.designs
        ]
        for (_, (_, design, *_)), readings in zip(jobs, self._crew.do(jobs), strict=True):
            self._by_design[design].append(readings)

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


def fly(plan: Plan, design: str, replication: int) -> Ledger:
    """Make one replication of a design and fold its log."""
    run = simulate(
        plan.scenario,
        design,
        seed=plan.seed,
        replication=replication,
        days=plan.days,
        engine=plan.engine,
    )
    return run.ledger


def replicate(plan: Plan, design: str, replication: int, warm_up_day: int) -> Readings:
    """Make one replication of a design and measure it."""
    return read(plan, design, fly(plan, design, replication), warm_up_day)


def _warm_up_of(plan: Plan, ledger: Ledger) -> int:
    open_cases = count_open(ledger, plan.days + RUN_OUT_DAYS)
    return find_warm_up(open_cases, ledger.calendar, plan.days)


def read(plan: Plan, design: str, ledger: Ledger, warm_up_day: int) -> Readings:
    """Measure the cohort of a run: all of it, and each demand type."""
    readings: Readings = {}
    for scope in (None, *plan.scenario.demand):
        view = build_view(ledger, plan.scenario, design, warm_up_day, plan.days, demand_type=scope)
        readings[scope] = measure_all(view)
    return readings
