"""Numbers and labels as charts write them."""

import textwrap

from sim.results import Interval

PERCENT = "\N{NO-BREAK SPACE}%"
"""The sign with the space before it, at which no line is broken."""
LINE = 44
"""Letters that fit beside one another on a telephone."""


def wrap(text: str, width: int) -> str:
    """Break a label into lines."""
    return "<br>".join(textwrap.wrap(text, width)) or text


def write_number(value: float, unit: str) -> str:
    """Write a number with its unit, to three digits or so; shares in percent."""
    if unit == "share":
        return _plain(value * 100, 1) + PERCENT
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{_plain(value, digits)} {unit}".strip()


def _plain(value: float, digits: int) -> str:
    """Write a number with a true minus, and without one before zeros only."""
    text = f"{value:,.{digits}f}".replace(",", "\N{NO-BREAK SPACE}")
    is_zero = not text.strip("-0.")
    return text.removeprefix("-") if is_zero else text.replace("-", "\N{MINUS SIGN}")


def hover_of_interval(name: str, interval: Interval, unit: str) -> str:
    """Say what a mark stands for when it is pointed at."""
    mean, low, high = (write_number(number, unit) for number in interval)
    return f"<b>{name}</b><br>{mean}<br>95 % interval: {low} to {high}<extra></extra>"
