"""A folder that holds a sweep: where things stand in it.

====================  ==========================================================================
file                  what it holds
====================  ==========================================================================
``manifest.json``     what the sweep is, and its chunk map; written first
``scenarios/``        each service as it is before any point, as a raw table
``points.parquet``    a row a design point
``chunks/``           a file for each finished chunk, a thousand to a folder
``runs.parquet``      a row a design point x design x replication; made of the chunks at the end
``series.parquet``    a row a week of each run, where that is asked for
``timings.parquet``   what each chunk took, and where; it alone differs from one run to the next
``lock``              held by whoever writes
====================  ==========================================================================
"""

from pathlib import Path

from sim.errors import RunError
from sim.files import UNFINISHED, writing
from sim.message import Message

RUNS, POINTS, TIMINGS = "runs.parquet", "points.parquet", "timings.parquet"
SERIES = "series.parquet"
CHUNKS, SCENARIOS, LOCK = "chunks", "scenarios", "lock"
CHUNKS_PER_FOLDER = 1_000
BEGUN_WITH = {CHUNKS, SCENARIOS, LOCK, POINTS}
"""What may be there before the manifest is."""


class Folder:
    """A folder of a sweep."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    @property
    def runs(self) -> Path:
        """The table of runs."""
        return self.path / RUNS

    @property
    def series(self) -> Path:
        """The table of series, which not every sweep has."""
        return self.path / SERIES

    @property
    def tables(self) -> tuple[Path, ...]:
        """Those of its tables that are made of chunks, as far as there are any."""
        return tuple(file for file in (self.runs, self.series) if file.exists())

    @property
    def points(self) -> Path:
        """The table of points."""
        return self.path / POINTS

    @property
    def timings(self) -> Path:
        """What each chunk took."""
        return self.path / TIMINGS

    def scenario(self, part: int) -> Path:
        """Return the file of a part's scenario."""
        return self.path / SCENARIOS / f"{part}.json"

    def chunk(self, number: int) -> Path:
        """Return the file of a chunk."""
        thousand, _ = divmod(number, CHUNKS_PER_FOLDER)
        return self.path / CHUNKS / f"{thousand:04}" / f"{number:07}.parquet"

    def is_done(self, number: int) -> bool:
        """Tell whether a chunk is finished."""
        return self.chunk(number).exists()

    def keep(self, number: int, content: bytes) -> None:
        """Keep a finished chunk; the one that is there, if any, is replaced.

        Raises
        ------
        RunError
            If it cannot be written: the disk is full, say.
        """
        file = self.chunk(number)
        make_folder(file.parent)
        with writing(file, overwrite=True) as stream:
            stream.write(content)

    def tidy(self) -> None:
        """Take away what somebody who was killed had begun to write; it is locked meanwhile."""
        for unfinished in self.path.rglob(f"{UNFINISHED}*"):
            unfinished.unlink(missing_ok=True)

    def make(self) -> None:
        """Make it, where nothing stands yet but what was begun and came to no manifest.

        Raises
        ------
        RunError
            If something else does, or it cannot be made.
        """
        make_folder(self.path)
        names = {file.name for file in self.path.iterdir()}
        names = {name for name in names if not name.startswith(UNFINISHED)}
        if names and not self._is_just_begun(names):
            raise RunError(
                Message(
                    "{folder}: is not empty; name another folder, or go on with what is there: "
                    "requisite sweep resume {folder}",
                    folder=self.path,
                )
            )

    def _is_just_begun(self, names: set[str]) -> bool:
        """Tell whether all that is there was put there by a sweep that has made no run yet."""
        has_chunks = any((self.path / CHUNKS).rglob("*.parquet"))
        return LOCK in names and names <= BEGUN_WITH and not has_chunks

    def make_rooms(self) -> None:
        """Make the folders in it; it is locked meanwhile."""
        make_folder(self.path / SCENARIOS)
        make_folder(self.path / CHUNKS)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it.

    Raises
    ------
    RunError
        If it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunError(
            Message(
                "{folder}: this folder cannot be made: {why}",
                folder=path,
                why=error.strerror or str(error),
            )
        ) from error
