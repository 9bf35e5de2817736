"""What hangs together in a design of a service: the twin's causal loops, and its figures."""

from typing import NamedTuple

from sim.dynamics import STEPS, Figures, Trajectory, build_twin, measure_twin, run_model
from sim.dynamics.drawing.loops import LoopGraph
from sim.dynamics.twin.things import LABELS, find_loops
from sim.dynamics.twin.tipping import WARM_DAYS, YEAR_DAYS
from sim.scenario import Scenario

EVERY = 8
"""Steps between the moments at which links are looked for: all hours of the day are among them."""


class LoopPicture(NamedTuple):
    """The loops of a design.

    Attributes
    ----------
    graph
        The things and the links between them; the labels are messages.
    figures
        What the twin says of a year of it.
    """

    graph: LoopGraph
    figures: Figures


def find_loop_picture(scenario: Scenario, design: str) -> LoopPicture:
    """Find the loops of a design with today's staff.

    Raises
    ------
    RequisiteError
        If the service makes visits, or there is no such design.
    """
    days = WARM_DAYS + YEAR_DAYS
    model = build_twin(scenario, design, days)
    course = run_model(model, days, keep_every=EVERY)
    daily = Trajectory(course.names, course.values[:: STEPS // EVERY])
    rested = Trajectory(course.names, course.values[WARM_DAYS * STEPS // EVERY :])
    graph = find_loops(model, rested, dict(LABELS))
    return LoopPicture(graph, measure_twin(daily, WARM_DAYS, days))
