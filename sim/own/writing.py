"""Writing a case log as a file that any tool of process mining reads, and `requisite own`, too.

CSV and Parquet have the columns `COLUMNS`, a row for each step; XES has an event for its start and
one for its end. Times are ISO 8601 with their offset. Names of cases and persons are written: it is
for simulated logs, where they are numbers.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from sim.errors import RunError, mismatch
from sim.files import check_writable, writing
from sim.message import Message
from sim.own.caselog import CaseLog
from sim.own.cells import disarm
from sim.own.iso_times import convert_times, write_times
from sim.own.xes import write_packed_xes, write_xes

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("case", "activity", "time", "start", "resource")
"""`time` is when a step ended, `resource` who did it; empty where nobody is named."""


def check_caselog(path: str | Path, *, overwrite: bool) -> None:
    """Check that a case log may be written to a file, before the work that it is to hold is done.

    Raises
    ------
    RunError
        If it may not, or if no format goes by the ending of its name.
    """
    check_writable(path, overwrite=overwrite)
    _find_format(path)


def write_caselog(log: CaseLog, path: str | Path, *, overwrite: bool = False) -> None:
    """Write a case log, with the names of its cases and persons.

    Parameters
    ----------
    log
        The log.
    path
        The file; its ending is one of `FORMATS`.
    overwrite
        Whether to replace a file that is there.

    Raises
    ------
    RunError
        If the file may not be written, or cannot be.
    """
    check_caselog(path, overwrite=overwrite)
    write = FORMATS[_find_format(path)]
    with writing(path, overwrite=overwrite) as stream:
        write(log, stream)


def pack_csv(log: CaseLog) -> bytes:
    """Return what a CSV file of a case log holds, as `write_caselog` writes it."""
    safe = log._replace(
        case_names=tuple(map(disarm, log.case_names)),
        activity_names=tuple(map(disarm, log.activity_names)),
        person_names=tuple(map(disarm, log.person_names)),
    )
    return _tabulate(safe, write_times).to_csv(index=False, lineterminator="\n").encode()


def _find_format(path: str | Path) -> str:
    name = Path(path).name.lower()
    for ending in FORMATS:
        if name.endswith(ending):
            return ending
    wanted = Message("a name that ends in {endings}", endings=", ".join(FORMATS))
    raise RunError(mismatch(str(path), Path(path).suffix or Message("no ending"), wanted))


def _write_csv(log: CaseLog, stream: BinaryIO) -> None:
    stream.write(pack_csv(log))


def _write_parquet(log: CaseLog, stream: BinaryIO) -> None:
    _tabulate(log, convert_times).to_parquet(stream, index=False, compression="zstd")


def _tabulate(log: CaseLog, convert: Callable[[CaseLog, NDArray[np.int64]], Any]) -> "pd.DataFrame":
    """Return a case log as a table, its times as ``convert`` has them."""
    import pandas as pd

    columns = (
        _name(log.case, log.case_names),
        _name(log.activity, log.activity_names),
        convert(log, log.end_us),
        convert(log, log.start_us),
        _name(log.person, log.person_names),
    )
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _name(numbers: NDArray[np.int32], names: tuple[str, ...]) -> NDArray[np.object_]:
    """Return the names of numbers; `UNKNOWN`, which counts from the end, has none."""
    return np.array([*names, None], object)[numbers]


FORMATS: Mapping[str, Callable[[CaseLog, BinaryIO], None]] = {
    ".csv": _write_csv,
    ".parquet": _write_parquet,
    ".xes.gz": write_packed_xes,
    ".xes": write_xes,
}
"""How a case log is written, by the ending of the file's name."""
