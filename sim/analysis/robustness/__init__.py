"""Robustness: two designs in many plausible worlds, with every quantity drawn within its range."""

from sim.analysis.robustness.cheapest import CheapestMix, find_cheapest_mix
from sim.analysis.robustness.deciding import Deciding, Half
from sim.analysis.robustness.find import check_worlds, find_robustness, narrow
from sim.analysis.robustness.fingerprint import take_fingerprint
from sim.analysis.robustness.kept import Kept, find_kept
from sim.analysis.robustness.robustness import Overwhelmed, Robustness
from sim.analysis.robustness.verdict import PartOfWorlds, Spread, Verdict
from sim.analysis.robustness.worlds import without_variety

__all__ = [
    "CheapestMix",
    "Deciding",
    "Half",
    "Kept",
    "Overwhelmed",
    "PartOfWorlds",
    "Robustness",
    "Spread",
    "Verdict",
    "check_worlds",
    "find_cheapest_mix",
    "find_kept",
    "find_robustness",
    "narrow",
    "take_fingerprint",
    "without_variety",
]
