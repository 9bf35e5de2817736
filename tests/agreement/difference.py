"""Where two logs part: the first row that differs, in words, with what came before it.

A log of a hundred thousand rows that differs from another says nothing. The first row that differs
nearly always lies right behind the rule that differs.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from sim.eventlog import COLUMNS, NONE, Cause, Event, EventLog, Job
from tests.unit.engines.telling import STEPS

NAMED_STEPS = {**STEPS, Event.MOVE: Job}
BEFORE, AFTER = 8, 3
"""How many rows are shown before the first difference, and of each log from there on."""


def first_difference(one: EventLog, other: EventLog) -> str | None:
    """Where two logs part, to be read by people; `None` if they are equal."""
    row = _parting(one, other)
    if row is None:
        return None
    shared = np.arange(row)
    parts = [_what(one, other, row), "", "rows of both before it:"]
    parts += _table("both", one, shared[-BEFORE:])
    for name, log in (("one", one), ("other", other)):
        parts += ["", f"rows of {name} from there on:"]
        parts += _table(name, log, np.arange(len(log.kind))[row : row + AFTER])
    for citizen in _citizens_at(row, one, other):
        parts += ["", f"rows of citizen {citizen} before it:"]
        parts += _table("both", one, shared[one.citizen[:row] == citizen][-BEFORE:])
    return "\n".join(parts)


def _parting(one: EventLog, other: EventLog) -> int | None:
    """The first row that differs; the length of the shorter log, if the other one goes on."""
    length = min(len(one.kind), len(other.kind))
    differs = np.zeros(length, np.bool_)
    for ours, theirs in zip(one, other, strict=True):
        differs |= ours[:length] != theirs[:length]
    if differs.any():
        return int(differs.argmax())
    return None if len(one.kind) == len(other.kind) else length


def _what(one: EventLog, other: EventLog, row: int) -> str:
    lengths = f"one has {len(one.kind)} rows, other {len(other.kind)}"
    for name, log in (("one", one), ("other", other)):
        if row == len(log.kind):
            return f"{name} ends before row {row}, up to which they are equal ({lengths})"
    columns = zip(COLUMNS, one, other, strict=True)
    differing = [name for name, ours, theirs in columns if ours[row] != theirs[row]]
    return f"first difference in row {row}, in {', '.join(differing)} ({lengths})"


def _citizens_at(row: int, *logs: EventLog) -> list[int]:
    """Whom the first row that differs is about: in each log maybe somebody else."""
    about = {int(log.citizen[row]) for log in logs if row < len(log.kind)}
    return sorted(about - {NONE})


def _table(name: str, log: EventLog, rows: NDArray[np.int64]) -> list[str]:
    """Rows of a log in columns, with a head; a word if there are none."""
    if not len(rows):
        return ["(none)"]
    lines = [("", "row", *COLUMNS)]
    lines += [(name, str(row), *_named(*(int(column[row]) for column in log))) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]


def _named(time_s: int, kind: int, *rest: int) -> tuple[str, ...]:
    """The cells of a row, with the names of what has one."""
    *who, step, amount, cause = rest
    event = _name(kind, Event)
    steps = NAMED_STEPS.get(Event[event]) if event in Event.__members__ else None
    numbers = [_name(number, None) for number in who]
    return str(time_s), event, *numbers, _name(step, steps), str(amount), _name(cause, Cause)


def _name(number: int, names: type[IntEnum] | None) -> str:
    """The name of a number; the number itself if it has none, as a faulty engine may log it."""
    if number == NONE:
        return "-"
    known = {member.value: member.name for member in names or ()}
    return known.get(number, str(number))
