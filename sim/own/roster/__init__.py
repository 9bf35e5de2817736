"""A roster: how many work when. Who they are is not kept."""

from sim.own.roster.measure import Rostered, measure_roster
from sim.own.roster.reading import Roster, Turn, load_roster, read_roster

__all__ = ["Roster", "Rostered", "Turn", "load_roster", "measure_roster", "read_roster"]
