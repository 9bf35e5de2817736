"""Which condition does it: the full factorial of two designs, and each condition's share."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Unpack

import numpy as np

from sim.analysis.attribution.attribution import Attribution
from sim.analysis.attribution.decompose import decompose
from sim.analysis.attribution.mixes import Mixes, build_mixes
from sim.design.conditions import CONDITIONS
from sim.experiment import (
    SHIPPED_DESIGNS,
    Cell,
    Progress,
    Replicated,
    RunKeywords,
    RunSettings,
    Sample,
    check_pair,
    find_frame,
    find_provenance,
    replicate,
)
from sim.measures import MEASURES, find_measure
from sim.scenario import Scenario

KEY_MEASURES = (
    "failure_demand_share",
    "contacts_per_case",
    "cost_per_citizen_helped",
    "unit_cost_per_activity",
    "end_to_end_days",
    "reported_days",
    "faces_per_case",
    "faces_per_month",
    "work_joy",
    "unmet_need_share",
    "first_time_right_share",
    "visit_fit_share",
)
"""Those on the cards of the page."""
USUAL = RunSettings(replications=50)
"""How it is run unless something else is asked for."""


def attribute(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    measures: Sequence[str] = KEY_MEASURES,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Attribution:
    """Tell what each condition does between two designs.

    Every mix of the two is run, with the same citizens and the same luck. The cohort is that of a
    comparison of the two.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    settings
        How it is run.
    measures
        Names of the measures to take apart.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RunError
        If it cannot be made as asked.
    """
    for name in measures:
        find_measure(name)
    settings, pair = replace(settings, **keywords), check_pair(scenario, designs)
    settings.count()
    mixes = build_mixes(scenario, pair)
    frame = find_frame(scenario, pair, settings, executor)
    replicated = replicate(
        [Cell(mixes.scenario, name) for name in mixes.names],
        settings,
        {None: tuple(measures)},
        frame=frame,
        executor=executor,
        on_progress=on_progress,
    )
    return _build_attribution(scenario, pair, settings, mixes, replicated)


def _build_attribution(
    scenario: Scenario,
    designs: tuple[str, str],
    settings: RunSettings,
    mixes: Mixes,
    replicated: Replicated,
) -> Attribution:
    samples, levers = replicated.samples[None], mixes.levers
    left_out = {name: _say_why(s) for name, s in samples.items() if np.isnan(s.values).any()}
    return Attribution(
        service=scenario.service.name,
        seed=settings.seed,
        replications=replicated.replications,
        days=settings.days_of(scenario),
        designs=designs,
        conditions=levers,
        same_in_both=tuple(name for name in CONDITIONS if name not in levers),
        runs=replicated.replications * len(mixes.names),
        measures={
            name: decompose(MEASURES[name], scenario.service.currency, levers, sample)
            for name, sample in samples.items()
            if name not in left_out
        },
        left_out=left_out,
        provenance=find_provenance(scenario, designs, settings, replicated.frame),
    )


def _say_why(sample: Sample) -> str:
    """Say why a measure does not apply, and in how many runs."""
    reason: str = sample.reasons[np.isnan(sample.values)][0]
    return sample.say_in_how_many(reason)
