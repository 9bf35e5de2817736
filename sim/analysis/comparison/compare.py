"""Comparing two designs of a service: the same citizens, with the same luck, in both."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Unpack

from sim.analysis.comparison.comparison import Compared, Comparison
from sim.analysis.comparison.wage import find_break_even_wage
from sim.errors import RunError
from sim.experiment import (
    AUTO,
    SHIPPED_DESIGNS,
    Busiest,
    Cell,
    Progress,
    Replicated,
    RunKeywords,
    RunSettings,
    Sample,
    Wanted,
    check_pair,
    find_busiest,
    find_provenance,
    replicate,
)
from sim.experiment.executors import open_executor
from sim.measures import MEASURES
from sim.message import Message
from sim.results import ENOUGH, FIXED, MAXIMUM
from sim.scenario import Scenario

DESIGN_NAMES_TAKEN = ("unit", "difference", "by_demand_type", "reason")
"""Words that stand beside the names of designs in a result."""
USUAL = RunSettings()
"""How it is run unless something else is asked for."""


def compare(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Comparison:
    """Compare two designs of a service.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    settings
        How it is run.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be or `None`.
    **keywords
        Settings one by one, such as ``replications=5``, in place of those in `settings`.

    Raises
    ------
    RunError
        If the comparison cannot be made as asked.
    """
    settings = replace(settings, **keywords)
    pair = check_pair(scenario, designs)
    _check_names(pair)
    every = tuple(MEASURES)
    wanted: Wanted = {None: every, **dict.fromkeys(scenario.demand, every)}
    cells = [Cell(scenario, design) for design in pair]
    with open_executor(settings.engine, executor) as workers:
        replicated = replicate(cells, settings, wanted, executor=workers, on_progress=on_progress)
        busiest = replicated.busiest or find_busiest(cells, settings, replicated.frame, workers)
    return build_comparison(scenario, pair, settings, replicated, busiest)


def _check_names(designs: Sequence[str]) -> None:
    """Check that in a result each design has a name of its own."""
    for design in designs:
        if design in DESIGN_NAMES_TAKEN:
            raise RunError(
                Message(
                    "a design named {name!r} cannot be compared; rename it in the file", name=design
                )
            )


def build_comparison(
    scenario: Scenario,
    designs: tuple[str, str],
    settings: RunSettings,
    replicated: Replicated,
    busiest: Sequence[Busiest | None],
) -> Comparison:
    """Build a comparison of what some replications yield, of all scopes that were measured."""
    samples, currency = replicated.samples, scenario.service.currency
    rule = FIXED
    if settings.replications == AUTO:
        rule = ENOUGH if replicated.is_enough else MAXIMUM
    return Comparison(
        service=scenario.service.name,
        seed=settings.seed,
        replications=replicated.replications,
        days=settings.days_of(scenario),
        designs=designs,
        measures=contrast(currency, samples[None]),
        by_demand_type={
            name: contrast(currency, samples[name]) for name in scenario.demand if name in samples
        },
        busiest=(busiest[0], busiest[1]),
        settling=(replicated.settling[0], replicated.settling[1]),
        break_even_wage=find_break_even_wage(samples[None]),
        staff=_find_staff(scenario, designs),
        provenance=find_provenance(scenario, designs, settings, replicated.frame, rule),
    )


def _find_staff(scenario: Scenario, designs: tuple[str, str]) -> tuple[int, int] | None:
    first, second = map(scenario.count_staff, designs)
    return None if first == second else (first, second)


def contrast(currency: str, samples: Mapping[str, Sample]) -> dict[str, Compared]:
    """Return each measure in two designs, from its values of shape (replications, 2)."""
    return {name: _contrast_one(name, currency, sample) for name, sample in samples.items()}


def _contrast_one(name: str, currency: str, sample: Sample) -> Compared:
    measure = MEASURES[name]
    scale = measure.unit.scale
    return Compared(
        unit=measure.unit_in(currency),
        title=measure.title,
        better=measure.better,
        first=sample.interval_of(0, scale),
        second=sample.interval_of(1, scale),
        difference=sample.difference(scale),
        reason=sample.find_reason(),
    )
