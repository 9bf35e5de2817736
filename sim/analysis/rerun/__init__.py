"""Making a result again from its own JSON: the same numbers to the last digit, or what differs."""

from sim.analysis.rerun.filed import FiledResult, load_result
from sim.analysis.rerun.rerun import Differing, Rerun, rerun

__all__ = ["Differing", "FiledResult", "Rerun", "load_result", "rerun"]
