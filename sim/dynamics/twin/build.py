"""The twin of a design, built from its blueprint.

What depends on luck alone stands in the coefficients; what depends on how busy staff are is worked
out by the equations: waiting, asking how it goes, hanging up, going faster and cutting.
"""

from sim.blueprint import build_blueprint
from sim.dynamics.expected import find_coefficients
from sim.dynamics.system.equations import Model
from sim.dynamics.twin.asking import add_asking
from sim.dynamics.twin.cases import add_cases
from sim.dynamics.twin.clock import STEP, add_clock
from sim.dynamics.twin.loops import Loop, cut_coefficients, cut_design, cut_model
from sim.dynamics.twin.parts import Parts
from sim.dynamics.twin.staff import add_staff
from sim.dynamics.twin.totals import add_totals
from sim.errors import RunError
from sim.message import Message
from sim.scenario import Scenario, has_visits


def check_cases(scenario: Scenario) -> None:
    """Check that a service has a twin.

    Raises
    ------
    RunError
        If it makes visits.
    """
    if has_visits(scenario):
        raise RunError(
            Message(
                "{service} makes visits, and stocks and flows are of one-off cases only: name a "
                "service without visits, such as sickness-benefit",
                service=scenario.service.name,
            )
        )


def build_twin(
    scenario: Scenario,
    design: str,
    days: int,
    *,
    staff: int | None = None,
    without: Loop | None = None,
) -> Model:
    """Build the twin of one design of a service.

    Parameters
    ----------
    scenario, design
        The service, and one of its designs.
    days
        Calendar days for which there are tables of opening hours and arrivals.
    staff
        Members of staff; as many as the design has if not given.
    without
        A loop that is not to act.

    Raises
    ------
    RequisiteError
        If the service makes visits, or there is no such design.
    """
    check_cases(scenario)
    blueprint = cut_design(build_blueprint(scenario, design, staff=staff), without)
    coefficients = cut_coefficients(find_coefficients(scenario, blueprint), without)
    parts = Parts()
    add_clock(parts, scenario, blueprint, days)
    add_cases(parts, blueprint, coefficients)
    add_asking(parts, blueprint, coefficients)
    add_staff(parts, blueprint, coefficients)
    add_totals(parts, blueprint, coefficients)
    model = parts.build(f"{scenario.service.name}, {design}", STEP)
    return model if without is None else cut_model(model, without)
