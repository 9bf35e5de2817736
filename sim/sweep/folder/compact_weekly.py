"""From chunks to the table of series: fewer runs at a time, for each has many weeks."""

from typing import Any

from sim.files import writing
from sim.sweep.folder.blocks import list_blocks
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.manifest import Manifest
from sim.sweep.folder.ordering import order_rows
from sim.sweep.folder.weekly import WEEKS, build_series_schema, spread_weeks
from sim.sweep.table import DESIGN, POINT, REPLICATION, SERVICE

RUNS_AT_ONCE = 1_000
"""Of ten years in weeks, with all series there are, that is about a hundred megabytes."""


def write_series(folder: Folder, manifest: Manifest, about: dict[str, str]) -> None:
    """Write the table of series, from the chunks that are finished.

    Parameters
    ----------
    folder, manifest
        The sweep, which has series.
    about
        What the table keeps in its metadata.

    Raises
    ------
    RunError
        If it cannot be written.
    """
    from pyarrow import parquet

    schema = build_series_schema(manifest.series).with_metadata(about)
    columns = (POINT, DESIGN, REPLICATION, WEEKS)
    with (
        writing(folder.series, overwrite=True) as stream,
        parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        for part, block in list_blocks(folder, manifest, columns, rows_at_once=RUNS_AT_ONCE):
            table = _spread(order_rows(block, manifest.designs), part.name, schema)
            if len(table):
                writer.write_table(table, row_group_size=len(table))


def _spread(runs: Any, service: str, schema: Any) -> Any:
    """Return a row a week of some runs, which are in order."""
    import pyarrow as pa

    columns = spread_weeks(runs)
    count = len(columns[POINT])
    columns[SERVICE] = pa.array([service] * count, pa.string())
    return pa.table([columns[name] for name in schema.names], schema=schema)
