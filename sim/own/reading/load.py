"""From a file to a table: which kind it is, its content tells, not its name."""

import os
from pathlib import Path

from sim.message import Message
from sim.own.reading.limits import MOST_BYTES, check_bytes, refuse
from sim.own.reading.table import OnProgress, Table

GZIP, ZIP, OLD_EXCEL, PARQUET, PDF = b"\x1f\x8b", b"PK", b"\xd0\xcf\x11\xe0", b"PAR1", b"%PDF"
KINDS = Message(".csv, .xlsx, .xes or .parquet (.csv.gz and .xes.gz as well)")
OTHERS = (
    (OLD_EXCEL, Message("found a workbook of an old or locked kind, expected .xlsx: save it as")),
    (PDF, Message("found a PDF, expected {kinds}", kinds=KINDS)),
)
"""How files begin that are read nowhere here, and what is said of them."""


def load_table(path: str | Path, on_progress: OnProgress | None = None) -> Table:
    """Load a table.

    Parameters
    ----------
    path
        The file: CSV, XLSX, XES or Parquet; CSV and XES packed with gzip or not.
    on_progress
        Told how many megabytes are read, and of how many.

    Raises
    ------
    ScenarioError
        If it cannot be read, or is none, or is larger than can be held.
    """
    return read_table(_read(Path(path)), Path(path).name, on_progress)


def read_table(content: bytes, name: str, on_progress: OnProgress | None = None) -> Table:
    """Read what a file of a table holds.

    Parameters
    ----------
    content
        All of it.
    name
        Of the file, for what is said of it.
    on_progress
        Told how many megabytes are read, and of how many.

    Raises
    ------
    ScenarioError
        If it is no table, or larger than can be held.
    """
    from sim.own.reading.unpacking import unpack_gzip

    check_bytes(name, len(content))
    tell = on_progress or _tell_nobody
    if content.startswith(GZIP):
        content = unpack_gzip(content, name)
        if content.startswith(GZIP):
            raise refuse(name, Message("packed twice, expected once: unpack it first"))
    return _read_unpacked(content, name, tell)


def _read_unpacked(content: bytes, name: str, tell: OnProgress) -> Table:
    from sim.own.reading.csv_file import read_csv
    from sim.own.reading.decoding import find_first_character
    from sim.own.reading.parquet_file import read_parquet
    from sim.own.reading.xes_file import read_xes
    from sim.own.reading.xlsx_file import read_xlsx

    for beginning, problem in OTHERS:
        if content.startswith(beginning):
            raise refuse(name, problem)
    if content.startswith(ZIP):
        return read_xlsx(content, name, tell)
    if content.startswith(PARQUET):
        return read_parquet(content, name, tell)
    first = find_first_character(content)
    if first == "<":
        return read_xes(content, name, tell)
    if first in ("{", "["):
        raise refuse(name, Message("found JSON, expected a log as {kinds}", kinds=KINDS))
    if not first:
        raise refuse(name, Message("empty, expected a table with a row for each step"))
    return read_csv(content, name, tell)


def _read(path: Path) -> bytes:
    """Return what a file holds, which may be a pipe without an end."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise refuse(str(path), _describe_access(error, path)) from error
    check_bytes(path.name, len(content))
    return content


def _describe_access(error: Exception, path: Path) -> Message:
    if isinstance(error, FileNotFoundError):
        return Message("no such file, expected a log: {kinds}", kinds=KINDS)
    if os.path.isdir(path):
        return Message("found a folder, expected a log: {kinds}", kinds=KINDS)
    why = error.strerror if isinstance(error, OSError) else str(error)
    return Message("cannot be read: {why}", why=why)


def _tell_nobody(_done: int, _total: int | None) -> None:
    """Stand in for whoever does not wait."""
