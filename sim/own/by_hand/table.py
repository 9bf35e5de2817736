"""Such a table: whichever file it stands in, with headings in three languages."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.own.reading import Table, load_table, read_table

MOST_ROWS = 200_000
"""Far more than anybody writes by hand."""


class Column(NamedTuple):
    """A column that a table may have.

    Attributes
    ----------
    called
        What it may be called, in small letters; our own name for it is the first.
    is_required
        Whether there must be one.
    """

    called: tuple[str, ...]
    is_required: bool = True


class Row(NamedTuple):
    """A row: its number in the file, from 1, and its cells by our names of their columns."""

    number: int
    cells: Mapping[str, str]


class WrittenTable(NamedTuple):
    """A table as somebody has written it: where, which columns it has, and its rows."""

    where: str
    columns: frozenset[str]
    rows: tuple[Row, ...]


def load_written(path: str | Path, columns: Sequence[Column]) -> WrittenTable:
    """Load a table from a file.

    Raises
    ------
    ScenarioError
        If it cannot be read, or is no such table; it lists every problem.
    """
    return _check(load_table(path), columns)


def read_written(content: bytes, where: str, columns: Sequence[Column]) -> WrittenTable:
    """Read a table from what a file holds, as `load_written` does.

    Parameters
    ----------
    content
        All of it.
    where
        Name of the file.
    columns
        The columns that it may have.
    """
    return _check(read_table(content, where), columns)


def _check(table: Table, columns: Sequence[Column]) -> WrittenTable:
    names = _name_columns(table, columns)
    problems: list[str] = [
        Message("row {row}: other cells than there are columns", row=row) for row in table.left_out
    ]
    if table.rows > MOST_ROWS:
        problems.insert(0, Message("more than {most} rows", most=MOST_ROWS))
    if problems:
        raise ScenarioError(table.name, problems)
    cells = table.frame.to_numpy(dtype=object).tolist()
    rows = tuple(
        Row(int(number), dict(zip(names, map(str.strip, row), strict=True)))
        for number, row in zip(table.frame.index, cells, strict=True)
    )
    return WrittenTable(table.name, frozenset(names), rows)


def _name_columns(table: Table, columns: Sequence[Column]) -> list[str]:
    """Return our names of the columns that a table has."""
    ours = {called: column.called[0] for column in columns for called in column.called}
    names = [ours.get(head.lower(), "") for head in table.columns]
    expected = ", ".join(column.called[0] for column in columns)
    unknown: list[str] = [
        mismatch(Message("a heading"), f'"{head}"', Message("one of {known}", known=expected))
        for head, name in zip(table.columns, names, strict=True)
        if not name
    ]
    twice: list[str] = [
        Message("{column}: there are two such columns", column=name)
        for name in dict.fromkeys(names)
        if name and names.count(name) > 1
    ]
    missing: list[str] = [
        Message("{column}: there is no such column", column=column.called[0])
        for column in columns
        if column.is_required and column.called[0] not in names
    ]
    if problems := [*unknown, *twice, *missing]:
        raise ScenarioError(table.name, problems)
    return names
