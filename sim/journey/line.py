"""One citizen's case as a line of days: who worked on it when, and what the citizen had to do."""

from typing import NamedTuple

from sim.eventlog import NONE, Cause, Event
from sim.journey.named import Loss, find_losses
from sim.journey.rows import JourneyRow
from sim.units import DAY_S

BEGINS, BREAKS = (Event.START, Event.GO_ON), (Event.FINISH, Event.LAY_ASIDE)
ENDS = {Event.MET: True, Event.ABANDON: False}
"""Events after which the citizen no longer waits, and whether the need is met then."""


class Work(NamedTuple):
    """A stretch of work on a case."""

    from_day: float
    to_day: float
    face: int
    """Which member of staff, numbered from 1 in the order in which the citizen met them."""


class Closing(NamedTuple):
    """The service closes the case, and reports it."""

    day: float
    reported_days: float
    """What the target's clock shows."""


class DayLine(NamedTuple):
    """A case from the first contact on. Days are calendar days since then."""

    until_day: float
    """When the need is met or given up, or else the last that is known of it."""
    is_met: bool
    is_over: bool
    """Whether it is met or given up."""
    works: tuple[Work, ...]
    failures: tuple[float, ...]
    """Contacts that are failure demand."""
    contacts: tuple[float, ...]
    """All other contacts, in and out."""
    closings: tuple[Closing, ...]
    losses: tuple[Loss, ...]

    @property
    def faces(self) -> int:
        """How many members of staff had the case in hand."""
        return max((work.face for work in self.works), default=0)


def build_day_line(rows: list[JourneyRow], last_s: int) -> DayLine:
    """Build the line of a one-off case.

    Parameters
    ----------
    rows
        All rows of the log about the citizen, of which there is at least one.
    last_s
        Calendar time at which the run ends.
    """
    day_of = {place: _since(row.calendar_s, rows) for place, row in enumerate(rows)}
    until = next((row for row in reversed(rows) if row.kind in ENDS), None)
    is_over = until is not None and not _is_resumed(rows)
    return DayLine(
        until_day=_since(until.calendar_s if is_over and until else last_s, rows),
        is_met=is_over and until is not None and ENDS[until.kind],
        is_over=is_over,
        works=_find_works(rows, day_of),
        failures=_days_of(rows, day_of, is_failure=True),
        contacts=_days_of(rows, day_of, is_failure=False),
        closings=tuple(
            Closing(day_of[place], row.amount / DAY_S)
            for place, row in enumerate(rows)
            if row.kind == Event.CLOSE
        ),
        losses=tuple(find_losses(rows, day_of)),
    )


def _since(calendar_s: int, rows: list[JourneyRow]) -> float:
    return (calendar_s - rows[0].calendar_s) / DAY_S


def _is_resumed(rows: list[JourneyRow]) -> bool:
    """Tell whether a citizen who gave up came back, and what came of it is not known."""
    last = next(row.kind for row in reversed(rows) if row.kind in (*ENDS, Event.RESUME))
    return last == Event.RESUME


def _find_works(rows: list[JourneyRow], day_of: dict[int, float]) -> tuple[Work, ...]:
    faces: dict[int, int] = {}
    begun: dict[int, float] = {}
    works: list[Work] = []
    for place, row in enumerate(rows):
        if row.kind in BEGINS:
            faces.setdefault(row.staff, len(faces) + 1)
            begun[row.staff] = day_of[place]
        elif row.kind in BREAKS and row.staff in begun:
            works.append(Work(begun.pop(row.staff), day_of[place], faces[row.staff]))
    works += [Work(day, day, faces[staff]) for staff, day in begun.items()]
    return tuple(sorted(works))


def _days_of(
    rows: list[JourneyRow], day_of: dict[int, float], *, is_failure: bool
) -> tuple[float, ...]:
    """List the days of contacts: those that are failure demand, or all others, in and out."""
    kinds = (Event.CONTACT_IN,) if is_failure else (Event.CONTACT_IN, Event.CONTACT_OUT)
    return tuple(
        day_of[place]
        for place, row in enumerate(rows)
        if row.kind in kinds and (row.cause not in (NONE, Cause.VALUE)) == is_failure
    )
