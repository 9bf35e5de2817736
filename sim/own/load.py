"""From a file to a case log: as a mapping says, or as it can be guessed."""

from collections.abc import Callable
from pathlib import Path

from sim.own.caselog import CaseLog
from sim.own.guessing import guess
from sim.own.logs import build_caselog
from sim.own.mapping_file import load_mapping
from sim.own.reading import load_table


def load_caselog(
    path: Path,
    mapping: Path | None = None,
    *,
    on_progress: Callable[[int, int | None], None] | None = None,
) -> CaseLog:
    """Load the case log of a file.

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
        return guess(table).log
    return build_caselog(table, load_mapping(mapping))
