"""What finished chunks tell on the way: which runs failed, and what is known of an outcome."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.sweep.folder.blocks import list_blocks
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.manifest import Manifest
from sim.sweep.folder.stages import count_chunks
from sim.sweep.table import DESIGN, FAILED, POINT, REPLICATION, STATUS, TOO_LARGE


class Known(NamedTuple):
    """What is known at a point."""

    point: int
    """Its number within its part."""
    first_point: int
    """Number of the part's first point among those of all parts."""
    values: dict[str, list[float]]
    """Of each design, a value a replication, in their order."""

    @property
    def replications(self) -> int:
        """How many there are."""
        return max(map(len, self.values.values()))


def find_chunks_to_retry(folder: Folder, manifest: Manifest) -> frozenset[int]:
    """Return the finished chunks in which a run failed or outgrew memory."""
    from pyarrow import parquet

    found = set()
    for number in _list_done(folder, manifest):
        status = parquet.read_table(folder.chunk(number), columns=[STATUS])[STATUS]
        if {FAILED, TOO_LARGE} & set(status.unique().to_pylist()):
            found.add(number)
    return frozenset(found)


def list_known(folder: Folder, manifest: Manifest, outcome: str) -> Iterator[Known]:
    """List what is known of an outcome at each point; NaN where a run has no value."""
    columns = (POINT, DESIGN, REPLICATION, outcome)
    for part, block in list_blocks(folder, manifest, columns):
        frame = block.to_pandas().sort_values([POINT, DESIGN, REPLICATION])
        for point, rows in frame.groupby(POINT, sort=True):
            values = {str(design): of[outcome].tolist() for design, of in rows.groupby(DESIGN)}
            yield Known(int(point) - part.first_point, part.first_point, values)


def _list_done(folder: Folder, manifest: Manifest) -> list[int]:
    return [n for n in range(count_chunks(manifest.stages)) if folder.is_done(n)]
