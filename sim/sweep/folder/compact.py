"""From chunks to tables: some points at a time, so that memory does not grow with the sweep.

Rows stand in the order of points, designs and replications, in groups of so many points: the same
bytes, however the runs were cut into chunks, wherever they were made, and in whatever order.
"""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from sim.experiment import SIGNS, Sample
from sim.experiment.settling import judge_settling
from sim.files import writing
from sim.sweep.columns import build_column
from sim.sweep.folder.blocks import list_blocks
from sim.sweep.folder.compact_weekly import write_series
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.manifest import Manifest
from sim.sweep.folder.ordering import PLACE, order_rows
from sim.sweep.folder.rows import IS_WARM, build_chunk_schema, build_runs_schema, read_times
from sim.sweep.folder.stages import count_chunks
from sim.sweep.table import (
    DONE,
    ENGINE,
    POINT,
    SERVICE,
    SETTLES,
    STATUS,
    TOO_LARGE,
)


def compact(folder: Folder, manifest: Manifest, engine: str) -> int:
    """Write the tables of runs, of series if any, and of timings, from what is finished.

    Parameters
    ----------
    folder
        The folder; tables that are there are replaced.
    manifest
        What the sweep is.
    engine
        What made the runs.

    Returns
    -------
    The number of rows of the table of runs.

    Raises
    ------
    RunError
        If a table cannot be written.
    """
    from pyarrow import parquet

    about = build_about(manifest)
    if manifest.series:  # before the runs: where these are, series are
        write_series(folder, manifest, about)
    schema = build_runs_schema(manifest.outcomes).with_metadata(about)
    rows, columns = 0, build_chunk_schema(manifest.outcomes).names
    with (
        writing(folder.runs, overwrite=True) as stream,
        parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        for part, block in list_blocks(folder, manifest, columns):
            table = _finish(block, manifest, part.name, engine, schema)
            writer.write_table(table, row_group_size=max(len(table), 1))
            rows += len(table)
    _write_timings(folder, manifest)
    return rows


def build_about(manifest: Manifest) -> dict[str, str]:
    """Return what a table keeps in its metadata: what it is of, whatever its chunks were."""
    return {
        "title": manifest.title,
        "plan_sha256": manifest.plan_sha256,
        "plan": json.dumps(manifest.plan, sort_keys=True),
        "subject": json.dumps(manifest.subject, sort_keys=True),
        "fingerprint": json.dumps(manifest.fingerprint, sort_keys=True),
    }


def _finish(block: Any, manifest: Manifest, service: str, engine: str, schema: Any) -> Any:
    """Return rows in order, with what is told of a point."""
    import pyarrow as pa

    ordered = order_rows(block, manifest.designs)
    columns = {
        SERVICE: build_column([service] * len(ordered), pa.string()),
        SETTLES: build_column(judge_points(ordered), pa.bool_()),
        ENGINE: build_column([engine] * len(ordered), pa.string()),
    }
    arrays = [columns[name] if name in columns else ordered[name] for name in schema.names]
    return pa.Table.from_arrays(arrays, schema=schema)


def judge_points(ordered: Any) -> list[bool | None]:
    """Tell of each row whether its design settles at its point, by all replications of it.

    Parameters
    ----------
    ordered
        An Arrow table of rows, those of one design at one point side by side.
    """
    keys = np.array([ordered[POINT].to_pylist(), ordered[PLACE].to_pylist()])
    starts = np.flatnonzero(np.any(np.diff(keys, axis=1, prepend=-1), axis=0))
    ends = [*starts[1:], len(ordered)]
    told = SIGNS if set(SIGNS) <= set(ordered.column_names) else ()
    signs = {name: np.array(ordered[name].to_pylist(), float) for name in told}
    status, warm = ordered[STATUS].to_pylist(), ordered[IS_WARM].to_pylist()
    found: list[bool | None] = []
    for start, end in zip(starts, ends, strict=True):
        of_point = {name: values[start:end] for name, values in signs.items()}
        judged = _judge(status[start:end], warm[start:end], of_point)
        found += [judged] * int(end - start)
    return found


def _judge(
    status: Sequence[str], warm: Sequence[bool | None], signs: dict[str, Any]
) -> bool | None:
    if TOO_LARGE in status:
        return False
    if DONE not in status:
        return None
    if not signs:  # a function that has no time to settle in
        return True
    nothing = np.empty((len(status), 1), object)
    samples = {name: Sample(values[:, None], nothing) for name, values in signs.items()}
    return judge_settling(samples, 0, is_warm=False not in warm).settles


def _write_timings(folder: Folder, manifest: Manifest) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    numbers = [n for n in range(count_chunks(manifest.stages)) if folder.is_done(n)]
    times = [read_times(parquet.read_schema(folder.chunk(n)).metadata) for n in numbers]
    runs, cpu_s, elapsed_s, workers = zip(*times, strict=True) if times else ((),) * 4
    columns = {
        "chunk": build_column(numbers, pa.int64()),
        "runs": build_column(runs, pa.int64()),
        "cpu_s": build_column(cpu_s, pa.float64()),
        "elapsed_s": build_column(elapsed_s, pa.float64()),
        "worker": build_column(workers, pa.string()),
    }
    table = pa.Table.from_arrays(list(columns.values()), names=list(columns))
    with writing(folder.timings, overwrite=True) as stream:
        parquet.write_table(table, stream, compression="zstd")
