"""What is drawn for the two designs: found where sweeps are planned, and drawn as there."""

from sim.sweep.plan.ranged import Ranged, find_ranged

__all__ = ["Ranged", "find_ranged"]
