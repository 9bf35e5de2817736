"""What can be asked for: something to make, which is sent to the process that makes it."""

from collections.abc import Callable
from typing import Any, Protocol

from sim.analysis import RunSettings, estimate_size
from sim.scenario import Scenario

Progress = Callable[[int, int | None], None]
"""Called with the runs done, and how many there will be or `None`."""
CITIZEN_S, VISIT_S = 6e-6, 1e-6
"""Processor time for each in a run, measured: of the shipped services, 3 to 6.5 and 0.8 to 1."""


class Job(Protocol):
    """Something to make. It can be pickled, and so can what it makes."""

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take: enough to tell long from short."""
        ...

    def make(self, on_progress: Progress) -> Any:
        """Make it."""
        ...


def expect_s(scenario: Scenario, designs: int, settings: RunSettings) -> float:
    """Return the processor time that runs of so many designs are expected to take.

    Who calls how often is not known beforehand: of a service that does not settle it takes more.
    """
    size = estimate_size(scenario, tuple(scenario.designs)[:designs], settings)
    return size.runs * (size.citizens * CITIZEN_S + size.visits * VISIT_S)
