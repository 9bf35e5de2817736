"""What each loop does here: the twin with it and without, with today's staff and with few."""

from collections.abc import Callable, Iterator

from sim.analysis.twin.result import Acting
from sim.dynamics import LOOPS
from sim.dynamics.twin.tipping import find_figures
from sim.scenario import Scenario

SHOWN = ("contacts", "days", "worked_days")


def find_acting(
    scenario: Scenario, design: str, staff: tuple[int, ...], tell: Callable[[], None]
) -> Iterator[Acting]:
    """Find what each loop does in a design, with each number of staff."""
    for number in staff:
        whole = find_figures(scenario, design, number)
        for loop in LOOPS:
            cut = find_figures(scenario, design, number, loop)
            tell()
            is_told = whole.can_be_told and cut.can_be_told
            changes = {
                name: getattr(whole, name) / getattr(cut, name) - 1 if is_told else None
                for name in SHOWN
            }
            yield Acting(design, number, loop.name, changes)
