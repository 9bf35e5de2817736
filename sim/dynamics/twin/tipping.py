"""With how many staff the twin's queues no longer come to rest."""

from typing import NamedTuple

from sim.dynamics.system.run import run_model
from sim.dynamics.twin.build import build_twin
from sim.dynamics.twin.clock import STEPS
from sim.dynamics.twin.figures import MOST_GROWTH, Figures, measure_twin
from sim.dynamics.twin.loops import Loop
from sim.errors import ScenarioError
from sim.scenario import Scenario

WARM_DAYS, YEAR_DAYS = 182, 364
"""Weeks of both, so that what is measured begins and ends on the same day of the week."""
BESET = 0.99
"""Staff busier than this do nothing but what waits."""


def find_figures(
    scenario: Scenario, design: str, staff: int | None = None, without: Loop | None = None
) -> Figures:
    """Return what the twin says of a year of a design that has come to rest, if it does."""
    days = WARM_DAYS + YEAR_DAYS
    model = build_twin(scenario, design, days, staff=staff, without=without)
    return measure_twin(run_model(model, days, keep_every=STEPS), WARM_DAYS, days)


def comes_to_rest(figures: Figures) -> bool:
    """Tell whether queues have come to rest, by what the twin says of a year."""
    return figures.growth <= MOST_GROWTH and figures.busiest <= BESET


class Tip(NamedTuple):
    """Where a design tips.

    Attributes
    ----------
    enough
        The fewest staff with which it comes to rest; `None` if it does not even with today's.
    few
        The most with which it does not; `None` if it does with the fewest who man every pool.
    """

    enough: int | None
    few: int | None


def find_twin_tip(scenario: Scenario, design: str) -> Tip:
    """Find where the twin tips on the way down from today's staff, one by one."""
    today = scenario.count_staff(design)
    for staff in range(today, 0, -1):
        try:
            scenario.changed(f"designs.{design}.staff.total={staff}").check_manned([design])
        except ScenarioError:
            return Tip(staff + 1, None)
        if not comes_to_rest(find_figures(scenario, design, staff)):
            return Tip(None if staff == today else staff + 1, staff)
    return Tip(1, None)
