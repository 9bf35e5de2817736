"""Attribution: which condition does it? Every mix of two designs, and each condition's share."""

from sim.analysis.attribution.attribute import KEY_MEASURES, attribute
from sim.analysis.attribution.attributed import Attributed, Interaction, LadderStep, Subset
from sim.analysis.attribution.attribution import Attribution, KeptOut
from sim.analysis.attribution.mixes import find_levers

__all__ = [
    "KEY_MEASURES",
    "Attributed",
    "Attribution",
    "Interaction",
    "KeptOut",
    "LadderStep",
    "Subset",
    "attribute",
    "find_levers",
]
