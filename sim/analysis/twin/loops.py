"""What each loop does here: the twin with it and without, with today's staff and with few."""

from collections.abc import Callable, Iterator

from sim.analysis.twin.result import Acting
from sim.dynamics import LOOPS, Figures
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
            yield tell_acting(design, number, loop.name, whole, cut)


def tell_acting(design: str, staff: int, loop: str, whole: Figures, cut: Figures) -> Acting:
    """Tell what a loop does, by the figures with it and without."""
    is_told = whole.can_be_told and cut.can_be_told
    changes = {
        name: getattr(whole, name) / getattr(cut, name) - 1 if is_told else None for name in SHOWN
    }
    return Acting(design, staff, loop, changes)


def find_without(scenario: Scenario, design: str, loop: str) -> Figures:
    """Return what the twin says of a design with today's staff in which a loop does not act."""
    without = next(one for one in LOOPS if one.name == loop)
    return find_figures(scenario, design, scenario.count_staff(design), without)
