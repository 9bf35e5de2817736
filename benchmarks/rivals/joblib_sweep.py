"""A sweep in joblib: calls side by side, in batches whose size it finds by itself."""

from collections.abc import Sequence

from joblib import Parallel, delayed

from benchmarks.sweeps.work import RANGES, Function


def sweep(function: Function, points: Sequence[Sequence[float]], processes: int) -> int:
    """Run a function at some points; return the number of results."""
    call = delayed(function)
    found = Parallel(n_jobs=processes)(
        call(dict(zip(RANGES, point, strict=True)), 1, 0) for point in points
    )
    return len(found)
