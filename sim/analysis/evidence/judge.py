"""Simulating what a service's evidence is about, and judging each figure."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Unpack

import numpy as np

from sim.analysis.evidence.check import check_evidence
from sim.analysis.evidence.claims import EvidenceRow
from sim.analysis.evidence.rows import Simulated, build_rows
from sim.experiment import (
    Cell,
    Progress,
    Replicated,
    RunKeywords,
    RunSettings,
    Wanted,
    find_frame,
    replicate,
)
from sim.experiment.intervals import Values, build_known_interval
from sim.measures import MEASURES, Scale
from sim.message import Message
from sim.scenario import Evidence, Scenario

USUAL = RunSettings(replications=20)
"""How it is run unless something else is asked for."""


def judge_evidence(
    scenarios: Sequence[Scenario],
    settings: RunSettings = USUAL,
    *,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> list[EvidenceRow]:
    """Judge every figure that some services should match.

    Parameters
    ----------
    scenarios
        The services, each with its evidence.
    settings
        How they are run.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RequisiteError
        If it cannot be made as asked, or some evidence is about what there is not.
    """
    for scenario in scenarios:
        check_evidence(scenario)
    settings = replace(settings, **keywords)
    counts = [len(_designs_of(scenario)) * settings.count() for scenario in scenarios]
    rows: list[EvidenceRow] = []
    for place, scenario in enumerate(scenarios):
        if scenario.evidence:
            tell = _after(on_progress, sum(counts[:place]), sum(counts))
            found = list(_simulate(scenario, settings, executor, tell))
            rows += build_rows(scenario, found)
    return rows


def simulate_evidence(
    scenario: Scenario,
    settings: RunSettings = USUAL,
    *,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> list[Simulated]:
    """Simulate every figure that a service should match, and judge none.

    Parameters
    ----------
    scenario
        The service.
    settings, executor, on_progress, **keywords
        As in `judge_evidence`.

    Raises
    ------
    RequisiteError
        If it cannot be made as asked, or the evidence is about what there is not.
    """
    check_evidence(scenario)
    return list(_simulate(scenario, replace(settings, **keywords), executor, on_progress))


def _after(on_progress: Progress | None, done_before: int, total: int) -> Progress | None:
    if on_progress is None:
        return None
    return lambda done, _total: on_progress(done_before + done, total)


def _designs_of(scenario: Scenario) -> list[str]:
    """Return the designs that the evidence is about."""
    asked = {d for e in scenario.evidence for d in (e.design, e.compared_with)}
    return [name for name in scenario.designs if name in asked]


def _replicate(
    scenario: Scenario,
    settings: RunSettings,
    executor: Executor | None,
    on_progress: Progress | None,
) -> Replicated:
    """Make runs of all designs that the evidence is about, and take the measures it is about.

    The cohort is that of a comparison of the first two designs, so that a figure is the one which
    that gives.
    """
    designs, first_two = _designs_of(scenario), list(scenario.designs)[:2]
    frame = None
    if designs != first_two:
        frame = find_frame(scenario, first_two, settings, executor)
    cells = [Cell(scenario, design) for design in designs]
    wanted = _list_wanted(scenario)
    return replicate(
        cells, settings, wanted, frame=frame, executor=executor, on_progress=on_progress
    )


def _list_wanted(scenario: Scenario) -> Wanted:
    asked = [(e.demand_type, e.measure) for e in scenario.evidence]
    return {
        scope: tuple(dict.fromkeys(measure for of, measure in asked if of == scope))
        for scope in dict.fromkeys(scope for scope, _ in asked)
    }


def _simulate(
    scenario: Scenario,
    settings: RunSettings,
    executor: Executor | None,
    on_progress: Progress | None,
) -> Iterator[Simulated]:
    replicated = _replicate(scenario, settings, executor, on_progress)
    for evidence in scenario.evidence:
        values, reason = _find_values(scenario, replicated, evidence)
        unsettled = _find_unsettled(scenario, replicated, evidence)
        known = None if unsettled else build_known_interval(values, _scale_of(evidence))
        yield Simulated(known, unsettled or reason)


def _find_values(
    scenario: Scenario, replicated: Replicated, evidence: Evidence
) -> tuple[Values, str | None]:
    """Return what is simulated in each replication, and why it does not apply where it does not."""
    sample = replicated.samples[evidence.demand_type][evidence.measure]
    designs = _designs_of(scenario)
    values, reason = sample.of(designs.index(evidence.design))
    if evidence.compared_with is None:
        return values, reason
    bases, reason_of_base = sample.of(designs.index(evidence.compared_with))
    reason = reason or reason_of_base
    if (bases == 0).any():
        reason = reason or Message(
            "in {design} it is 0, of which nothing is a share", design=evidence.compared_with
        )
    return values / np.where(bases == 0, np.nan, bases) - 1, reason


def _find_unsettled(scenario: Scenario, replicated: Replicated, evidence: Evidence) -> str | None:
    """Say why a design that the figure is about has no mean; `None` if all of them settle."""
    for design, settling in zip(_designs_of(scenario), replicated.settling, strict=True):
        if design in (evidence.design, evidence.compared_with) and not settling.settles:
            return Message("the design does not settle: {reason}", reason=settling.reasons[0])
    return None


def _scale_of(evidence: Evidence) -> Scale:
    """Return between which bounds it lies; a change may be any share."""
    is_change = evidence.compared_with is not None
    return Scale.LINE if is_change else MEASURES[evidence.measure].unit.scale
