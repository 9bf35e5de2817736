"""What a file cannot say, loudly: of its clock, its choice of cases, its persons, its rows."""

from sim.own.guessing.caveats.caveat import Caveat
from sim.own.guessing.caveats.find import find_caveats, pick_told, put_worst_first

__all__ = ["Caveat", "find_caveats", "pick_told", "put_worst_first"]
