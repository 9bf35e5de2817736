"""Which condition does it: the full factorial of two designs, and each condition's share."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from time import perf_counter
from typing import Unpack

from sim.analysis.attribution.attribution import Attribution, KeptOut
from sim.analysis.attribution.decompose import decompose
from sim.analysis.attribution.kept_out import find_kept_out, find_left_out, find_reason
from sim.analysis.attribution.mixes import Mixes, build_mixes, subset_of
from sim.analysis.attribution.refit import refit_staff
from sim.design.conditions import CONDITIONS
from sim.experiment import (
    SHIPPED_DESIGNS,
    Cell,
    Progress,
    Replicated,
    RunKeywords,
    RunSettings,
    check_pair,
    find_frame,
    find_provenance,
    replicate,
)
from sim.experiment.executors import open_executor
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
Estimate = Callable[[int, float], None]
"""Called with a number of runs, and the seconds that they take."""
USUAL = RunSettings(replications=50)
"""How it is run unless something else is asked for."""


def attribute(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    measures: Sequence[str] = KEY_MEASURES,
    executor: Executor | None = None,
    on_estimate: Estimate | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Attribution:
    """Tell what each condition does between two designs.

    Every mix of the two is run, with the same citizens and the same luck, and with its staff fitted
    to its load. The cohort is that of a comparison of the two.

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
    on_estimate
        Called before the runs are made, with how many there will be and about how many seconds they
        take, as one of each mix has told.
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
    count, mixes = settings.count(), build_mixes(scenario, pair)
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        began_s = perf_counter()
        mixes = refit_staff(mixes, settings, frame, workers)
        if on_estimate is not None:
            on_estimate(count * len(mixes.names), count * (perf_counter() - began_s))
        replicated = replicate(
            [Cell(mixes.scenario, name) for name in mixes.names],
            settings,
            {None: tuple(measures)},
            frame=frame,
            executor=workers,
            on_progress=on_progress,
        )
    return _build_attribution(scenario, pair, settings, mixes, replicated, measures=measures)


def _build_attribution(
    scenario: Scenario,
    designs: tuple[str, str],
    settings: RunSettings,
    mixes: Mixes,
    replicated: Replicated,
    *,
    measures: Sequence[str],
) -> Attribution:
    samples = {name: replicated.samples[None][name] for name in measures}
    kept_out = find_kept_out(replicated.settling)
    reason = find_reason(mixes, designs, replicated.settling, kept_out)
    left_out = dict.fromkeys(measures, reason) if reason else find_left_out(samples, kept_out)
    return Attribution(
        service=scenario.service.name,
        seed=settings.seed,
        replications=replicated.replications,
        days=settings.days_of(scenario),
        designs=designs,
        conditions=mixes.levers,
        same_in_both=tuple(name for name in CONDITIONS if name not in mixes.levers),
        runs=replicated.replications * len(mixes.names),
        measures={
            name: decompose(
                MEASURES[name], scenario.service.currency, mixes.levers, sample, kept_out
            )
            for name, sample in samples.items()
            if name not in left_out
        },
        left_out=left_out,
        kept_out=tuple(
            KeptOut(subset_of(mixes.levers, number), replicated.settling[number].reasons)
            for number in sorted(kept_out)
        ),
        provenance=find_provenance(scenario, designs, settings, replicated.frame),
    )
