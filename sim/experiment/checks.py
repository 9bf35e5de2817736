"""What a run may be asked for."""

from sim.errors import RunError

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
