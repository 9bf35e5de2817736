"""Excel workbooks: the largest sheet, and of formulas what they came to."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sim.message import Message
from sim.own.reading.csv_form import MOST_LINES, find_header
from sim.own.reading.limits import MOST_CELL, MOST_SHEETS, refuse, refuse_cell
from sim.own.reading.sheet_scan import check_sheets
from sim.own.reading.table import OnProgress, Table, drop_empty
from sim.own.reading.unpacking import store, unpack_workbook

WORKBOOK = "xl/workbook.xml"
WHOLE = 1e15
"""From here on not every whole number can be told from the next."""
NO_WORKBOOK = Message(
    "found a packed file that is no Excel workbook, expected .xlsx; unpack others first"
)


def read_xlsx(content: bytes, name: str, tell: OnProgress) -> Table:
    """Read the largest sheet of a workbook.

    Raises
    ------
    ScenarioError
        If it is none, is damaged, or holds no table or more than can be held.
    """
    parts = unpack_workbook(content, name)
    if WORKBOOK not in parts:
        raise refuse(name, NO_WORKBOOK)
    check_sheets(parts, name, tell)
    sheet, others, rows = _read_largest(parts, name)
    return _build(rows, sheet, others, name)


def _read_largest(parts: dict[str, bytes], name: str) -> tuple[str, int, list[list[Any]]]:
    """Return the name of the largest visible sheet, how many others hold cells, and its rows."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(store(parts)) as workbook:
            shown = [one.name for one in workbook.sheets_metadata if _is_shown(one)]
            if len(shown) > MOST_SHEETS:
                raise refuse(name, _tell_sheets(len(shown)))
            sheets = [workbook.get_sheet_by_name(sheet) for sheet in shown]
            filled = [sheet for sheet in sheets if sheet.height]
            if not filled:
                raise refuse(name, Message("found no sheet with cells in it, expected a table"))
            largest = max(filled, key=lambda sheet: sheet.height * sheet.width)
            rows = largest.to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise refuse(
            name, Message("cannot be read as a workbook: {why}; save it anew", why=str(error))
        ) from error
    return largest.name, len(filled) - 1, rows


def _is_shown(sheet: Any) -> bool:
    return str(sheet.visible).endswith("Visible") and str(sheet.typ).endswith("WorkSheet")


def _tell_sheets(found: int) -> Message:
    return Message("found {n} sheets, expected at most {most}", n=found, most=MOST_SHEETS)


def _build(rows: list[list[Any]], sheet: str, others: int, name: str) -> Table:
    """Return the table of a sheet."""
    import pandas as pd

    written = [[_write(cell) for cell in row] for row in rows]
    for number, row in enumerate(written, 1):
        if any(len(cell) > MOST_CELL for cell in row):
            raise refuse_cell(name, number)
    sample = written[:MOST_LINES]
    header = find_header(sample, max(sum(map(bool, row)) for row in sample))
    if len(header.columns) < 2:
        raise refuse(name, Message("found no table in sheet {sheet}", sheet=sheet))
    below = written[header.first_row - 1 :]
    index = range(header.first_row, header.first_row + len(below))
    frame = pd.DataFrame(below, columns=list(header.columns), index=index, dtype=str)
    frame = drop_empty(frame, name)
    notes = (*header.notes, *((_tell_others(sheet, others),) if others else ()))
    return Table(name, header.columns, frame, "xlsx", sheet=sheet, notes=notes)


def _write(cell: Any) -> str:
    """Return what a cell holds as a text, times as ISO 8601 has them."""
    match cell:
        case str():
            return cell.strip()
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.isoformat(sep=" ")
        case date() | time() | timedelta():
            return str(cell)
        case float() if cell.is_integer() and abs(cell) < WHOLE:
            return str(int(cell))
    return str(cell)


def _tell_others(sheet: str, others: int) -> Message:
    return Message.counted(
        "sheet {sheet} is read, the largest; 1 other is not",
        "sheet {sheet} is read, the largest; {n} others are not",
        n=others,
        sheet=sheet,
    )
