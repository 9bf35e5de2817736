"""Making a result again from its own JSON: the same numbers to the last digit, or what differs."""

from sim.analysis.rerun.differing import Differing
from sim.analysis.rerun.filed import FiledResult, load_result
from sim.analysis.rerun.finding import find_scenario
from sim.analysis.rerun.rerun import Rerun, rerun

__all__ = ["Differing", "FiledResult", "Rerun", "find_scenario", "load_result", "rerun"]
