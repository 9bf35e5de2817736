"""What a run may be asked for."""

from sim.errors import RunError
from sim.experiment.intervals import LEAST_VALUES

LEAST_DAYS = 14
MOST_DAYS = 3_660


def check_days(days: int) -> int:
    """Return a number of days that a run can have.

    Raises
    ------
    RunError
        If it is too small or too large.
    """
    if not LEAST_DAYS <= days <= MOST_DAYS:
        expected = f"expected {LEAST_DAYS} to {MOST_DAYS} calendar days"
        raise RunError(f"days: found {days}, {expected} (warm-up included)")
    return days


def check_replications(replications: int, or_else: str = "") -> int:
    """Return a number of replications of which intervals can be built.

    Parameters
    ----------
    replications
        How many are asked for.
    or_else
        What could be said instead of a number.

    Raises
    ------
    RunError
        If there are too few.
    """
    if replications < LEAST_VALUES:
        expected = f"expected {LEAST_VALUES} or more, since one alone has no interval{or_else}"
        raise RunError(f"replications: found {replications}, {expected}")
    return replications


def check_jobs(n_jobs: int | None) -> None:
    """Check how many runs are to be made at a time.

    Raises
    ------
    RunError
        If fewer than one.
    """
    if n_jobs is not None and n_jobs < 1:
        raise RunError(f"n_jobs: found {n_jobs}, expected 1 or more; None for all processors")


def check_luck(seed: int, replication: int = 0) -> None:
    """Check the two numbers that choose the luck.

    Raises
    ------
    RunError
        If one is below 0.
    """
    for name, number in (("seed", seed), ("replication", replication)):
        if number < 0:
            raise RunError(f"{name}: found {number}, expected 0 or more")
