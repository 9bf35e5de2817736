"""Loading a scenario: find, read, check, change, check again."""

from collections.abc import Sequence
from pathlib import Path

from sim.errors import ScenarioError
from sim.scenario.changes import make_changes
from sim.scenario.files import find_file, read_toml
from sim.scenario.parse import Raw, parse
from sim.scenario.rules import find_problems
from sim.scenario.schema import Scenario


def load_scenario(service: str | Path, changes: Sequence[str] = ()) -> Scenario:
    """Load a service, with changes.

    The file is checked as it stands. Then the changes are made one after the other, later ones win.
    Each value is checked at its own change; the rules that join several, such as shares that add up
    to 1, once all are made.

    Parameters
    ----------
    service
        Name of a shipped service, such as ``sickness-benefit``, or a path to a TOML file.
    changes
        Changes such as ``demand.variety=0``, see `sim.scenario.changes`.

    Raises
    ------
    ScenarioError
        If the file or a change cannot be used, with all problems at once.
    """
    path = find_file(service)
    raw = read_toml(path)
    scenario = build_scenario(raw, str(path))
    return build_scenario(make_changes(raw, changes), ", ".join(changes)) if changes else scenario


def build_scenario(raw: Raw, where: str) -> Scenario:
    """Turn a raw table into a scenario that keeps all rules.

    Parameters
    ----------
    raw
        The table as a TOML file gives it.
    where
        What to name as the place of any problem.

    Raises
    ------
    ScenarioError
        If there is a problem, with all of them at once.
    """
    parts, problems = parse(raw)
    problems = problems + find_problems(parts)
    if problems or parts.whole is None:
        raise ScenarioError(where, problems)
    return parts.whole
