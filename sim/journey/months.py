"""A client's visits month by month: which faces came on which day, and which of them were new."""

from typing import NamedTuple

from sim.calendar import WEEK_DAYS
from sim.eventlog import NONE, Cause, Event, Job
from sim.journey.rows import JourneyRow
from sim.units import DAY_S, MONTH_DAYS

VISITS = (Job.VISIT, Job.EXTRA_VISIT)


class VisitFace(NamedTuple):
    """A visit: who came."""

    face: int
    """Numbered from 1 in the order in which the client met them."""
    is_new: bool
    """Whether they had never met."""


class VisitDay(NamedTuple):
    """A day of a month."""

    weekday: int
    """From 0, Monday."""
    visits: tuple[VisitFace, ...]


class Month(NamedTuple):
    """Thirty days of a client."""

    days: tuple[VisitDay, ...]
    missed: int
    """Visits that missed something the client needed, or to which nobody came."""
    calls: int
    """Contacts that are failure demand."""

    @property
    def visits(self) -> int:
        """How many visits there were."""
        return sum(len(day.visits) for day in self.days)

    @property
    def faces(self) -> int:
        """How many members of staff came."""
        return len({visit.face for day in self.days for visit in day.visits})

    @property
    def new_faces(self) -> int:
        """How many of them the client had never met."""
        return sum(visit.is_new for day in self.days for visit in day.visits)


def build_months(rows: list[JourneyRow], count: int) -> tuple[Month, ...]:
    """Build the first months of a client, from all rows of the log about them.

    A month has 30 calendar days; the first begins with the day of the first contact.
    """
    first_day = rows[0].calendar_s // DAY_S
    met: dict[int, int] = {}
    days: list[list[VisitFace]] = [[] for _ in range(count * MONTH_DAYS)]
    missed, calls = [0] * count, [0] * count
    for row in rows:
        since = row.calendar_s // DAY_S - first_day
        if since >= len(days):
            break
        month = since // MONTH_DAYS
        if row.kind == Event.START:
            is_new = row.staff not in met
            face = met.setdefault(row.staff, len(met) + 1)
            if row.step in VISITS:
                days[since].append(VisitFace(face, is_new))
        missed[month] += row.kind == Event.VISIT and (row.step > 0 or row.staff == NONE)
        calls[month] += row.kind == Event.CONTACT_IN and row.cause > Cause.VALUE
    dated = [
        VisitDay((first_day + since) % WEEK_DAYS, tuple(visits))
        for since, visits in enumerate(days)
    ]
    return tuple(
        Month(tuple(dated[nth * MONTH_DAYS : (nth + 1) * MONTH_DAYS]), missed[nth], calls[nth])
        for nth in range(count)
    )
