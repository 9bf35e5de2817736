"""Writing tables and event logs to Parquet: whole or not at all, and over no file unasked."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.calendar import Calendar
from sim.errors import RunError, mismatch
from sim.eventlog import COLUMNS, Event, EventLog, read_calendar_s
from sim.message import Message

if TYPE_CHECKING:
    import pandas as pd


def check_writable(path: str | Path, *, overwrite: bool) -> None:
    """Check that a file may be written, before the work that it is to hold is done.

    Raises
    ------
    RunError
        If it is there and not to be replaced, or there is no folder for it.
    """
    file = Path(path)
    if file.is_dir():
        wanted = Message("the name of a file to write")
        raise RunError(mismatch(str(file), Message("a folder"), wanted))
    if file.exists() and not overwrite:
        raise RunError(
            Message("{file}: there is such a file already; name another, or say --force", file=file)
        )
    if not file.absolute().parent.is_dir():
        folder = file.absolute().parent
        raise RunError(
            Message("{file}: there is no folder {folder}; make it first", file=file, folder=folder)
        )


def write_frame(
    frame: "pd.DataFrame",
    path: str | Path,
    *,
    overwrite: bool = False,
    about: Mapping[str, object],
) -> None:
    """Write a tidy table, with what it is about as JSON in the metadata: see `write_parquet`."""
    import pyarrow as pa

    table = pa.Table.from_pandas(frame, preserve_index=False)
    texts = {name: json.dumps(value) for name, value in about.items()}
    write_parquet(table, path, overwrite=overwrite, about=texts)


def write_parquet(
    table: Any, path: str | Path, *, overwrite: bool = False, about: Mapping[str, str] | None = None
) -> None:
    """Write an Arrow table.

    Parameters
    ----------
    table
        The table.
    path
        The file.
    overwrite
        Whether to replace a file that is there.
    about
        What to keep in the file's metadata beside the table.

    Raises
    ------
    RunError
        If the file may not be written, or cannot be.
    """
    check_writable(path, overwrite=overwrite)
    file = Path(path)
    metadata = {**(table.schema.metadata or {}), **(about or {})}
    try:
        _write_whole(table.replace_schema_metadata(metadata), file, overwrite)
    except FileExistsError:
        check_writable(path, overwrite=False)
    except OSError as error:
        why = error.strerror or str(error)
        raise RunError(Message("{file}: cannot be written: {why}", file=file, why=why)) from error


def _write_whole(table: Any, file: Path, overwrite: bool) -> None:
    """Write beside the file and move it into place, so that nobody ever sees half of it."""
    from pyarrow import parquet

    with tempfile.TemporaryDirectory(prefix=f".{file.name}-", dir=file.absolute().parent) as folder:
        unfinished = Path(folder) / file.name
        parquet.write_table(table, unfinished, compression="zstd")
        if not overwrite:
            file.touch(exist_ok=False)  # fails, unlike a move, if the file has appeared meanwhile
        unfinished.replace(file)


def write_events(
    log: EventLog,
    calendar: Calendar,
    path: str | Path,
    *,
    overwrite: bool = False,
    about: Mapping[str, str] | None = None,
) -> None:
    """Write an event log, with the calendar of its service time: see `write_parquet`."""
    write_parquet(_build_table(log, calendar), path, overwrite=overwrite, about=about)


def _build_table(log: EventLog, calendar: Calendar) -> Any:
    import pyarrow as pa

    names = pa.array([event.name for event in Event])
    columns = {name: pa.array(getattr(log, name)) for name in COLUMNS}
    columns["event"] = pa.DictionaryArray.from_arrays(pa.array(log.kind), names)
    columns["calendar_s"] = pa.array(read_calendar_s(log, calendar))
    return pa.table(columns)
