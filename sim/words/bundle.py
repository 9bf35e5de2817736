"""What is said of a bundle, and of a sweep that was made again from one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sim.message import Message
from sim.plain_text import show_hidden
from sim.words.language import say
from sim.words.numbers import write_decimal, write_list, write_number

MOST_TOLD = 10
DIGITS = 12
VersionPair = tuple[str, str, str]
"""A name, and its version then and now."""
ColumnCount = tuple[str, int, float | None]
"""A column, in how many rows it differs, and the largest difference of two numbers."""


def tell_bundle(
    file: Path, sha256: str, *, has_table: bool, missing: int, mark: str
) -> Iterator[str]:
    """Tell what was packed, and what is left for its authors to do."""
    yield say(Message("{file}: SHA-256 {sha256}", file=file, sha256=sha256))
    if not has_table:
        yield say(
            Message("The table of runs is too large to be in it; its hash is there to check it by.")
        )
    yield say(
        Message(
            "In STRESS.md {n} places are for the authors to fill in: search for {mark}.",
            n=missing,
            mark=mark,
        )
    )


def tell_versions(versions: Sequence[VersionPair]) -> str:
    """Tell what the sweep will be made with that is not as it was."""
    pairs = write_list([show_hidden(f"{name} {then} → {now}") for name, then, now in versions])
    return say(
        Message(
            "Made with something else than then: {what}. It is run all the same, and the values "
            "are compared.",
            what=pairs,
        )
    )


def tell_same(rows: int, *, to_the_byte: bool) -> str:
    """Tell that a table is the same."""
    count = write_number(rows, 0)
    if to_the_byte:
        return say(
            Message("The table of runs ({rows} rows) is **the same to the last byte**.", rows=count)
        )
    return say(
        Message(
            "**All values of the table of runs ({rows} rows) are the same**; its file differs, as "
            "it names the versions that made it.",
            rows=count,
        )
    )


def tell_series(*, is_same: bool) -> str:
    """Tell whether the table of series is the same."""
    if is_same:
        return say(Message("The table of series is the same."))
    return say(Message("**The table of series is not the same.**"))


def tell_unlike(then: int, now: int) -> str:
    """Tell that a table differs whose values of then nobody has."""
    return say(
        Message(
            "**The table of runs is not the same** ({then} rows then, {now} now). That of then is "
            "not in the bundle, so it cannot be told in what.",
            then=write_number(then, 0),
            now=write_number(now, 0),
        )
    )


def tell_only_file() -> str:
    """Tell of a table whose values are the same and whose file is not, with the same versions."""
    return say(
        Message(
            "All values of the table of runs are the same, but **its file is not**, though nothing "
            "was made with another version: the bundle's table was written by something else."
        )
    )


def tell_rows(missing: int, added: int, columns: Sequence[str]) -> Iterator[str]:
    """Tell of rows and columns that only one of two tables has."""
    if missing or added:
        yield say(
            Message(
                "Rows that were there and are not now: {missing}; that are new: {added}.",
                missing=write_number(missing, 0),
                added=write_number(added, 0),
            )
        )
    if columns:
        names = write_list([show_hidden(name) for name in columns])
        yield say(Message("Columns that only one of the tables has: {names}.", names=names))


def tell_values(rows: int, of: int, columns: Sequence[ColumnCount]) -> Iterator[str]:
    """Tell in how many rows something differs, and of each column by how much at most."""
    if not rows:
        return
    yield say(
        Message(
            "**{rows} of {of} rows are not the same**, in {columns} columns:",
            rows=write_number(rows, 0),
            of=write_number(of, 0),
            columns=len(columns),
        )
    )
    yield from map(_tell_column, columns[:MOST_TOLD])
    if len(columns) > MOST_TOLD:
        yield say(Message("  and {n} more", n=len(columns) - MOST_TOLD))


def _tell_column(column: ColumnCount) -> str:
    name, rows, most = column
    if most is None:
        return "  " + say(Message("{column}: {rows} rows", column=name, rows=write_number(rows, 0)))
    return "  " + say(
        Message(
            "{column}: {rows} rows, by {most} at most",
            column=name,
            rows=write_number(rows, 0),
            most=write_decimal(most, DIGITS),
        )
    )
