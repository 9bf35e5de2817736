"""From a file to a case log, and what it cannot say: as a mapping says, or as it is guessed."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sim.own.caselog import CaseLog
from sim.own.guessing import Caveat, find_caveats, guess
from sim.own.logs import build_caselog
from sim.own.mapping_file import load_mapping
from sim.own.reading import load_table


class Loaded(NamedTuple):
    """The case log of a file, and what the file cannot say, the worst first."""

    log: CaseLog
    caveats: tuple[Caveat, ...]


def load_log(
    path: Path,
    mapping: Path | None = None,
    *,
    on_progress: Callable[[int, int | None], None] | None = None,
) -> Loaded:
    """Load the case log of a file, and find what the file cannot say.

    Parameters
    ----------
    path
        The file: CSV, XLSX or XES.
    mapping
        The file that says what its columns and activities mean; if not given, that is guessed.
    on_progress
        Called with what is read, and how much there is.

    Raises
    ------
    ScenarioError
        If a file cannot be read, or the two do not fit, with all that is wrong.
    """
    table = load_table(path, on_progress)
    if mapping is None:
        found = guess(table)
        return Loaded(found.log, found.warnings)
    asked = load_mapping(mapping)
    log = build_caselog(table, asked)
    return Loaded(log, find_caveats(table, asked, log))


def load_caselog(
    path: Path,
    mapping: Path | None = None,
    *,
    on_progress: Callable[[int, int | None], None] | None = None,
) -> CaseLog:
    """Load the case log of a file alone: see `load_log`."""
    return load_log(path, mapping, on_progress=on_progress).log
