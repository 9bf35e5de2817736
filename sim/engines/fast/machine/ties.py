"""What ties the teams of a run together: where nothing does, each team is a run of its own.

All that a design's teams have in common is read here, and nowhere else. What else is drawn for the
whole service is drawn from the key of the run and the day (the contractor's bankruptcy, shocks), or
belongs to one worker or one pool, and so comes out alike whoever else there is.
"""

from enum import Enum

from sim.blueprint import Blueprint
from sim.engines.request import RunRequest

LEAST_TEAMS, LEAST_CITIZENS = 8, 2_000
"""From here on it is worth while. What is gained is that all that one team needs stays in the
processor's cache, and a few teams fit there together: two or four took 0.72 to 1.18 of the time,
eight or more 0.40 to 1.05. A run of few citizens shares its world with others."""


class Tie(Enum):
    """Why the teams of a run cannot be simulated one after the other."""

    REFORM = "staff take the mean of what all pools have come to hold into the new design"
    EMPTY_PLACES = "nobody is in the last places of the whole service"
    TEMPS = "whoever is called to one team is not there for another on that day"
    LENDING = "a job goes to whichever team has somebody free"
    PLACING = "a new client goes to the team with the least to do"


def is_apart(request: RunRequest) -> bool:
    """Tell whether each team of a run is to be a run of its own."""
    is_large = len(request.population.key) >= LEAST_CITIZENS
    has_many = request.blueprint.layout.teams >= LEAST_TEAMS
    return has_many and is_large and not find_ties(request)


def find_ties(request: RunRequest) -> tuple[Tie, ...]:
    """Find what ties the teams of a run together."""
    ties = {
        Tie.REFORM: bool(request.reforms),
        Tie.EMPTY_PLACES: _has_empty_places(request.blueprint),
        Tie.TEMPS: _calls_temps(request.blueprint),
        Tie.LENDING: request.blueprint.layout.lends > 0,
        Tie.PLACING: _places_clients(request.blueprint),
    }
    return tuple(tie for tie, is_so in ties.items() if is_so)


def _has_empty_places(blueprint: Blueprint) -> bool:
    return blueprint.roster.employed < len(blueprint.layout.worker_pool)


def _calls_temps(blueprint: Blueprint) -> bool:
    roster = blueprint.roster
    return roster.temps > 0 and roster.cover > 0 and roster.absence > 0


def _places_clients(blueprint: Blueprint) -> bool:
    return blueprint.layout.placed_by_load > 0 and bool(blueprint.citizens.is_visits.any())
