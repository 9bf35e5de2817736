"""The evidence, judged: a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.analysis.evidence import EvidenceRow, judge_evidence
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s


class Judge(NamedTuple):
    """Every figure that some services should match."""

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
        return judge_evidence(
            self.scenarios, replications=self.replications, on_progress=on_progress
        )
