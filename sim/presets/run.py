"""Running a preset: the designs that its claims are about, with its changes and before them."""

from concurrent.futures import Executor
from dataclasses import dataclass

from sim.experiment import Progress, RunSettings, replicate
from sim.lessons import Judged, Setup, Shown, judge
from sim.lessons.schema import Arm
from sim.lessons.setting_up import build_cells
from sim.presets.schema import BEFORE, Preset

LEAST_REPLICATIONS = 5
"""Fewer leave no claim sure."""


@dataclass(frozen=True)
class PresetRun:
    """What a preset shows in a service.

    Attributes
    ----------
    preset
        The preset.
    shown
        What was run, with intervals.
    claims
        What became of each claim.
    """

    preset: Preset
    shown: Shown
    claims: tuple[Judged, ...]

    @property
    def holds(self) -> bool:
        """Whether the run shows what the preset says."""
        return all(found.holds for found in self.claims)


def run_preset(
    preset: Preset,
    service: str,
    *,
    replications: int = LEAST_REPLICATIONS,
    seed: int = 1,
    days: int | None = None,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> PresetRun:
    """Run a preset in a service and judge its claims.

    Parameters
    ----------
    preset, service
        The preset, and the name of a service that has it.
    replications, seed, days
        How it is run; no fewer than `LEAST_REPLICATIONS`, and the service's own days if not given.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If it cannot be run.
    """
    setup = build_setup(preset, service, replications=replications, days=days)
    settings = RunSettings(seed=seed, days=setup.days, replications=setup.replications)
    cells = build_cells(setup)
    found = replicate(
        cells, settings, {None: preset.measures}, executor=executor, on_progress=on_progress
    )
    currency = cells[0].scenario.service.currency
    shown = Shown(setup, currency, seed, found.replications, found.samples, found.settling)
    return PresetRun(preset, shown, tuple(judge(claim, shown) for claim in preset.claims))


def build_setup(
    preset: Preset,
    service: str,
    *,
    replications: int = LEAST_REPLICATIONS,
    days: int | None = None,
) -> Setup:
    """Return what is run: each arm, with the changes of the preset or before them."""
    arms = []
    for name in preset.arms:
        changes = () if name.endswith(BEFORE) else preset.changes
        arms.append(Arm(name=name, design=name.removesuffix(BEFORE), changes=changes))
    return Setup(
        service=service,
        days=days,
        replications=max(replications, LEAST_REPLICATIONS),
        arms=tuple(arms),
    )
