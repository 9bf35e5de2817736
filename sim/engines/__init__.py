"""Engines: blueprint and citizens in, event log out. The reference engine is the one to read."""

from typing import Protocol

from sim.blueprint import Blueprint
from sim.errors import RunError
from sim.eventlog import EventLog
from sim.population import Population

DEFAULT_ENGINE = "reference"
ENGINES = ("reference",)
"""Names of the engines. All give the same log, event for event; they differ in speed."""


class Engine(Protocol):
    """What every engine is: a function from a design and its citizens to an event log."""

    def __call__(
        self,
        blueprint: Blueprint,
        population: Population,
        luck: int,
        days: int,
        *,
        reform_to: Blueprint | None = None,
        reform_day: int = 0,
    ) -> EventLog:
        """Run one design for one replication.

        Parameters
        ----------
        blueprint
            The design.
        population
            The citizens.
        luck
            Key of the replication, for what belongs to staff and service.
        days
            Calendar days until the run ends.
        reform_to, reform_day
            Another design, and the calendar day on which the service changes to it.
        """
        ...


def get_engine(name: str) -> Engine:
    """Return the engine of a name.

    Raises
    ------
    RunError
        If there is none of that name.
    """
    match name:
        case "reference":
            from sim.engines.reference import simulate_reference  # SimPy only where it is used

            return simulate_reference
        case _:
            raise RunError(f"no engine named {name!r}; there are: {', '.join(ENGINES)}")
