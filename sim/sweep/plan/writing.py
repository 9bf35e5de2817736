"""Writing a plan as a file, which `sim.sweep.plan.load_plan` reads back as the same plan."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tomlkit

from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario import Scenario, find_shipped
from sim.sweep.plan.factor import DUMMY, LEVER, UNCERTAINTY, Factor, spans_orders
from sim.sweep.plan.file import RUNS, PlannedSweep
from sim.sweep.plan.plan import Plan
from sim.sweep.plan.reading import spread
from sim.sweep.plan.sampling import SAMPLED, TABLE
from sim.sweep.plan.until import Until
from sim.sweep.plan.varying import find_all_ranged

TABLES = {LEVER: "levers", UNCERTAINTY: "uncertainties"}
"""Where each kind stands; a dummy stands nowhere, for a plan that has one adds it by itself."""
WHERE = Message("the plan")
OF_A_TABLE = Message("its points are those of a table, which is a file of its own")
IN_MEMORY = Message("a service of it was made in memory, and has no file")
CHANGED_APART = Message("its services are not changed alike")
RANGED_APART = Message("its services vary the same key in ranges of their own")


def write_plan(planned: PlannedSweep, about: Iterable[str] = ()) -> str:
    """Write a plan, what is measured, and how it is run, as TOML.

    Parameters
    ----------
    planned
        The plan. A service that is not shipped is named by its file, which is to stand beside that
        of the plan.
    about
        Lines that stand above it.

    Raises
    ------
    ScenarioError
        If no file can say it: its points are a table's, a service was made in memory, or services
        are not changed alike, or vary the same in ranges of their own.
    """
    _check_alike(planned.plan)
    document = tomlkit.document()
    for line in about:
        document.add(tomlkit.comment(" ".join(line.split())))
    document.update(_drop_missing(_describe(planned)))
    if not _varies_all(planned.plan):
        _add_factors(document, planned.plan.factors)
    return tomlkit.dumps(document)


def _varies_all(plan: Plan) -> bool:
    """Tell whether a plan varies all that has a range, as a file does that names nothing."""
    if plan.method not in SAMPLED:
        return False
    every, _ = find_all_ranged([part.scenario for part in plan.parts], plan.designs)
    varied = [tuple(one for one in part.factors if one.kind != DUMMY) for part in plan.parts]
    return every == varied


def _add_factors(document: tomlkit.TOMLDocument, factors: Sequence[Factor]) -> None:
    for kind, table in TABLES.items():
        varied = [one for one in factors if one.kind == kind]
        if varied:
            document.add(table, _write_factors(varied))


def _describe(planned: PlannedSweep) -> dict[str, Any]:
    plan, settings = planned.plan, planned.settings
    scenarios = _list_scenarios(plan)
    return {
        "title": planned.title or None,
        "services": [_name(scenario) for scenario in scenarios],
        "designs": list(plan.designs),
        "changes": list(scenarios[0].changes) or None,
        "method": plan.method,
        **plan.sampling.to_dict(),
        "sampling_seed": plan.seed if plan.method in SAMPLED else None,
        "replications": planned.until.first if planned.until else planned.replications,
        "until": None if planned.until is None else _write_until(planned.until),
        **{name: getattr(settings, name) for name in RUNS},
        "measures": list(planned.measures),
        "series": list(planned.series) or None,
    }


def _list_scenarios(plan: Plan) -> Sequence[Scenario]:
    """Return the services of a plan, if a file can tell of them."""
    scenarios = [part.scenario for part in plan.parts if part.scenario is not None]
    if plan.method == TABLE:
        raise ScenarioError(WHERE, [OF_A_TABLE])
    if len(scenarios) < len(plan.parts) or any(one.origin is None for one in scenarios):
        raise ScenarioError(WHERE, [IN_MEMORY])
    if len({one.changes for one in scenarios}) > 1:
        raise ScenarioError(WHERE, [CHANGED_APART])
    return scenarios


def _check_alike(plan: Plan) -> None:
    """Check that what several services vary is given the same in each."""
    given: dict[str, Any] = {}
    for factor in (factor for part in plan.parts for factor in part.factors):
        if given.setdefault(factor.key, _give(factor)) != _give(factor):
            raise ScenarioError(WHERE, [RANGED_APART])


def _name(scenario: Scenario) -> str:
    """Return what a plan calls a service: a shipped one by its name, another by its file."""
    assert scenario.origin is not None  # one that has none was refused
    return find_shipped(scenario.origin.sha256) or scenario.where


def _write_factors(factors: Iterable[Factor]) -> Any:
    table = tomlkit.table()
    for factor in factors:
        given = _give(factor)
        table.add(factor.key, _write_inline(given) if isinstance(given, Mapping) else given)
    return table


def _give(factor: Factor) -> Mapping[str, Any] | list[Any]:
    """Return what a file gives a factor: its range, so many values of it, or its only values.

    Values that are spread over a range are told as such where that says the same, and must be where
    they are spread by its logarithm.
    """
    levels = list(factor.levels)
    if levels and (math.isnan(factor.low) or not _is_spread(factor)):
        return levels
    ends = {"low": factor.low, "high": factor.high}
    return {**ends, "steps": len(levels)} if levels else ends


def _is_spread(factor: Factor) -> bool:
    """Tell whether the levels of a factor are those that its range has, as a file reads it."""
    if len(factor.levels) < 2:
        return False
    is_log = spans_orders(factor.low, factor.high, factor.is_whole)
    ranged = factor._replace(levels=())
    return is_log == factor.is_log and spread(ranged, len(factor.levels)) == factor.levels


def _write_inline(given: Mapping[str, Any]) -> Any:
    inline = tomlkit.inline_table()
    inline.update(given)
    return inline


def _drop_missing(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value is not None}


def _write_until(until: Until) -> dict[str, Any]:
    """Return a rule as a file has it: its first round stands there as the replications."""
    found = until.to_dict()
    del found["first"]
    return found
