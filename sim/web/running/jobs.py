"""What can be asked for, as it is sent to the process that makes it."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from sim.analysis import RunSettings, estimate_size
from sim.analysis.comparison import Comparison, compare
from sim.analysis.evidence import EvidenceRow, judge_evidence, list_others
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


class Compare(NamedTuple):
    """A comparison of two designs."""

    scenario: Scenario
    designs: tuple[str, str]
    replications: int
    seed: int
    days: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=self.replications)
        return expect_s(self.scenario, len(self.designs), settings)

    def make(self, on_progress: Progress) -> Comparison:
        """Compare them."""
        return compare(
            self.scenario,
            self.designs,
            replications=self.replications,
            seed=self.seed,
            days=self.days,
            on_progress=on_progress,
        )


class Judge(NamedTuple):
    """Every figure of the report, judged with some services."""

    scenarios: tuple[Scenario, ...]
    replications: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(replications=self.replications)
        judged = [scenario for scenario in self.scenarios if scenario.evidence]
        return sum(expect_s(s, len(s.designs), settings) for s in judged)

    def make(self, on_progress: Progress) -> list[EvidenceRow]:
        """Judge them."""
        rows = judge_evidence(
            self.scenarios, replications=self.replications, on_progress=on_progress
        )
        return [*rows, *list_others(rows)]


def expect_s(scenario: Scenario, designs: int, settings: RunSettings) -> float:
    """Return the processor time that runs of so many designs are expected to take.

    Who calls how often is not known beforehand: of a service that does not settle it takes more.
    """
    size = estimate_size(scenario, tuple(scenario.designs)[:designs], settings)
    return size.runs * (size.citizens * CITIZEN_S + size.visits * VISIT_S)
