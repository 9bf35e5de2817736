"""The twin: the model's cases as stocks and flows, by attempt and function.

What depends on luck alone stands in the coefficients; what depends on how busy staff are is worked
out here: waiting, asking how it goes, hanging up, going faster and cutting under pressure.
"""

from sim.blueprint import build_blueprint
from sim.dynamics.expected.coefficients import find_coefficients
from sim.dynamics.system.equations import Model
from sim.dynamics.twin.asking import add_asking
from sim.dynamics.twin.cases import add_cases
from sim.dynamics.twin.clock import STEP, list_clock
from sim.dynamics.twin.parts import Parts
from sim.dynamics.twin.staff import add_staff
from sim.dynamics.twin.totals import add_totals
from sim.scenario import Scenario


def build_twin(scenario: Scenario, design: str, days: int, *, staff: int | None = None) -> Model:
    """Build the twin of one design of a service."""
    blueprint = build_blueprint(scenario, design, staff=staff)
    coefficients = find_coefficients(scenario, blueprint)
    parts = Parts()
    parts.quantities += list_clock(scenario, blueprint, days)
    add_cases(parts, blueprint, coefficients)
    add_asking(parts, blueprint, coefficients)
    add_staff(parts, blueprint, coefficients)
    add_totals(parts, blueprint, coefficients)
    return parts.build(f"{scenario.service.name}: {design}", STEP)
