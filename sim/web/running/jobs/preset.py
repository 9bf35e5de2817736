"""What a preset shows in a service, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.presets import Preset, PresetRun, run_preset
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s


class RunPreset(NamedTuple):
    """A preset in a service, with its changes and before them."""

    preset: Preset
    scenario: Scenario
    """As its file has it."""
    replications: int
    seed: int
    days: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=self.replications)
        return len(self.preset.arms) * expect_s(self.scenario, 1, settings)

    def make(self, on_progress: Progress) -> PresetRun:
        """Run it."""
        return run_preset(
            self.preset,
            self.scenario.service.name,
            replications=self.replications,
            seed=self.seed,
            days=self.days,
            on_progress=on_progress,
        )
