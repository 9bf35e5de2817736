"""Text files of tables: by the quick reader where they are sound, by the patient one otherwise."""

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from sim.errors import ScenarioError
from sim.message import Message
from sim.own.reading.csv_form import SEPARATOR_LINE, Form, find_form
from sim.own.reading.decoding import decode
from sim.own.reading.limits import MOST_CELL, check_shape, refuse_cell
from sim.own.reading.table import OnProgress, Table, count_megabytes, drop_empty

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 4_000_000
"""Bytes that are read at a time."""
SECOND = 2
"""The row below one of names."""
BLANK = re.compile(rb"\n\r?\n[^\r\n]")
"""An empty row among others."""
MOST_RAGGED = 0.1
"""Share of rows that may have more or fewer cells than there are columns."""
MOST_TOLD = 5
"""Numbers of rows that are told."""


class _UnevenError(Exception):
    """A file that the quick reader cannot be trusted with."""


def read_csv(content: bytes, name: str, tell: OnProgress) -> Table:
    """Read a text file of a table.

    Raises
    ------
    ScenarioError
        If it is no table, or larger than can be held.
    """
    text = decode(content, name)
    body = SEPARATOR_LINE.sub(b"", text.content, count=1)
    form = find_form(body, name)
    skipped = body is not text.content and len(body) < len(text.content)
    ragged: list[int] = []
    try:
        frame = _read_quickly(body, form, name, tell)
    except _UnevenError:
        frame, ragged = _read_patiently(body, form, name, tell)
    if skipped:
        frame.index += 1
    frame = drop_empty(frame, name)
    return Table(
        name,
        form.columns,
        frame,
        "csv",
        text.encoding,
        form.delimiter,
        form.decimal,
        notes=(*text.notes, *form.notes, *_tell_ragged(ragged, len(form.columns))),
        left_out=tuple(ragged),
    )


def _read_quickly(body: bytes, form: Form, name: str, tell: OnProgress) -> "pd.DataFrame":
    """Read a file whose rows are all alike.

    Raises
    ------
    _UnevenError
        If they are not, or a cell is longer than it may be.
    """
    import pyarrow as pa

    if form.first_row > SECOND or BLANK.search(body):
        raise _UnevenError  # its rows would be counted otherwise than people do
    stream, total = io.BytesIO(body), count_megabytes(len(body))
    batches, rows = [], 0
    try:
        reader = _open(stream, form)
        for batch in reader:
            rows += batch.num_rows
            check_shape(name, rows, len(form.columns))
            _check_cells(batch)
            batches.append(batch)
            tell(min(stream.tell() // (len(body) // total or 1), total), total)
    except (pa.ArrowInvalid, pa.ArrowKeyError) as error:
        raise _UnevenError from error
    frame: pd.DataFrame = pa.Table.from_batches(batches, reader.schema).to_pandas()
    frame.index = frame.index + form.first_row
    return frame


def _open(stream: io.BytesIO, form: Form) -> Any:
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    return arrow_csv.open_csv(
        stream,
        arrow_csv.ReadOptions(
            block_size=BLOCK, column_names=form.columns, skip_rows_after_names=form.first_row - 1
        ),
        arrow_csv.ParseOptions(delimiter=form.delimiter, newlines_in_values=True),
        arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(form.columns, pa.string()),
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
        ),
    )


def _check_cells(batch: Any) -> None:
    from pyarrow import compute

    for column in batch.columns:
        if len(column) and compute.max(compute.binary_length(column)).as_py() > MOST_CELL:
            raise _UnevenError


def _read_patiently(
    body: bytes, form: Form, name: str, tell: OnProgress
) -> "tuple[pd.DataFrame, list[int]]":
    """Read a file with rows that are unlike the others; they are left out, and told."""
    import pandas as pd

    total, width = count_megabytes(len(body)), len(form.columns)
    kept: list[list[str]] = []
    numbers: list[int] = []
    ragged: list[int] = []
    stream = io.StringIO(body.decode(errors="replace"), newline="")
    for number, row in _number_rows(stream, form, name):
        if number < form.first_row or not row:
            continue
        if len(row) < width or any(row[width:]):
            ragged.append(number)
            continue
        kept.append(row[:width])
        numbers.append(number)
        if not len(kept) % 50_000:
            check_shape(name, len(kept), width)
            tell(0, total)
    check_shape(name, len(kept), width)
    _check_ragged(ragged, len(kept), width, name)
    frame = pd.DataFrame(kept, columns=list(form.columns), index=numbers, dtype=str)
    return frame, ragged


def _number_rows(stream: io.StringIO, form: Form, name: str) -> Any:
    """Yield rows with their numbers; a cell that is too long is told with its row."""
    number = 0
    try:
        for number, row in enumerate(csv.reader(stream, delimiter=form.delimiter), 1):
            if any(len(cell) > MOST_CELL for cell in row):
                raise refuse_cell(name, number)
            yield number, row
    except csv.Error as error:  # of a cell that is longer by far
        raise refuse_cell(name, number + 1) from error


def _check_ragged(ragged: list[int], kept: int, width: int, name: str) -> None:
    if len(ragged) > MOST_RAGGED * (kept + len(ragged)):
        problem = Message(
            "found {n} rows with more or fewer than {width} cells (the first: {rows}), expected "
            "as many as there are columns in each: write the table anew, with quotation marks "
            "around texts",
            n=len(ragged),
            width=width,
            rows=", ".join(map(str, ragged[:MOST_TOLD])),
        )
        raise ScenarioError(name, [problem])


def _tell_ragged(ragged: list[int], width: int) -> tuple[Message, ...]:
    if not ragged:
        return ()
    return (
        Message.counted(
            "1 row does not have {width} cells and is left out: row {rows}",
            "{n} rows do not have {width} cells and are left out: rows {rows} first",
            n=len(ragged),
            width=width,
            rows=", ".join(map(str, ragged[:MOST_TOLD])),
        ),
    )
