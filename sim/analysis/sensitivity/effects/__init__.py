"""What changes an outcome most, one factor at a time."""

from sim.analysis.sensitivity.effects.find import find_tornado
from sim.analysis.sensitivity.effects.tornado import Swing, Tornado

__all__ = ["Swing", "Tornado", "find_tornado"]
