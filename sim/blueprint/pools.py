"""Which pool is whose: what a reader is told of the number of a pool."""

from typing import NamedTuple

from sim.design import Design
from sim.eventlog import NONE
from sim.units import MILLION, ppm


class PoolPlace(NamedTuple):
    """Whose pool it is.

    Attributes
    ----------
    team
        Which of the design's teams, from 0.
    function
        Which of the design's functions, from 0; `NONE` for a front office.
    """

    team: int
    function: int


def list_pools(design: Design) -> tuple[PoolPlace, ...]:
    """List the pools of a design in the order of their numbers.

    A team's pools stand together: its front office first, if there is one, then its functions.
    Teams are alike, and function ``f`` has the name ``design.functions.pools[f].name``.
    """
    central = design.centralisation
    front = [NONE] if central.front_office_staff.value > 0 else []
    places = [*front, *range(len(design.functions.pools))]
    return tuple(
        PoolPlace(team, place) for team in range(int(central.teams.value)) for place in places
    )


def list_premiums(design: Design) -> tuple[int, ...]:
    """List what the staff of each pool are paid beyond the service's rate (ppm of it)."""
    functions, front = design.functions.pools, design.centralisation.front_office_wage
    wages = (
        front if place.function == NONE else functions[place.function].wage
        for place in list_pools(design)
    )
    return tuple(ppm(wage.value) - MILLION for wage in wages)
