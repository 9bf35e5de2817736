"""Small tables that people write by hand: a tally, counts by the hour, a roster."""

from sim.own.by_hand.cells import Problems, read_clock, read_day, read_share, read_whole
from sim.own.by_hand.table import Column, Row, WrittenTable, load_written, read_written

__all__ = [
    "Column",
    "Problems",
    "Row",
    "WrittenTable",
    "load_written",
    "read_clock",
    "read_day",
    "read_share",
    "read_whole",
    "read_written",
]
