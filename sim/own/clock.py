"""When a step ended, as a file writes it: in one cell, or as a day and a time of day apart."""

from typing import TYPE_CHECKING

from sim.own.mapping import Mapping
from sim.own.reading import Table

if TYPE_CHECKING:
    import pandas as pd

AFTER_DAY = r"(?<=\d)(?:T|\s+\d{1,2}[:.]\d{2}(?!\d)).*"
"""What stands behind the day where a date was put as a time: midnight, as a rule. Behind the blanks
of a day such as 5 mar 2024 stands no time of day."""


def find_time_cells(table: Table, mapping: Mapping) -> "pd.Series[str]":
    """Return of each row when its step ended, as it is written: day and time of day in one."""
    days = table.frame[mapping.time]
    return days if mapping.clock is None else join_clock(days, table.frame[mapping.clock])


def join_clock(days: "pd.Series[str]", clocks: "pd.Series[str]") -> "pd.Series[str]":
    """Return days and times of day as one text each; nothing where either is missing."""
    day = days.str.strip().str.replace(AFTER_DAY, "", regex=True)
    clock = clocks.str.strip()
    return (day + " " + clock).mask((day == "") | (clock == ""), "")
