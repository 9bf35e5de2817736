"""How the runs of a sweep ended, which of them settle, and what they took."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sim.sweep.folder.folder import Folder
from sim.sweep.table import DESIGN, ERROR, POINT, SERVICE, SETTLES, STATUS

if TYPE_CHECKING:
    import pandas as pd

MOST_ERRORS = 5


class Settled(NamedTuple):
    """At how many points a design of a service settles."""

    service: str
    design: str
    settles: int
    does_not: int
    unknown: int


class Ended(NamedTuple):
    """How runs ended."""

    by_status: dict[str, int]
    errors: dict[str, int]
    """The most frequent errors, and how often each is told."""
    settled: tuple[Settled, ...]
    cpu_s: float | None
    processes: int | None
    """Processor time, and how many processes made the runs; `None` where nobody has kept it."""


def read_ended(folder: Folder) -> Ended:
    """Read how the runs in a folder ended."""
    from pyarrow import parquet

    columns = [POINT, SERVICE, DESIGN, STATUS, ERROR, SETTLES]
    runs = parquet.read_table(folder.runs, columns=columns).to_pandas()
    errors = Counter(runs[ERROR].dropna())
    cpu_s, processes = _read_times(folder)
    return Ended(
        by_status=dict(Counter(runs[STATUS])),
        errors=dict(errors.most_common(MOST_ERRORS)),
        settled=tuple(_count_settled(runs)),
        cpu_s=cpu_s,
        processes=processes,
    )


def _count_settled(runs: "pd.DataFrame") -> list[Settled]:
    points = runs.drop_duplicates([POINT, DESIGN])
    found = []
    for (service, design), group in points.groupby([SERVICE, DESIGN], sort=False):
        known = group[SETTLES].dropna().astype(bool)
        yes = int(known.sum())
        no, unknown = len(known) - yes, len(group) - len(known)
        found.append(Settled(str(service), str(design), yes, no, unknown))
    return found


def _read_times(folder: Folder) -> tuple[float | None, int | None]:
    from pyarrow import parquet

    if not folder.timings.exists():
        return None, None
    times = parquet.read_table(folder.timings, columns=["cpu_s", "worker"]).to_pandas()
    return float(times["cpu_s"].sum()), int(times["worker"].nunique())
