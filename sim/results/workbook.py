"""A table as an Excel workbook: its rows on one sheet, what it is about on another."""

import math
from typing import Any, BinaryIO

from sim.errors import RunError
from sim.message import Message

MOST_ROWS = 1_048_575
"""What a sheet holds below its heads."""
TABLE, ABOUT = "table", "about"
"""The two sheets. Their names are the same in every language, for other programs read them too."""
MOST_LETTERS = 32_767
"""What a cell holds."""
OPTIONS = {"constant_memory": True}
OF_PANDAS = "pandas"
"""Metadata of the table that is of no use to a reader."""


def write_workbook(table: Any, stream: BinaryIO) -> None:
    """Write an Arrow table as a workbook (.xlsx).

    Numbers are numbers; every other cell is text, whatever it begins with.

    Raises
    ------
    RunError
        If it has more rows than a sheet holds.
    """
    from xlsxwriter import Workbook  # slow to import

    if table.num_rows > MOST_ROWS:
        raise RunError(
            Message(
                "an Excel sheet holds {most} rows, and there are {n}; write .parquet or .csv",
                most=MOST_ROWS,
                n=table.num_rows,
            )
        )
    with Workbook(stream, OPTIONS) as book:
        sheet = book.add_worksheet(TABLE)
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(table.column_names):
            sheet.write_string(0, column, name, bold)
        first = 1
        for batch in table.to_batches():
            _write_rows(sheet, batch, first)
            first += batch.num_rows
        _write_about(book.add_worksheet(ABOUT), table.schema.metadata or {})


def _write_rows(sheet: Any, batch: Any, first: int) -> None:
    """Write rows from a number on."""
    columns = [column.to_pylist() for column in batch.columns]
    for row in range(batch.num_rows):
        for column, values in enumerate(columns):
            _write_cell(sheet, first + row, column, values[row])


def _write_cell(sheet: Any, row: int, column: int, cell: Any) -> None:
    """Write a cell as what it is; nothing where there is no value."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    if cell is None or (is_number and not math.isfinite(cell)):
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif is_number:
        sheet.write_number(row, column, cell)
    else:
        sheet.write_string(row, column, str(cell)[:MOST_LETTERS])


def _write_about(sheet: Any, metadata: dict[bytes, bytes]) -> None:
    told = {key.decode(): value.decode() for key, value in metadata.items()}
    told.pop(OF_PANDAS, None)
    for row, (key, text) in enumerate(told.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, text[:MOST_LETTERS])
