"""What a comparison says, in words. Every sentence is whole, so that it can be translated."""

from collections.abc import Sequence

from sim.analysis.comparison import Compared
from sim.charts import PERCENT, write_number
from sim.results import Interval

SHARE = "share"
TWICE = 2.0
NEGLIGIBLE = 1e-12


def spell(design: str) -> str:
    """Return the name of a design as it stands in a sentence."""
    return design.replace("-", " ").replace("_", " ")


def name_designs(designs: Sequence[str]) -> list[str]:
    """Return the names of designs as they stand alone."""
    return [spell(name).capitalize() for name in designs]


def write_mean(interval: Interval, unit: str) -> str:
    """Write a mean without its unit, unless that is percent."""
    return write_number(interval.mean, SHARE if unit == SHARE else "")


def write_interval(interval: Interval, unit: str) -> str:
    """Write the ends of a 95 % interval without the unit, unless that is percent."""
    low, high = (write_number(end, SHARE if unit == SHARE else "") for end in interval[1:])
    return high if low == high else f"{low.removesuffix(PERCENT)} to {high}"


def is_sure(difference: Interval) -> bool:
    """Tell whether the whole 95 % interval of a difference lies on one side of 0."""
    return difference.low > 0 or difference.high < 0


def say_difference(measure: Compared, designs: Sequence[str]) -> str:
    """Say in a sentence how the second design differs from the first.

    Parameters
    ----------
    measure
        The measure in both.
    designs
        The two designs.
    """
    first, second, difference = measure.first, measure.second, measure.difference
    if first is None or second is None or difference is None:
        return f"Cannot be compared: {measure.reason}."
    if abs(difference.mean) < NEGLIGIBLE and not is_sure(difference):
        return "The same in both."
    size = _size(first, second, difference, measure.unit)
    design = spell(designs[1]).capitalize()
    if not is_sure(difference):
        return f"{design}: {size}, but **uncertain**: there may be no difference."
    return f"{design}: **{size}**, surely."


def _size(first: Interval, second: Interval, difference: Interval, unit: str) -> str:
    is_lower = difference.mean < 0
    if unit == SHARE:
        points = f"{abs(difference.mean) * 100:.1f}"
        return f"{points} points lower" if is_lower else f"{points} points higher"
    if abs(first.mean) < NEGLIGIBLE:
        return f"{write_number(second.mean, unit)} against none"
    times = second.mean / first.mean
    if times >= TWICE:
        return f"{times:.1f} times as high"
    percent = f"{abs(times - 1) * 100:.0f}{PERCENT}"
    return f"{percent} lower" if is_lower else f"{percent} higher"
