"""What the twin says of two designs with fewer and fewer staff, down to where each tips."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sim.dynamics import Figures, check_cases
from sim.dynamics.twin.tipping import comes_to_rest, find_figures
from sim.errors import ScenarioError
from sim.experiment import Progress
from sim.scenario import Scenario

MOST_LOOKS = 16
"""So many numbers of staff of a design are looked at: each takes a second or two."""
SPREAD = 12
"""Of these so many on the way down where there are more; the others close in on where it tips."""


class StaffLine(NamedTuple):
    """One design with fewer and fewer staff.

    Attributes
    ----------
    numbers
        Numbers of staff, today's first, down to the fewest who man every pool.
    figures
        What the twin says with those of them with which it comes to rest.
    tips
        The last number with which it comes to rest, and the first with which it does not; `None` if
        it does not with today's, or does with the fewest.
    """

    numbers: tuple[int, ...]
    figures: dict[int, Figures]
    tips: tuple[int, int] | None

    @property
    def today(self) -> int:
        """Members of staff today."""
        return self.numbers[0]

    def has_tipped(self, staff: int) -> bool:
        """Tell whether it does not come to rest with so many."""
        return not self.figures or (self.tips is not None and staff <= self.tips[1])

    def told(self, staff: int) -> Figures | None:
        """Return what is said with so many staff; `None` where nothing can be."""
        found = self.figures.get(staff)
        return found if found is not None and found.can_be_told else None


class StaffLines(NamedTuple):
    """Two designs of a service with fewer and fewer staff."""

    service: str
    designs: dict[str, StaffLine]

    @property
    def numbers(self) -> list[int]:
        """Numbers of staff of either, the fewest first."""
        return sorted({number for line in self.designs.values() for number in line.numbers})


def find_staff_lines(
    scenario: Scenario, designs: Sequence[str], on_progress: Progress
) -> StaffLines:
    """Look at two designs with fewer and fewer staff.

    Parameters
    ----------
    scenario, designs
        The service, and its designs.
    on_progress
        Called with how many numbers of staff have been looked at, and how many there may be.

    Raises
    ------
    RequisiteError
        If the service makes visits, or there are no such designs.
    """
    check_cases(scenario)
    numbers = {design: _list_numbers(scenario, design) for design in designs}
    looks = _Looks(scenario, on_progress, sum(map(len, numbers.values())))
    lines = {design: looks.go_down(design, down) for design, down in numbers.items()}
    return StaffLines(scenario.service.name, lines)


class _Looks:
    """Looks at numbers of staff, and counts how often."""

    def __init__(self, scenario: Scenario, on_progress: Progress, total: int) -> None:
        self._scenario, self._on_progress = scenario, on_progress
        self._done, self._total = 0, total

    def go_down(self, design: str, numbers: Sequence[int]) -> StaffLine:
        """Look at fewer and fewer, until a design tips; then close in on where."""
        found, tips = dict[int, Figures](), None
        for nth, staff in enumerate(numbers):
            found[staff] = self._look(design, staff)
            if not comes_to_rest(found[staff]):
                tips = self._close_in(design, (numbers[nth - 1], staff), found) if nth else None
                break
        self._total -= len(numbers) - len(found)
        rested = {staff: one for staff, one in found.items() if comes_to_rest(one)}
        return StaffLine(tuple(sorted({*numbers, *found}, reverse=True)), rested, tips)

    def _close_in(
        self, design: str, tips: tuple[int, int], found: dict[int, Figures]
    ) -> tuple[int, int]:
        enough, few = tips
        while enough - few > 1 and len(found) < MOST_LOOKS:
            middle = (enough + few) // 2
            found[middle] = self._look(design, middle)
            enough, few = (middle, few) if comes_to_rest(found[middle]) else (enough, middle)
        return enough, few

    def _look(self, design: str, staff: int) -> Figures:
        figures = find_figures(self._scenario, design, staff)
        self._done += 1
        self._on_progress(self._done, max(self._total, self._done))
        return figures


def _list_numbers(scenario: Scenario, design: str) -> list[int]:
    """List the numbers of staff on the way down: all, if they are not too many."""
    today = scenario.count_staff(design)
    fewer = range(1, today)
    fewest = bisect_left(fewer, True, key=lambda staff: _is_manned(scenario, design, staff)) + 1
    count = today - fewest + 1
    step = 1 if count <= MOST_LOOKS else -(-today // SPREAD)  # the same for both designs
    return [*range(today, fewest, -step), fewest]


def _is_manned(scenario: Scenario, design: str, staff: int) -> bool:
    try:
        scenario.changed(f"designs.{design}.staff.total={staff}").check_manned([design])
    except ScenarioError:
        return False
    return True
