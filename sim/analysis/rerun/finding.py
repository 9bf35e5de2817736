"""The scenario that a result was made with, found by the hash of its file."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sim.analysis.rerun.filed import FiledResult
from sim.errors import RunError, ScenarioError
from sim.message import Message
from sim.scenario import Scenario, find_shipped, load_scenario

HASH_SHOWN = 12
"""Digits of a hash that are shown to people."""


def find_scenario(filed: FiledResult, folder: Path) -> Scenario:
    """Find the scenario of a result: that beside it, or else the one shipped, by its hash.

    Parameters
    ----------
    filed
        The result.
    folder
        Where the result lies.

    Raises
    ------
    RunError
        If the result has no hash, or neither file has it.
    """
    check_has_file(filed)
    wanted = filed.provenance["scenario_sha256"]
    for scenario in _list_candidates(filed, folder):
        if scenario.origin and scenario.origin.sha256 == wanted:
            return scenario
    raise RunError(
        Message(
            "{file} as it was when the result was made (SHA-256 {sha256}...) is neither beside the "
            "result nor shipped; name it with --scenario",
            file=_name_file(filed),
            sha256=wanted[:HASH_SHOWN],
        )
    )


def check_has_file(filed: FiledResult) -> None:
    """Check that a result is of a scenario that is in a file.

    Raises
    ------
    RunError
        If it was made in memory.
    """
    if filed.provenance["scenario_sha256"] is None:
        raise RunError(
            Message(
                "the result is of a scenario that was made in memory: no file has it, so it cannot "
                "be made again from one"
            )
        )


def _list_candidates(filed: FiledResult, folder: Path) -> Iterator[Scenario]:
    """Load the files that may be the one; a file that cannot be used is not."""
    shipped = find_shipped(filed.provenance["scenario_sha256"])
    beside = folder / _name_file(filed)
    if os.path.isfile(beside):
        with suppress(ScenarioError):
            yield load_scenario(beside)
    if shipped:
        yield load_scenario(shipped)


def _name_file(filed: FiledResult) -> str:
    name: str | None = filed.provenance["scenario_file"]
    return name or f"{filed.service}.toml"
