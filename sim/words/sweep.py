"""What is said of a sweep: what it will take, how far it is, what it came to."""

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from pathlib import Path

from sim.message import Message
from sim.sweep import Cost, Ran, Status
from sim.sweep.table import DONE, FAILED, REFUSED, TOO_LARGE
from sim.units import HOUR_S, MINUTE_S
from sim.words.language import say
from sim.words.numbers import write_number

MEGABYTE = 1_000_000
ENDED = {
    DONE: Message("measured"),
    REFUSED: Message("refused by a rule of scenarios"),
    TOO_LARGE: Message("too large for memory"),
    FAILED: Message("failed"),
}
"""How runs end."""


def tell_cost(cost: Cost, title: str) -> Iterator[str]:
    """Tell what a sweep will take."""
    yield from filter(None, (title,))
    yield say(
        Message(
            "{points} points, {designs} designs, {replications} replications: {runs} runs",
            points=write_number(cost.points, 0),
            designs=cost.designs,
            replications=cost.replications,
            runs=write_number(cost.runs, 0),
        )
    )
    yield say(
        Message(
            "about {time} of one processor and {size} MB on the disk, as some runs made now tell",
            time=say_duration(cost.core_s),
            size=write_number(max(cost.disk_bytes / MEGABYTE, 0.1), 1),
        )
    )


def say_duration(seconds: float) -> str:
    """Say a time in the unit that suits it."""
    if seconds >= HOUR_S:
        return say(Message("{n} hours", n=write_number(seconds / HOUR_S, 1)))
    if seconds >= MINUTE_S:
        return say(Message("{n} minutes", n=write_number(seconds / MINUTE_S, 0)))
    return say(Message("{n} seconds", n=write_number(max(seconds, 1), 0)))


def tell_status(status: Status, folder: Path) -> Iterator[str]:
    """Tell how far a sweep has come, and what to do next."""
    yield from filter(None, (status.title,))
    yield say(
        Message(
            "{made} of {runs} runs are made, at {points} points",
            made=write_number(status.runs_made, 0),
            runs=write_number(status.runs, 0),
            points=write_number(status.points, 0),
        )
    )
    for name, count in status.by_status.items():
        yield f"  {say(ENDED.get(name, Message.verbatim(name)))}: {write_number(count, 0)}"
    for error, count in status.errors.items():
        yield f"  {write_number(count, 0)} × {error}"
    if isfinite(status.left_cpu_s) and status.runs_made < status.runs:
        left = say_duration(status.left_cpu_s)
        yield say(Message("left: about {time} of one processor", time=left))
    if status.is_at_work:
        yield say(Message("a process makes the rest now"))
    elif not status.is_finished:
        yield say(Message("go on: requisite sweep resume {folder}", folder=folder))


def tell_end(ran: Ran, folder: Path, tables: Iterable[Path]) -> Iterator[str]:
    """Tell what running came to, and what to do next."""
    yield say(
        Message(
            "{made} runs were made; the table has {rows}",
            made=write_number(ran.made, 0),
            rows=write_number(ran.rows, 0),
        )
    )
    if ran.not_measured:
        yield say(
            Message(
                "{n} of them have no figures: requisite sweep status {folder} tells why",
                n=write_number(ran.not_measured, 0),
                folder=folder,
            )
        )
    yield from _tell_files(tables)
    yield say(Message("what decides: requisite analyse {folder}", folder=folder))


def tell_tables(rows: int, tables: Sequence[Path]) -> Iterator[str]:
    """Tell which tables were written: that of runs, with so many, and others."""
    runs, *others = tables
    yield say(Message("{file}: {rows} runs", file=runs, rows=write_number(rows, 0)))
    yield from _tell_files(others)


def _tell_files(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        yield say(Message("{file}: open it with any tool", file=file))


def tell_kept(folder: Path) -> Message:
    """Say that what is finished is kept, and how to go on."""
    return Message(
        "what is finished is kept; go on: requisite sweep resume {folder}", folder=folder
    )
