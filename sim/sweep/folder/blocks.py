"""The rows of finished chunks, some points at a time: memory does not grow with the sweep."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sim.sweep.columns import build_column
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.manifest import Manifest
from sim.sweep.folder.stages import find_numbers
from sim.sweep.table import POINT

ROWS_AT_ONCE = 100_000


class PartOfPlan(NamedTuple):
    """What a table needs to know of a part of the plan."""

    name: str
    points: int
    first_point: int
    """Number of its first point among those of all parts."""


def list_parts(manifest: Manifest) -> Iterator[PartOfPlan]:
    """List the parts of the plan."""
    before = 0
    for part in manifest.subject["parts"]:
        yield PartOfPlan(part["name"], part["points"], before)
        before += part["points"]


def list_blocks(
    folder: Folder,
    manifest: Manifest,
    columns: Sequence[str] | None = None,
    *,
    rows_at_once: int = ROWS_AT_ONCE,
) -> Iterator[tuple[PartOfPlan, Any]]:
    """List the rows of some points at a time, as Arrow tables, with the part they belong to.

    Parameters
    ----------
    folder, manifest
        The sweep; what is not finished is left out.
    columns
        The columns that are read, the point among them; all if not given.
    rows_at_once
        About how many rows are read at a time.
    """
    at_once = max(rows_at_once // max(manifest.replications * len(manifest.designs), 1), 1)
    for number, part in enumerate(list_parts(manifest)):
        for low in range(0, part.points, at_once):
            high = min(low + at_once, part.points)
            chunks = find_numbers(manifest.stages, number, low, high)
            inside = range(part.first_point + low, part.first_point + high)
            block = _read(folder, chunks, inside, columns)
            if block is not None:
                yield part, block


def _read(
    folder: Folder, numbers: Iterator[int], points: range, columns: Sequence[str] | None
) -> Any:
    """Return the rows of some points; `None` if there are none."""
    import pyarrow as pa

    names = None if columns is None else list(columns)
    found = [
        _read_chunk(folder.chunk(number), names).replace_schema_metadata(None)
        for number in dict.fromkeys(numbers)
        if folder.is_done(number)
    ]
    if not found:
        return None
    table = pa.concat_tables(found)
    inside = [point in points for point in table[POINT].to_pylist()]
    return table.filter(build_column(inside, pa.bool_()))


def _read_chunk(file: Path, columns: list[str] | None) -> Any:
    """Return the rows of a chunk: it is small, so threads would cost more than they bring."""
    from pyarrow import parquet

    with parquet.ParquetFile(file) as found:
        return found.read(columns, use_threads=False)
