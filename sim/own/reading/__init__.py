"""A file of a visitor's own, as a table: CSV, Excel workbooks and XES event logs."""

from sim.own.reading.load import load_table, read_table
from sim.own.reading.table import Table

__all__ = ["Table", "load_table", "read_table"]
