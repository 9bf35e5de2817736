"""Attribution: which condition does it? Every mix of two designs, and each condition's share."""

from sim.analysis.attribution.attribute import REPLICATIONS, attribute
from sim.analysis.attribution.attributed import Attributed, Interaction, Share, Step, Subset
from sim.analysis.attribution.attribution import Attribution
from sim.analysis.attribution.key_measures import KEY_MEASURES

__all__ = [
    "KEY_MEASURES",
    "REPLICATIONS",
    "Attributed",
    "Attribution",
    "Interaction",
    "Share",
    "Step",
    "Subset",
    "attribute",
]
