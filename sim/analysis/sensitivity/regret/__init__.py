"""What to choose: how much worse than the best each decision is."""

from sim.analysis.sensitivity.regret.find import find_regret
from sim.analysis.sensitivity.regret.regret import BestDesign, DecisionRegret, Regret

__all__ = ["BestDesign", "DecisionRegret", "Regret", "find_regret"]
