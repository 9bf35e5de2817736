"""The world of one run: everything that it holds, with everybody in place and nothing begun."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from sim.blueprint import Blueprint
from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case, build_cases
from sim.engines.reference.machine.clock import SimulationClock
from sim.engines.reference.machine.staff import (
    Pool,
    Task,
    Who,
    Worker,
    build_pools,
    build_workers,
)
from sim.engines.request import GREW_TOO_LARGE, MOST_BYTES, ReformDay
from sim.engines.rules import Outcome
from sim.errors import TooLargeError
from sim.eventlog import NONE, Event, Job, Row
from sim.population import Population

Happen = Callable[["World", Any], None]
Do = Callable[["World", Task, Worker], None]
Follow = Callable[["World", Task], None]

ROW_BYTES = 200
"""Memory of a row of the log, as a tuple of Python's own numbers."""
MOST_ROWS = MOST_BYTES // ROW_BYTES


class Model(NamedTuple):
    """The model as three tables.

    Attributes
    ----------
    happens
        What happens at each kind of moment.
    does
        What a worker does with each kind of job: it settles the job's parts and its outcome.
    follows
        What follows from each outcome of a job.
    """

    happens: dict[Moment, Happen]
    does: dict[Job, Do]
    follows: dict[Outcome, Follow]


@dataclass(slots=True)
class World:
    """Everything that one run holds."""

    model: Model
    blueprint: Blueprint
    luck: int
    """Draw key of what belongs to the service as a whole."""
    cases: list[Case]
    workers: list[Worker]
    pools: list[Pool]
    clients: dict[int, Case] = field(default_factory=dict)
    """Those who are visited at present, by citizen."""
    next_blueprint: Blueprint | None = None
    coming_reforms: tuple[ReformDay, ...] = ()
    clock: SimulationClock = field(default_factory=SimulationClock)
    rows: list[Row] = field(default_factory=list)
    generation: int = 0
    """How often the contractor has failed."""
    reforms: int = 0
    dip_left: int = 0
    open_day: int = 0
    roster_s: int = NONE
    """When staff come and go next."""

    def log(
        self, kind: Event, who: Who, step: int = NONE, amount: int = 0, cause: int = NONE
    ) -> None:
        """Write one row of the log.

        Raises
        ------
        TooLargeError
            If the log would take more memory than a run may.
        """
        self.rows.append((self.clock.now_s, kind, *who, step, amount, cause))
        if len(self.rows) > MOST_ROWS:
            raise TooLargeError(GREW_TOO_LARGE)

    def log_case(
        self, kind: Event, case: Case, step: int = NONE, amount: int = 0, cause: int = NONE
    ) -> None:
        """Write one row about a case that no worker brings about."""
        self.log(kind, Who(case.citizen, attempt=case.attempt), step, amount, cause)

    @property
    def now_cal_s(self) -> int:
        """Calendar time now: at closing that of the evening, until the next day is opened."""
        return self.blueprint.calendar.on_day(self.open_day, self.clock.now_s)

    @property
    def closes_s(self) -> int:
        """Service time at which the present day closes."""
        return (self.open_day + 1) * self.blueprint.calendar.day_s

    def later_s(self, delay_s: int) -> int:
        """Service time after a delay of calendar seconds from now."""
        return self.blueprint.calendar.service_s(self.now_cal_s + delay_s)

    def after_delay(self, delay_s: int, moment: Moment, about: Any) -> None:
        """Let something happen after a delay of calendar seconds."""
        self.clock.at(self.later_s(delay_s), moment, about)


def as_plain(blueprint: Blueprint) -> Blueprint:
    """Return the blueprint with lists in place of arrays: the same numbers, faster one by one."""
    return Blueprint(*(_with_lists(group) for group in blueprint))


def _with_lists(group: Any) -> Any:
    values = (value.tolist() if isinstance(value, np.ndarray) else value for value in group)
    return type(group)(*values)


def build_world(model: Model, blueprint: Blueprint, population: Population, luck: int) -> World:
    """Build the world of one run."""
    plain = as_plain(blueprint)
    return World(
        model=model,
        blueprint=plain,
        luck=luck,
        cases=build_cases(population, plain.layout.teams),
        workers=build_workers(plain, luck),
        pools=build_pools(plain),
    )
