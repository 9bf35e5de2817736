"""A log in words, and as a story writes it down."""

from enum import IntEnum

from sim.eventlog import NONE, Activity, Cause, Event, EventLog, Job, Purchase, Reason, Waiting


class Channel(IntEnum):
    FORM = 0
    DIALOGUE = 1


STEPS: dict[Event, type[IntEnum]] = {
    Event.ARRIVE: Channel,
    Event.CONTACT_IN: Waiting,
    Event.CONTACT_OUT: Reason,
    Event.ENTER: Job,
    Event.START: Job,
    Event.LEAVE: Job,
    Event.HANG_UP: Job,
    Event.WITHDRAW: Job,
    Event.FINISH: Job,
    Event.LAY_ASIDE: Job,
    Event.GO_ON: Job,
    Event.MISS: Job,
    Event.ACTIVITY: Activity,
    Event.PURCHASE: Purchase,
}
"""What the steps of an event are called, where they have names."""


def told(log: EventLog) -> list[str]:
    """A log in words: time, kind, citizen, staff, pool, attempt, step, amount, cause."""
    return [_row(*row) for row in zip(*(column.tolist() for column in log), strict=True)]


def _row(time_s: int, kind: int, *rest: int) -> str:
    *who, step, amount, cause = rest
    names = STEPS.get(Event(kind))
    said = "-" if step == NONE else names(step).name.lower() if names else str(step)
    why = "-" if cause == NONE else Cause(cause).name.lower()
    places = ["-" if number == NONE else str(number) for number in who]
    return " ".join([str(time_s), Event(kind).name.lower(), *places, said, str(amount), why])


def table(text: str) -> list[str]:
    """The rows of a log as a story writes them, remarks after # left out."""
    rows = (" ".join(line.split("#")[0].split()) for line in text.splitlines())
    return [row for row in rows if row]


def only(rows: list[str], *words: str) -> list[str]:
    """The rows of some kinds of event."""
    return [row for row in rows if row.split()[1] in words]


def about(rows: list[str], citizen: int) -> list[str]:
    """The rows about one citizen."""
    return [row for row in rows if row.split()[2] == str(citizen)]
