"""Plan files: a plan, what is measured, and how it is run, in TOML."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sim.errors import RunError, ScenarioError
from sim.experiment import RunSettings
from sim.measures import MEASURES, SERIES
from sim.message import Message
from sim.scenario import Scenario, list_shipped, load_scenario
from sim.scenario.keys import unknown
from sim.scenario.reading import parse_toml, read_content
from sim.sweep.plan.asked import Given, gather
from sim.sweep.plan.drafting import Wanted, refuse
from sim.sweep.plan.given import read_varied
from sim.sweep.plan.method_keys import OF_METHODS, check_method, read_sampling
from sim.sweep.plan.plan import Plan
from sim.sweep.plan.sampling import TABLE
from sim.sweep.plan.schema import PlanFile, read_file
from sim.sweep.plan.until import LEAST, REPLICATIONS, Until

RUNS = ("seed", "days", "warm_up_day", "follow_up_days")
MISSING = Message("no such file, expected a plan file (TOML)")
SHAPES_PLAN = {"services", "designs", "changes", "method", "levers", "uncertainties", *OF_METHODS}


class PlannedSweep(NamedTuple):
    """All that a plan file says."""

    plan: Plan
    settings: RunSettings
    """How runs are made, but for the number of replications."""
    replications: int
    """Of each point; with a rule, at first."""
    until: Until | None
    """The rule, if there is one; it has the number of its first round."""
    measures: tuple[str, ...]
    """Names of what is measured."""
    title: str
    """What it asks."""
    series: tuple[str, ...] = ()
    """Names of what is told of each week."""


def load_plan(path: str | Path) -> PlannedSweep:
    """Load a plan file.

    Raises
    ------
    ScenarioError
        If it cannot be used, with all problems at once.
    """
    path = Path(path)
    if not path.exists():
        raise ScenarioError(str(path), [MISSING])
    return read_plan(read_content(path), str(path), path.parent)


def read_plan(content: bytes, where: str, folder: Path = Path()) -> PlannedSweep:
    """Read what a plan file holds.

    Parameters
    ----------
    content
        The TOML.
    where
        What problems name.
    folder
        What paths in it are relative to.

    Raises
    ------
    ScenarioError
        If it cannot be used, with all problems at once.
    """
    raw, _ = parse_toml(content, where)
    file, broken, problems = read_file(raw)
    if file is None:
        raise ScenarioError(where, problems)
    settings, of_settings = _read_settings(file, broken)
    until, of_until = _read_until(file)
    problems += [*of_settings, *of_until, *_check_measures(file), *check_method(file, broken)]
    plan, of_plan = (None, []) if broken & SHAPES_PLAN else _read_plan(file, folder)
    problems += of_plan
    if problems or plan is None:
        raise ScenarioError(where, list(dict.fromkeys(problems)))
    replications = file.replications or (REPLICATIONS if until is None else until.first)
    return PlannedSweep(plan, settings, replications, until, file.measures, file.title, file.series)


def _read_settings(file: PlanFile, broken: set[str]) -> tuple[RunSettings, list[str]]:
    """Return how runs are made, and what does not fit together in it."""
    given = {name: getattr(file, name) for name in RUNS}
    try:
        return RunSettings(**given), []
    except RunError as error:
        return RunSettings(), [] if broken & set(RUNS) else [error.args[0]]


def _read_until(file: PlanFile) -> tuple[Until | None, list[str]]:
    """Return the rule, if there is one, and what is wrong with it."""
    if file.until is None:
        return None, []
    asked = file.until
    of_outcome: list[str] = (
        []
        if asked.outcome in file.measures
        else [unknown("until.outcome", asked.outcome, file.measures)]
    )
    try:
        first = LEAST if file.replications is None else file.replications
        return Until(asked.outcome, asked.within, asked.most, first), of_outcome
    except RunError as error:
        return None, [*of_outcome, error.args[0]]


def _check_measures(file: PlanFile) -> Iterator[Message]:
    for name in file.measures:
        if name not in MEASURES:
            yield unknown("measures", name, MEASURES)
    for name in file.series:
        if name not in SERIES:
            yield unknown("series", name, SERIES)


def _read_plan(file: PlanFile, folder: Path) -> tuple[Plan | None, list[str]]:
    """Return the plan, or what is wrong with it."""
    services, problems = gather(lambda name: _load(name, file.changes, folder), file.services)
    levers, of_levers = read_varied("levers", file.levers)
    uncertainties, of_others = read_varied("uncertainties", file.uncertainties)
    is_readable = not problems and (file.method != TABLE or file.file is not None)
    problems += [*of_levers, *of_others]
    if not is_readable or (problems and not (levers or uncertainties)):
        return None, problems
    try:
        return _make(file, services, levers, uncertainties, folder), problems
    except ScenarioError as error:
        return None, [*problems, *error.problems]


def _load(name: str, changes: tuple[str, ...], folder: Path) -> Scenario:
    """Load a service by its name, or by a path relative to the plan."""
    is_path = name not in list_shipped() and (Path(name).suffix or len(Path(name).parts) > 1)
    service: str | Path = folder / name if is_path else name
    try:
        return load_scenario(service, changes)
    except ScenarioError as error:
        problems = [Message("{key}: {problem}", key=error.where, problem=p) for p in error.problems]
        raise ScenarioError(name, [*problems]) from error


def _make(
    file: PlanFile,
    services: list[Scenario],
    levers: dict[str, Given],
    uncertainties: dict[str, Given],
    folder: Path,
) -> Plan:
    """Make the plan by its method."""
    if file.method == TABLE:
        refuse(list(_check_table(levers, uncertainties)))
        table = folder / str(file.file)
        return Plan.from_table(services, table, list(levers), designs=file.designs)
    seed = file.seed if file.sampling_seed is None else file.sampling_seed
    wanted = Wanted(services, file.designs, levers, uncertainties, seed, read_sampling(file))
    return Plan.of_method(file.method, wanted)


def _check_table(levers: dict[str, Given], uncertainties: dict[str, Given]) -> Iterator[Message]:
    """Yield the keys that are given other values than those in the table."""
    for key, given in (levers | uncertainties).items():
        if given is not None or key in uncertainties:
            yield Message(
                "{key}: its values are those of the table, expected only levers, and those as "
                '{key} = "own"',
                key=key,
            )
