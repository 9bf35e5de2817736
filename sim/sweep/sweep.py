"""A sweep in its folder: what it is, how far it is, and what it yields."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sim.errors import RunError
from sim.message import Message
from sim.sweep.folder.compact import compact as _compact
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.lock import locking
from sim.sweep.folder.manifest import Manifest, read_manifest
from sim.sweep.folder.plans import load_plan
from sim.sweep.folder.status import Status
from sim.sweep.folder.status import find_status as _find_status
from sim.sweep.plan import Plan
from sim.sweep.running.run import Ran
from sim.sweep.table import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Sweep:
    """A sweep in its folder.

    Attributes
    ----------
    folder
        Where it is kept.
    manifest
        What it is.
    plan
        Its plan.
    ran
        What running came to just now; `None` where it was only read.
    """

    folder: Folder
    manifest: Manifest
    plan: Plan
    ran: Ran | None = None

    @cached_property
    def points(self) -> "pd.DataFrame":
        """A row a design point."""
        return _read(self.folder.points)

    @cached_property
    def runs(self) -> "pd.DataFrame":
        """A row a design point x design x replication."""
        return _read(self.folder.runs)

    @cached_property
    def series(self) -> "pd.DataFrame":
        """A row a week of each run that was measured.

        Raises
        ------
        RunError
            If none was asked for.
        """
        if not self.manifest.series:
            raise RunError(
                Message(
                    "{folder}: this sweep keeps no series; name some in a plan, and run that into "
                    "another folder: series = [...]",
                    folder=self.folder.path,
                )
            )
        return _read(self.folder.series)

    @cached_property
    def table(self) -> Table:
        """Both, with what they are of."""
        return Table(
            self.plan.method,
            self.plan.factors,
            self.manifest.outcomes,
            self.manifest.designs,
            self.points,
            self.runs,
        )

    def to_frame(self) -> "pd.DataFrame":
        """Return the runs, each with the values of its point."""
        return self.runs.merge(self.points.drop(columns="service"), on="point", how="left")


def load(out: str | Path) -> Sweep:
    """Read a sweep from its folder.

    Raises
    ------
    RunError
        If there is none, or it has no table of runs yet.
    """
    folder = Folder(out)
    manifest = read_manifest(folder.path)
    if not folder.runs.exists():
        raise RunError(
            Message(
                "{folder}: this sweep was not run to its end; go on with it: requisite sweep "
                "resume {folder}; or see what there is: requisite sweep compact {folder}",
                folder=folder.path,
            )
        )
    return Sweep(folder, manifest, load_plan(folder, manifest))


def find(folder: Folder) -> Folder:
    """Return a folder in which there is a sweep.

    Raises
    ------
    RunError
        If there is none.
    """
    read_manifest(folder.path)
    return folder


def _read(path: Path) -> "pd.DataFrame":
    from pyarrow import parquet

    found: pd.DataFrame = parquet.read_table(path).to_pandas()
    return found


def find_status(out: str | Path) -> Status:
    """Find how far a sweep has come.

    Raises
    ------
    RunError
        If there is none in the folder.
    """
    folder = Folder(out)
    return _find_status(folder, read_manifest(folder.path))


def compact(out: str | Path) -> int:
    """Write the tables of what is finished; return the rows of the table of runs.

    Raises
    ------
    RunError
        If there is no sweep in the folder, or a table cannot be written.
    """
    folder = Folder(out)
    with locking(find(folder)):
        manifest = read_manifest(folder.path)
        return _compact(folder, manifest, manifest.subject["engine"])
