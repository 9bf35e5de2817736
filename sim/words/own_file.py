"""What is said of a file of a visitor's own: what was understood, what it cannot say, what next.

The command `requisite own guess` and the page *Your file* say the same.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from sim.message import Message
from sim.own.caselog import DAY_US, Role
from sim.own.guessing import Caveat, Guess, pick_told
from sim.own.reading import Table
from sim.own.times import find_local
from sim.plain_text import cut
from sim.words.language import say, say_sentence
from sim.words.numbers import write_decimal, write_number, write_percent

READING = Message("Reading (MB)")
UNDERSTOOD, CANNOT, NEXT = (
    Message("What was understood"),
    Message("What this file cannot say, and what to know of it"),
    Message("What to do next"),
)
"""Headings."""
HEADS = (Message("what"), Message("column"), Message("for example"), Message("why"))
"""Of the table of columns."""
ACTIVITY_HEADS = (
    Message("activity"),
    Message("steps"),
    Message("last of its case"),
    Message("taken for"),
)
"""Of the table of activities."""
COLUMNS = {
    "case": Message("case"),
    "activity": Message("activity"),
    "time": Message("time (end of the step)"),
    "clock": Message("time of day, beside it"),
    "start": Message("start of the step"),
    "resource": Message("person"),
    "lifecycle": Message("start or complete"),
    "tz": Message("time zone"),
}
SELDOM = ("clock", "lifecycle")
"""Columns that few files have, of which nothing is said where there are none."""
ROLES = {
    Role.WORK: Message("work"),
    Role.ASK: Message("asks the citizen"),
    Role.CITIZEN: Message("the citizen does it"),
    Role.CLOSE: Message("closes the case"),
    Role.AUTOMATIC: Message("a machine, or the calendar"),
}
KEYS = {
    Role.WORK: "",
    Role.ASK: "asks",
    Role.CITIZEN: "citizen",
    Role.CLOSE: "closes",
    Role.AUTOMATIC: "automatic",
}
"""The key of a mapping under which activities of each role stand."""
SIGNS = {
    ",": Message("comma"),
    ";": Message("semicolon"),
    "\t": Message("tab"),
    "|": Message("bar"),
    ".": Message("point"),
}
"""What stands between cells, and before decimals."""
NO_COLUMN = Message("none")
MOST_ACTIVITIES, LONGEST = 25, 40
"""Activities that are listed, and characters of a cell that are shown."""
NOTHING_TO_SAY = Message("Nothing was found that it cannot say.")


class Activity(NamedTuple):
    """An activity as it is listed."""

    name: str
    steps: str
    last: str
    role: str


NAMED = {"xes": Message("XES"), "parquet": Message("Parquet")}
"""Formats of which nothing else is told."""


def tell_file(table: Table) -> Iterator[str]:
    """Tell what kind of file it is, and what was done to read it."""
    yield say(
        Message(
            "{file}: {rows} rows of {columns} columns ({how})",
            file=table.name,
            rows=write_number(table.rows, 0),
            columns=len(table.columns),
            how=_describe_form(table),
        )
    )
    for note in table.notes:
        yield say_sentence(note)


def _describe_form(table: Table) -> Message:
    if table.format == "xlsx":
        return Message("Excel, sheet {sheet}", sheet=table.sheet)
    if table.format in NAMED:
        return NAMED[table.format]
    return Message(
        "text in {encoding}, {delimiter} between cells, decimal {decimal}",
        encoding=table.encoding,
        delimiter=SIGNS[table.delimiter],
        decimal=SIGNS[table.decimal],
    )


def list_columns(guess: Guess, table: Table) -> list[tuple[str, str, str, str]]:
    """List what each column was taken for: what, its name, a cell of it, and why.

    The cell is one that stands on the first row, for the visitor's own screen.
    """
    rows = []
    for key, title in COLUMNS.items():
        name = getattr(guess.mapping, key)
        if name is None:
            if key not in SELDOM:
                rows.append((say(title), say(NO_COLUMN), "", ""))
            continue
        example = "" if key == "tz" else cut(str(table.frame[name].iloc[0]), LONGEST)
        rows.append((say(title), name, example, say(guess.why[key])))
    return rows


def list_activities(guess: Guess) -> list[Activity]:
    """List activities with what they were taken for, the most frequent first."""
    log = guess.log
    count = len(log.activity_names)
    steps = np.bincount(log.activity, minlength=count)
    ends = np.r_[log.case[1:] != log.case[:-1], True]
    last = np.bincount(log.activity[ends], minlength=count) / np.maximum(steps, 1)
    return [
        Activity(
            cut(log.activity_names[at], LONGEST),
            write_number(int(steps[at]), 0),
            write_percent(float(last[at])),
            say(ROLES[Role(log.role[at])]),
        )
        for at in np.argsort(-steps, kind="stable")[:MOST_ACTIVITIES].tolist()
    ]


def tell_log(guess: Guess) -> str:
    """Tell how much the log holds, and from when until when."""
    log = guess.log
    ends = find_local(np.array([log.end_us.min(), log.end_us.max()]), log.zone)
    first, last = ends.astype("datetime64[us]").astype("datetime64[D]")
    machines = int(log.is_machine.sum())
    return say(
        Message(
            "{cases} cases, {steps} steps of {activities} activities, {persons} persons "
            "(machines: {machines}), from {first} to {last} ({days} days).",
            cases=write_number(log.cases, 0),
            steps=write_number(len(log.case), 0),
            activities=write_number(len(log.activity_names), 0),
            persons=write_number(len(log.person_names) - machines, 0),
            machines=machines,
            first=str(first),
            last=str(last),
            days=write_number((log.end_us.max() - log.end_us.min()) / DAY_US, 0),
        )
    )


def tell_roles(guess: Guess) -> Iterator[str]:
    """Tell why activities and persons were taken for more than plain work."""
    for one in guess.roles:
        role = next(role for role in Role if KEYS[role] == one.role)
        yield say(
            Message(
                "{name}: {role}: {why}",
                name=cut(one.name, LONGEST),
                role=ROLES[role],
                why=one.why,
            )
        )


def tell_caveats(guess: Guess) -> Iterator[str]:
    """Tell what the file cannot say, the worst first."""
    if not guess.warnings:
        yield say(NOTHING_TO_SAY)
    yield from _tell_each(guess.warnings)


def tell_grave(caveats: Iterable[Caveat]) -> Iterator[str]:
    """Tell, of what a file cannot say, that which may be wrong with whatever is found of it."""
    yield from _tell_each(pick_told(caveats))


def _tell_each(caveats: Iterable[Caveat]) -> Iterator[str]:
    for one in caveats:
        yield say_sentence(write_numbers(one.text))


def write_numbers(text: Message) -> Message:
    """Return a message with its numbers as they are written in the language that is spoken."""
    filled: dict[str, Any] = {
        name: write_decimal(value) if isinstance(value, int | float) else value
        for name, value in text.parameters.items()
    }
    if text.plural is None:
        return Message(text.template, **filled)
    filled["n"] = text.parameters["n"]  # which of its two forms is said depends on it
    return Message.counted(text.template, text.plural, **filled)


def tell_next(file: str, mapping_file: str | None) -> Iterator[str]:
    """Tell what to do next on the command line.

    Parameters
    ----------
    file
        As it was named.
    mapping_file
        Where the mapping was written; `None` if it was not.
    """
    if mapping_file is None:
        yield say(
            Message(
                "keep what was understood, so that it can be corrected: requisite own guess "
                "{file} --out my-map.toml",
                file=file,
            )
        )
        return
    yield say(
        Message(
            "{map} holds what was understood; correct it there: above all asks, citizen and closes",
            map=mapping_file,
        )
    )
    yield say(
        Message(
            "for whom do the cases wait? requisite own waits {file} --map {map}",
            file=file,
            map=mapping_file,
        )
    )
