"""How large a file may be, and what is said of one that is larger."""

from sim.errors import ScenarioError
from sim.message import Message

MOST_BYTES = 400_000_000
"""Of a file, and of what is unpacked from it: a log of a million steps has about 60 million."""
MOST_ROWS = 3_000_000
MOST_COLUMNS = 500
MOST_CELL = 32_767
"""Characters of a cell: as many as Excel lets one have."""
MOST_CELLS = 40_000_000
"""Of a table: rows times columns."""
MOST_SHEETS = 100
MOST_DEPTH = 40
"""Of elements of XML within each other; XES needs five."""
MOST_RATIO, SMALL_BYTES = 200, 20_000_000
"""What is unpacked may be so many times as large as what is packed; a small file may be more."""


def refuse(name: str, problem: Message) -> ScenarioError:
    """Return the error of a file that has one problem."""
    return ScenarioError(name, [problem])


def check_bytes(name: str, found: int) -> None:
    """Check how large a file is.

    Raises
    ------
    ScenarioError
        If it is too large.
    """
    if found > MOST_BYTES:
        raise refuse(
            name,
            Message(
                "larger than {most} MB, expected less: write fewer years or fewer columns of it",
                most=MOST_BYTES // 10**6,
            ),
        )


def check_unpacked(name: str, packed: int, unpacked: int) -> None:
    """Check how much has been unpacked so far of a packed file.

    Raises
    ------
    ScenarioError
        If it is more than we hold, or more than any real file comes to.
    """
    if unpacked > MOST_BYTES:
        too_much = Message(
            "unpacks to more than {most} MB, expected less: write fewer years or fewer columns "
            "of it",
            most=MOST_BYTES // 10**6,
        )
        raise refuse(name, too_much)
    if unpacked > max(SMALL_BYTES, MOST_RATIO * packed):
        bomb = Message(
            "unpacks to more than {most} times its size, which no log does; nothing more of it "
            "is read",
            most=MOST_RATIO,
        )
        raise refuse(name, bomb)


def check_shape(name: str, rows: int, columns: int) -> None:
    """Check how many rows and columns a table has.

    Raises
    ------
    ScenarioError
        If there are too many, with both problems at once.
    """
    problems: list[str] = []
    if columns > MOST_COLUMNS:
        problems.append(
            Message(
                "found {n} columns, expected at most {most}: keep those of case, activity, time "
                "and person",
                n=columns,
                most=MOST_COLUMNS,
            )
        )
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        problems.append(
            Message(
                "found {rows} rows of {columns} columns or more, expected at most {most} rows and "
                "{cells} cells: write fewer years or fewer columns of it",
                rows=rows,
                columns=columns,
                most=MOST_ROWS,
                cells=MOST_CELLS,
            )
        )
    if problems:
        raise ScenarioError(name, problems)


def refuse_cell(name: str, row: int) -> ScenarioError:
    """Return the error of a file with a cell that is too long."""
    return refuse(
        name,
        Message(
            "row {row}: found a cell of more than {most} characters; is a quotation mark opened "
            "there and never closed?",
            row=row,
            most=MOST_CELL,
        ),
    )
