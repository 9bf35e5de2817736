"""A sweep in joblib whose processes are begun for it and ended after it, as those of others are."""

from collections.abc import Sequence

from joblib.externals.loky import get_reusable_executor

from benchmarks.rivals.joblib_sweep import sweep as sweep_in_joblib
from benchmarks.sweeps.work import Function


def sweep(function: Function, points: Sequence[Sequence[float]], processes: int) -> int:
    """Run a function at some points; return the number of results."""
    found = sweep_in_joblib(function, points, processes)
    get_reusable_executor().shutdown(kill_workers=True)
    return found
