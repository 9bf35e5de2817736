"""A comparison as an Excel workbook: its tidy table, and how it was made on a sheet of its own."""

import math
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from sim.analysis.comparison import Comparison
from sim.report.files import list_settings

MEASURES, SETTINGS = "measures", "settings"
"""The two sheets. Their names are the same in every language, for other programs read them too."""
OPTIONS = {"in_memory": True}
NAME_WIDTH, WIDTH = 34, 16
Row = Iterable[Any]


def write_excel(comparison: Comparison) -> bytes:
    """Write the tidy table of a comparison as an Excel workbook (.xlsx).

    Numbers are numbers, with sixteen digits; every other cell is text, whatever it begins with.
    """
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        measures = book.add_worksheet(MEASURES)
        _write_rows(measures, (Comparison.COLUMNS,), bold=bold)
        _write_rows(measures, comparison.list_rows(), first=1)
        measures.freeze_panes(1, 1)
        settings = book.add_worksheet(SETTINGS)
        _write_rows(settings, list_settings(comparison))
        for sheet in (measures, settings):
            sheet.set_column(0, 0, NAME_WIDTH)
            sheet.set_column(1, len(Comparison.COLUMNS), WIDTH)
    return stream.getvalue()


def _write_rows(sheet: Any, rows: Iterable[Row], *, first: int = 0, bold: Any = None) -> None:
    for at, row in enumerate(rows, start=first):
        for column, cell in enumerate(row):
            _write_cell(sheet, at, column, cell, bold)


def _write_cell(sheet: Any, row: int, column: int, cell: Any, form: Any) -> None:
    """Write a cell as what it is; nothing where there is no value."""
    is_number = isinstance(cell, int | float)
    if cell is None or cell == "" or (is_number and not math.isfinite(cell)):
        return
    if is_number:
        sheet.write_number(row, column, cell, form)
    else:
        sheet.write_string(row, column, str(cell), form)
