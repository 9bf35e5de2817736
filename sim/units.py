"""Units of the model: whole seconds inside, minutes, hours, days and shares at the border.

Inside the model every duration is an integer of seconds and every factor an integer of millionths,
so that two engines cannot differ in a last bit.
"""

from collections.abc import Sequence

MINUTE_S = 60
HOUR_S = 3_600
DAY_S = 86_400
MONTH_DAYS = 30
"""Length of the tumbling windows in which faces are counted (calendar days)."""
YEAR_DAYS = 365

MILLION = 1_000_000
"""Factors and shares inside the engines are integers of this denominator (parts per million)."""

MOST_CONTENT_S = 100_000_000
"""No need is or grows larger than this, some three years of work day and night: growth that
compounds, and the tail of a wide distribution, soon pass what a computer's whole numbers hold."""


def seconds_of_minutes(minutes: float) -> int:
    """Whole seconds of a number of minutes, rounded to the nearest."""
    return round(minutes * MINUTE_S)


def seconds_of_days(days: float) -> int:
    """Whole calendar seconds of a number of days, rounded to the nearest."""
    return round(days * DAY_S)


def ppm(share: float) -> int:
    """Parts per million of a share or factor, rounded to the nearest."""
    return round(share * MILLION)


def split_whole(total: int, shares_ppm: Sequence[int]) -> list[int]:
    """Split a whole number by shares, so that the parts add up to it.

    Each part gets the whole of its quota; what is left goes, one each, to the largest remainders,
    and of equal remainders to the first.

    Parameters
    ----------
    total
        What is split, such as members of staff or seconds of content.
    shares_ppm
        Weights of the parts, of which at least one is not 0.
    """
    whole = sum(shares_ppm)
    if whole <= 0:
        raise ValueError(f"shares {list(shares_ppm)}: expected at least one above 0")
    parts = [total * share // whole for share in shares_ppm]
    first = sorted(range(len(parts)), key=lambda i: (-(total * shares_ppm[i] % whole), i))
    for i in first[: total - sum(parts)]:
        parts[i] += 1
    return parts
