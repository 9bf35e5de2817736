"""Squeeze: what designs are with fewer and fewer staff, where they tip, and what comes back."""

from sim.analysis.squeeze.find import find_squeeze
from sim.analysis.squeeze.squeeze import Comeback, Cut, Level, Squeeze, Squeezed

__all__ = ["Comeback", "Cut", "Level", "Squeeze", "Squeezed", "find_squeeze"]
