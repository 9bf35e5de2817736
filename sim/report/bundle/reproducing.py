"""A sweep made again from its bundle alone, and whether its tables are the same.

The cohorts (warm-up day, follow-up days) are those of the bundle, also with another version: a
pilot of today could find others, and then nothing could be compared. Chunks are cut anew, for the
machine at hand: a table does not depend on them.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.report.bundle.asking import WRONG, Version, ask, find_versions, unpack
from sim.report.bundle.contents import RUNS, Bundle, Table
from sim.report.bundle.differing import Differences, find_differing
from sim.report.bundle.hashing import hash_table
from sim.sweep import resume
from sim.sweep.folder.folder import Folder
from sim.sweep.running.run import Progress


class Reproduction(NamedTuple):
    """What came of making a sweep again."""

    versions: tuple[Version, ...]
    """What was made with something else than then."""
    same_bytes: bool
    """Whether the table of runs is the same to the last byte."""
    same_values: bool
    """Whether all its values are."""
    rows_then: int
    rows_now: int
    differences: Differences | None
    """In what the values differ; `None` where they do not, or the bundle has no table."""
    same_series: bool | None = None
    """Whether the table of series is the same, as is told of both together; `None` without one."""

    @property
    def is_same(self) -> bool:
        """Whether it is the same: to the last byte, or in all values where versions differ."""
        return self.is_same_of_runs and self.same_series is not False

    @property
    def is_same_of_runs(self) -> bool:
        """Whether the table of runs is."""
        return self.same_bytes or (self.same_values and bool(self.versions))


def reproduce(
    bundle: Bundle,
    out: str | Path,
    *,
    executor: object = None,
    workers: int | None = None,
    on_progress: Progress | None = None,
) -> Reproduction:
    """Run the sweep of a bundle into a new folder, and compare its tables.

    Parameters
    ----------
    bundle
        The bundle.
    out
        The folder: a new one, or an empty one.
    executor, workers, on_progress
        As in `sim.sweep.run`.

    Raises
    ------
    RunError
        If this version cannot read the sweep or run it, or the folder is not empty.
    """
    manifest, replications = ask(bundle)
    folder = Folder(out)
    folder.make()
    folder.make_rooms()
    unpack(bundle, folder)
    manifest.write(folder.path)
    resume(
        out,
        replications=replications,
        executor=executor,
        workers=workers,
        on_progress=on_progress,
    )
    return _compare(bundle, folder)


def _compare(bundle: Bundle, folder: Folder) -> Reproduction:
    now = hash_table(folder.runs)
    same_values = now.values_sha256 == bundle.table.values_sha256
    return Reproduction(
        versions=find_versions(bundle),
        same_bytes=now.sha256 == bundle.table.sha256,
        same_values=same_values,
        rows_then=bundle.table.rows,
        rows_now=now.rows,
        differences=None if same_values else _find_differences(bundle.files, folder),
        same_series=None if bundle.series is None else _is_same(bundle, bundle.series, folder),
    )


def _is_same(bundle: Bundle, then: Table, folder: Folder) -> bool:
    """Tell whether series are the same: to the last byte, or all values where versions differ."""
    if not folder.series.exists():
        return False
    now = hash_table(folder.series)
    same_values = now.values_sha256 == then.values_sha256
    return now.sha256 == then.sha256 or (same_values and bool(find_versions(bundle)))


def _find_differences(files: Mapping[str, bytes], folder: Folder) -> Differences | None:
    from pyarrow import parquet

    if RUNS not in files:
        return None
    now = parquet.read_table(folder.runs).to_pandas()
    try:
        then = parquet.read_table(BytesIO(files[RUNS])).to_pandas()
        return find_differing(then, now)
    except WRONG as error:
        raise RunError(
            Message(
                "the table of runs in this bundle is none ({why}); the one made now is in {folder}",
                why=str(error),
                folder=folder.path,
            )
        ) from error
