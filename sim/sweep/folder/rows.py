"""The rows of a chunk as a file, and the columns of the table of runs.

A chunk is a Parquet file made by the worker that ran it, so that whoever collects chunks has
nothing to do but to write them down. How long it took stands in its metadata and not in its rows:
rows are the same whenever and wherever they are made.
"""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from sim.sweep.columns import build_column
from sim.sweep.folder.weekly import build_weeks_field, pack_weeks
from sim.sweep.subject.subject import Row
from sim.sweep.table import (
    DESIGN,
    ENGINE,
    ERROR,
    POINT,
    REPLICATION,
    SERVICE,
    SETTLES,
    STATUS,
    Outcome,
)

IS_WARM = "is_warm"
"""A column of chunks alone: what is told of a point is whether it settles."""
TIMES = b"times"


class Times(NamedTuple):
    """What a chunk took."""

    runs: int
    cpu_s: float
    """Processor time of making the runs and measuring them."""
    elapsed_s: float
    worker: str
    """Name of the machine, and number of the process."""


class ChunkRows:
    """Gathers the rows of a chunk."""

    def __init__(
        self, designs: Sequence[str], outcomes: Sequence[Outcome], series: Sequence[Outcome] = ()
    ) -> None:
        self._designs, self._outcomes = tuple(designs), tuple(outcomes)
        self._series = tuple(series)
        self._rows: list[tuple[int, int, int, Row]] = []

    def put(self, point: int, replication: int, rows: Sequence[Row]) -> None:
        """Take the rows of one replication of a point, one a design."""
        self._rows += [(point, place, replication, row) for place, row in enumerate(rows)]

    def pack(self, times: Times) -> bytes:
        """Return the file."""
        from pyarrow import parquet

        stream = BytesIO()
        table = self._build().replace_schema_metadata({TIMES: json.dumps(times)})
        parquet.write_table(table, stream, compression="zstd")
        return stream.getvalue()

    def _build(self) -> Any:
        import pyarrow as pa

        schema = build_chunk_schema(self._outcomes)
        points, places, replications, rows = zip(*self._rows, strict=True)
        nothing = (None,) * len(self._outcomes)
        values = list(zip(*(row.values or nothing for row in rows), strict=True))
        columns = [
            points,
            [self._designs[place] for place in places],
            replications,
            [row.status for row in rows],
            [row.error for row in rows],
            [row.is_warm for row in rows],
            *values,
        ]
        arrays = [build_column(of, field.type) for of, field in zip(columns, schema, strict=True)]
        table = pa.Table.from_arrays(arrays, schema=schema)
        if not self._series:
            return table
        return table.append_column(build_weeks_field(self._series), pack_weeks(rows, self._series))


def build_chunk_schema(outcomes: Sequence[Outcome]) -> Any:
    """Return the columns of a chunk, without that of its series."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field(POINT, pa.int64(), nullable=False),
            pa.field(DESIGN, pa.string(), nullable=False),
            pa.field(REPLICATION, pa.int64(), nullable=False),
            pa.field(STATUS, pa.string(), nullable=False),
            pa.field(ERROR, pa.string()),
            pa.field(IS_WARM, pa.bool_()),
            *map(_build_field, outcomes),
        ]
    )


def build_runs_schema(outcomes: Sequence[Outcome]) -> Any:
    """Return the columns of the table of runs."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field(POINT, pa.int64(), nullable=False),
            pa.field(SERVICE, pa.string(), nullable=False),
            pa.field(DESIGN, pa.string(), nullable=False),
            pa.field(REPLICATION, pa.int64(), nullable=False),
            pa.field(STATUS, pa.string(), nullable=False),
            pa.field(ERROR, pa.string()),
            pa.field(SETTLES, pa.bool_()),
            pa.field(ENGINE, pa.string(), nullable=False),
            *map(_build_field, outcomes),
        ]
    )


def _build_field(outcome: Outcome) -> Any:
    import pyarrow as pa

    about = {"unit": outcome.unit, "title": outcome.title, "better": str(outcome.better)}
    return pa.field(outcome.name, pa.float64(), metadata=about)


def read_times(metadata: dict[bytes, bytes]) -> Times:
    """Return what a chunk took, from the metadata of its file."""
    return Times(*json.loads(metadata[TIMES]))
