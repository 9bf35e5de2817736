"""Quantities as the page shows them and takes them: shares in percent, labels without footnotes."""

import math
import re
from typing import NamedTuple

from sim.charts import PERCENT
from sim.scenario import Described

SHARE = "share"
COUNT = "count"
_END_OF_LABEL = re.compile(r"[.:;] ")


class Scale(NamedTuple):
    """How a slider counts.

    Attributes
    ----------
    factor
        What the page shows of 1 of the scenario: 100 for a share, which is shown in percent.
    step
        The step, as shown.
    form
        How a number is written.
    """

    factor: float
    step: float
    form: str

    def show(self, value: float) -> float:
        """Turn a scenario's number into the page's."""
        return round(value * self.factor, 9)

    def read(self, shown: float) -> str:
        """Turn the page's number into a scenario's, as a change has it."""
        return f"{round(shown / self.factor, 11):.12g}"


def find_scale(item: Described) -> Scale:
    """Return the scale for a quantity: some fifty steps over its plausible range."""
    factor = 100.0 if item.unit == SHARE else 1.0
    low, high = item.plausible or (0.0, 1.0)
    step = 1.0 if item.unit == COUNT else nice_step((high - low) * factor / 40)
    decimals = max(0, -math.floor(math.log10(step)))
    sign = " %%" if item.unit == SHARE else ""
    return Scale(factor, step, f"%.{decimals}f{sign}")


def nice_step(span: float) -> float:
    """Return the largest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that is not above a span."""
    if span <= 0:
        return 0.01
    power: float = 10.0 ** math.floor(math.log10(span))
    return round(max(m * power for m in (1, 2, 5) if m * power <= span * (1 + 1e-9)), 12)


def label(item: Described) -> str:
    """Return a quantity's name for a slider: the beginning of what it means, and its unit."""
    name = _END_OF_LABEL.split(item.about)[0].removesuffix(".")
    unit = {SHARE: "%", COUNT: "", "": ""}.get(item.unit, item.unit)
    if unit and not name.lower().startswith(unit.split()[-1]):
        name = f"{name} ({unit})"
    return f"{item.part_of.capitalize()}: {name[0].lower()}{name[1:]}" if item.part_of else name


def write_value(item: Described, value: float | int | str | None) -> str:
    """Write a value of a quantity with its unit."""
    if value is None:
        return "none"
    if isinstance(value, str):
        return value
    if item.unit == SHARE:
        return f"{value * 100:.6g}{PERCENT}"
    return f"{value:,.8g} {'' if item.unit == COUNT else item.unit}".strip()


def write_range(item: Described) -> str:
    """Write a quantity's plausible range; empty where it has none."""
    if item.plausible is None:
        return ""
    low, high = (write_value(item, end) for end in item.plausible)
    return f"{low} to {high}"
