"""Break-even: where two designs change places as a quantity of the scenario is varied."""

from sim.analysis.breakeven.axis import Axis
from sim.analysis.breakeven.find import VARIETY, find_breakeven, find_breakeven_line
from sim.analysis.breakeven.profile import Crossing, Point, Profile, Unsure
from sim.analysis.breakeven.result import About, Breakeven, BreakevenLine

__all__ = [
    "VARIETY",
    "About",
    "Axis",
    "Breakeven",
    "BreakevenLine",
    "Crossing",
    "Point",
    "Profile",
    "Unsure",
    "find_breakeven",
    "find_breakeven_line",
]
