"""Tables and event logs as files; the ending of a file's name says in which format."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sim.calendar import Calendar
from sim.eventlog import COLUMNS, Event, EventLog, read_calendar_s
from sim.files import check_ending, check_writable, writing
from sim.results.workbook import write_workbook

if TYPE_CHECKING:
    import pandas as pd


def check_table(path: str | Path, *, overwrite: bool) -> None:
    """Check that a table may be written to a file, before the work that it is to hold is done.

    Raises
    ------
    RunError
        If it may not, or if no format goes by the ending of its name.
    """
    check_writable(path, overwrite=overwrite)
    check_ending(path, FORMATS)


def write_frame(
    frame: "pd.DataFrame",
    path: str | Path,
    *,
    overwrite: bool = False,
    about: Mapping[str, object],
) -> None:
    """Write a tidy table, with what it is about as JSON in the metadata: see `write_table`."""
    write_table(_convert(frame, about), path, overwrite=overwrite)


def pack_frame(frame: "pd.DataFrame", *, about: Mapping[str, object]) -> bytes:
    """Return what a Parquet file of a tidy table holds, as `write_frame` writes it."""
    stream = BytesIO()
    _write_parquet(_convert(frame, about), stream)
    return stream.getvalue()


def _convert(frame: "pd.DataFrame", about: Mapping[str, object]) -> Any:
    """Return a tidy table as Arrow has it, with what it is about as JSON in the metadata."""
    import pyarrow as pa

    table = pa.Table.from_pandas(frame, preserve_index=False)
    texts = {name: json.dumps(value) for name, value in about.items()}
    return table.replace_schema_metadata({**(table.schema.metadata or {}), **texts})


def write_table(
    table: Any, path: str | Path, *, overwrite: bool = False, about: Mapping[str, str] | None = None
) -> None:
    """Write an Arrow table.

    Parameters
    ----------
    table
        The table.
    path
        The file; its ending is one of `FORMATS`.
    overwrite
        Whether to replace a file that is there.
    about
        What to keep in the file's metadata beside the table; CSV has none.

    Raises
    ------
    RunError
        If the file may not be written, or cannot be.
    """
    check_table(path, overwrite=overwrite)
    metadata = {**(table.schema.metadata or {}), **(about or {})}
    write = FORMATS[Path(path).suffix.lower()]
    with writing(path, overwrite=overwrite) as stream:
        write(table.replace_schema_metadata(metadata), stream)


def write_events(
    log: EventLog,
    calendar: Calendar,
    path: str | Path,
    *,
    overwrite: bool = False,
    about: Mapping[str, str] | None = None,
) -> None:
    """Write an event log, with the calendar of its service time: see `write_table`."""
    write_table(_build_table(log, calendar), path, overwrite=overwrite, about=about)


def _build_table(log: EventLog, calendar: Calendar) -> Any:
    import pyarrow as pa

    names = pa.array([event.name for event in Event])
    columns = {name: pa.array(getattr(log, name)) for name in COLUMNS}
    columns["event"] = pa.DictionaryArray.from_arrays(pa.array(log.kind), names)
    columns["calendar_s"] = pa.array(read_calendar_s(log, calendar))
    return pa.table(columns)


def _write_parquet(table: Any, stream: BinaryIO) -> None:
    from pyarrow import parquet

    parquet.write_table(table, stream, compression="zstd")


def _write_csv(table: Any, stream: BinaryIO) -> None:
    """Write a table as text: names in the first row, nothing where there is no value."""
    from pyarrow import csv

    csv.write_csv(table, stream)


FORMATS: Mapping[str, Callable[[Any, BinaryIO], None]] = {
    ".parquet": _write_parquet,
    ".csv": _write_csv,
    ".xlsx": write_workbook,
}
"""How a table is written, by the ending of the file's name."""
