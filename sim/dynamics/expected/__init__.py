"""What happens to a mean case by luck alone: worked out from the blueprint, nothing fitted."""

from sim.dynamics.expected.coefficients import Coefficients, aside
from sim.dynamics.expected.find import find_coefficients
from sim.dynamics.expected.staff import count_staff
from sim.dynamics.expected.tally import ATTEMPTS

__all__ = ["ATTEMPTS", "Coefficients", "aside", "count_staff", "find_coefficients"]
