"""What an engine is asked for."""

from typing import NamedTuple

from sim.blueprint import Blueprint
from sim.population import Population


class Setting(NamedTuple):
    """One run: a design, and the citizens who meet it.

    Attributes
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

    blueprint: Blueprint
    population: Population
    luck: int
    days: int
    reform_to: Blueprint | None = None
    reform_day: int = 0
