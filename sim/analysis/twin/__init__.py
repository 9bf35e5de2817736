"""The stock-and-flow twin held against the engine, and what its loops do."""

from sim.analysis.twin.find import find_twin_check
from sim.analysis.twin.result import Acting, Compared, TwinCheck, TwinRow

__all__ = ["Acting", "Compared", "TwinCheck", "TwinRow", "find_twin_check"]
