"""Law 1 over ranges: without variety in need, and with staff enough for nobody to wait.

The law says that the division of labour wins there by its honest gains. Whether it does in the
shipped numbers is a test; how far it holds over the ranges is found by trying worlds of this.
"""

from sim.analysis.robustness.divide import AMPLE
from sim.scenario import Scenario


def without_variety(scenario: Scenario) -> Scenario:
    """Return the scenario with standard needs only, and ample staff; both are no longer drawn."""
    return scenario.changed("demand.variety=0", f"staff.total*={AMPLE}")
