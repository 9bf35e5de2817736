"""Attribution: which condition does it? Every mix of two designs, and each condition's share."""

from sim.attribution.attribute import REPLICATIONS, attribute
from sim.attribution.attributed import Attributed, Interaction, Share, Step, Subset
from sim.attribution.attribution import Attribution
from sim.attribution.key_measures import KEY_MEASURES

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
