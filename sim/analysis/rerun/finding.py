"""The scenario that a result was made with, found by the hash of its file."""

import os
from collections.abc import Iterator
from pathlib import Path

from sim.analysis.rerun.filed import FiledResult
from sim.errors import RunError, ScenarioError
from sim.message import Message
from sim.scenario import Scenario, list_services, load_scenario
from sim.scenario.files import list_counter_cases

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
            file=filed.provenance["scenario_file"] or f"{filed.service}.toml",
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
    name = filed.provenance["scenario_file"] or f"{filed.service}.toml"
    shipped = {*list_services(), *list_counter_cases()} & {Path(name).stem, filed.service}
    beside = folder / name
    files: list[str | Path] = [beside] if os.path.isfile(beside) else []
    for file in [*files, *sorted(shipped)]:
        try:
            yield load_scenario(file)
        except ScenarioError:
            continue
