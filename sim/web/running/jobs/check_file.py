"""Checking a file that a visitor has sent: nothing of it is read before that has been done here."""

from typing import NamedTuple

from sim.analysis.evidence import check_evidence
from sim.errors import MOST_TOLD, ScenarioError, mismatch
from sim.message import Message
from sim.scenario import Scenario, read_scenario
from sim.web.running.jobs.job import Progress

EXPECTED_S = 1.0
"""More than it takes, so that files wait behind levers. What is meant to harm takes two."""


class Checked(NamedTuple):
    """What was found in a file."""

    problems: tuple[str, ...]
    """The first of them; none if it is sound."""
    total: int
    """How many there are."""


class CheckFile(NamedTuple):
    """The check of a scenario file, as ``requisite check`` does it."""

    name: str
    content: bytes

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return EXPECTED_S

    def make(self, on_progress: Progress) -> Checked:
        """Check it."""
        try:
            scenario = read_scenario(self.content, self.name)
            check_evidence(scenario)
            _check_designs(scenario)
        except ScenarioError as error:
            told = tuple(error.problems[:MOST_TOLD])
            return Checked(told, len(error.problems))
        return Checked((), 0)


def _check_designs(scenario: Scenario) -> None:
    """Check that there are two designs, for that is what pages compare."""
    count = len(scenario.designs)
    if count < 2:
        problem = mismatch("designs", count, Message("two of them, for a page to compare"))
        raise ScenarioError(scenario.where, [problem])
