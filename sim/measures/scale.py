"""The scale of a measure: between which bounds it lies, and with it every interval of it."""

from enum import Enum, auto


class Scale(Enum):
    """Between which bounds a number lies."""

    LINE = auto()
    """Anywhere: a difference."""
    AMOUNT = auto()
    """From 0 on: days, money."""
    COUNT = auto()
    """From 0 on, and counted one by one: contacts of so many cases."""
    SHARE = auto()
    """From 0 to 1."""
