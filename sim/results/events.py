"""An event log as a Parquet file: its columns, each event by name, and calendar time."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.calendar import Calendar
from sim.eventlog import COLUMNS, Event, EventLog
from sim.results.parquet import write_parquet


def write_events(
    log: EventLog,
    calendar: Calendar,
    path: str | Path,
    *,
    overwrite: bool = False,
    about: Mapping[str, str] | None = None,
) -> None:
    """Write an event log.

    Parameters
    ----------
    log, calendar
        The log, and the calendar of its service time.
    path
        The file.
    overwrite
        Whether to replace a file that is there.
    about
        What to keep in the file's metadata.

    Raises
    ------
    RunError
        If the file may not be written, or cannot be.
    """
    write_parquet(_build_table(log, calendar), path, overwrite=overwrite, about=about)


def _build_table(log: EventLog, calendar: Calendar) -> Any:
    import pyarrow as pa

    names = pa.array([event.name for event in Event])
    columns = {name: pa.array(getattr(log, name)) for name in COLUMNS}
    columns["event"] = pa.DictionaryArray.from_arrays(pa.array(log.kind), names)
    columns["calendar_s"] = pa.array(calendar.calendar_array(log.time_s))
    return pa.table(columns)
