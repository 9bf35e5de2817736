"""Numbers as people read them: as many digits as say something, and the interval in brackets."""

from collections.abc import Sequence

from sim.results import Interval

SHARE = "share"
PERCENT = "%"
MINUS = "−"


def scale_of(unit: str) -> float:
    """Return by what a number of this unit is multiplied to be shown: shares are shown in %."""
    return 100.0 if unit == SHARE else 1.0


def shown_unit(unit: str) -> str:
    """Return the unit in which a number is shown."""
    return PERCENT if unit == SHARE else unit


def decimals_of(numbers: Sequence[float], unit: str = "") -> int:
    """Return how many decimals to show of numbers that stand side by side: about three digits."""
    if unit == SHARE:
        return 1
    largest = max((abs(number) for number in numbers), default=0.0)
    return 0 if largest >= 100 else 1 if largest >= 10 else 2


def show_number(number: float, decimals: int, is_signed: bool = False) -> str:
    """Show a number, with its sign if it is a difference."""
    rounded = round(number, decimals) + 0.0  # not −0
    text = f"{rounded:+,.{decimals}f}" if is_signed and rounded else f"{rounded:,.{decimals}f}"
    return text.replace("-", MINUS)


def show_interval(
    interval: Interval, unit: str, decimals: int, is_signed: bool = False, between: str = " "
) -> str:
    """Show a mean and, in brackets, its interval.

    Parameters
    ----------
    interval
        The mean with its interval.
    unit
        Its unit.
    decimals
        How many to show.
    is_signed
        Whether it is a difference.
    between
        What stands between mean and interval: a space, or a new line where there is no room.
    """
    numbers = (number * scale_of(unit) for number in interval)
    mean, low, high = (show_number(number, decimals, is_signed) for number in numbers)
    joined = f"{low} to {high}" if is_signed or interval.low < 0 else f"{low}–{high}"
    return f"{mean}{between}({joined})"
