"""Break-even: where two designs change places as a quantity of the scenario is varied."""

from sim.breakeven.asked import Asked
from sim.breakeven.axis import Axis
from sim.breakeven.find import find_breakeven, find_breakeven_line
from sim.breakeven.point import Point
from sim.breakeven.profile import Crossing, LineAt, Profile, Unsure
from sim.breakeven.result import About, Breakeven, BreakevenLine

__all__ = [
    "About",
    "Asked",
    "Axis",
    "Breakeven",
    "BreakevenLine",
    "Crossing",
    "LineAt",
    "Point",
    "Profile",
    "Unsure",
    "find_breakeven",
    "find_breakeven_line",
]
