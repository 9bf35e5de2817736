"""Writing a scenario as a file again: the changed one, which commands take like any other."""

from typing import Any

import tomlkit

from sim.scenario.parse import Raw
from sim.scenario.scenario import Scenario


def write_toml(scenario: Scenario) -> str:
    """Write a scenario as TOML, with all that its file left out; comments of the file are lost.

    Above it stands which file it is from and what was changed.
    """
    document = tomlkit.document()
    for line in _tell_origin(scenario):
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    document.update(_drop_missing(scenario.to_table()))
    return tomlkit.dumps(document)


def _tell_origin(scenario: Scenario) -> list[str]:
    sha256 = scenario.origin.sha256 if scenario.origin else "none"
    changes = [" ".join(change.split()) for change in scenario.changes]  # each on its own line
    return [f"From {scenario.where} (SHA-256 {sha256}).", *(f"Changed: {one}" for one in changes)]


def _drop_missing(table: Raw) -> Raw:
    """Return a table without what is not there, for which TOML has no word."""
    return {key: _convert(value) for key, value in table.items() if value is not None}


def _convert(value: Any) -> Any:
    if isinstance(value, dict):
        return _drop_missing(value)
    return [_convert(item) for item in value] if isinstance(value, list | tuple) else value
