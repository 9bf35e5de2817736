"""The worlds in which two designs are tried: as they are drawn for sweeps, or without variety."""

from sim.analysis.robustness.divide import AMPLE
from sim.scenario import Scenario
from sim.sweep.plan.worlds import PlausibleWorld, draw_worlds, find_named

__all__ = ["PlausibleWorld", "draw_worlds", "find_named", "without_variety"]


def without_variety(scenario: Scenario) -> Scenario:
    """Return the scenario for law 1: standard needs only, and ample staff; neither is drawn.

    The law says that the division of labour wins there by its honest gains. Whether it does in the
    shipped numbers is a test; how far it holds over the ranges is found by trying worlds of this.
    """
    return scenario.changed("demand.variety=0").with_more_staff(AMPLE)
