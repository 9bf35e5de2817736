"""What the measures look at: a cohort of citizens, and the days that count for clients and staff.

One-off cases are followed from their arrival to the end of the run, whatever the days. Clients with
visits go on for long, so of them only what happens within the days is counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

import numpy as np

from sim.calendar import Calendar
from sim.design import Design
from sim.eventlog import Activity
from sim.ledger import (
    TALLY_COLUMNS,
    Courses,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tally,
    Visits,
)
from sim.ledger.tables import Mask, Narrow, Whole
from sim.measures.cohort import Cohort, Days, choose_cohort, within
from sim.scenario import Demand, Scenario
from sim.units import DAY_S

BLOCK = 65_536
"""Rows of tallies taken out at once, so that adding them up needs little room."""
Said = TypeVar("Said")


@dataclass(frozen=True, eq=False)
class View:
    """A cohort, and what is counted of it; whatever is asked for is read once."""

    scenario: Scenario
    design: Design
    """Whose prices and promises apply."""
    demand: dict[str, Demand]
    """The demand types of the view by name."""
    is_one_type: bool
    """Whether the view is of one demand type only."""
    ledger: Ledger
    """What happened."""
    cohort: Cohort
    """Who is looked at, and on which days."""
    known: dict[Callable[[Any], Any], Any] = field(default_factory=dict, repr=False)
    """What has been read of the view so far, see `once`."""

    def read_once(self, read: Callable[["View"], Said]) -> Said:
        """Read something of this view, or remember what was read: it may not be changed later."""
        if read not in self.known:
            self.known[read] = read(self)
        said: Said = self.known[read]
        return said

    @property
    def calendar(self) -> Calendar:
        """The service's opening hours."""
        return self.ledger.calendar

    @property
    def from_s(self) -> int:
        """First second of the days, in calendar time."""
        return self.cohort.days.from_s

    @property
    def to_s(self) -> int:
        """First second after the days, in calendar time."""
        return self.cohort.days.to_s

    @property
    def is_client(self) -> Mask:
        """Of each citizen of the cohort, whether there are visits."""
        return self.cohort.is_client

    @cached_property
    def courses(self) -> Courses:
        """A row for each citizen of the cohort."""
        return self.cohort.courses(self.ledger)

    @cached_property
    def totals(self) -> list[int]:
        """What adds up for the whole cohort, in the order of `Tally`."""
        counts, rows = self.ledger.tallies.counts, self._tally_rows
        totals = np.zeros(TALLY_COLUMNS, np.int64)
        for start in range(0, len(rows), BLOCK):
            block = counts.take(rows[start : start + BLOCK], axis=0)
            totals += block.sum(axis=0, dtype=np.int64)
        return totals.tolist()

    @cached_property
    def premiums(self) -> list[int]:
        """Busy seconds × what their pool's hour costs beyond the service's rate, by activity."""
        premium = self.ledger.tallies.premium
        added: list[int] = premium[self._tally_rows].sum(axis=0).tolist()
        return added or [0] * len(Activity)

    def by_member(self, what: Tally) -> Whole:
        """Return what adds up for each citizen of the cohort, of one thing counted."""
        return self._add_by_member(self.ledger.tallies.of(what))

    @cached_property
    def granted_sum_ppm(self) -> Whole:
        """What the decisions about each citizen of the cohort granted, added up."""
        return self._add_by_member(self.ledger.tallies.granted_sum_ppm)

    @cached_property
    def meetings(self) -> Meetings:
        """Clients' meetings with staff within the days."""
        return self.cohort.of_clients(self.ledger.meetings)

    @cached_property
    def visits(self) -> Visits:
        """Visits to clients within the days, made or missed."""
        return self.cohort.of_clients(self.ledger.visits)

    @cached_property
    def shifts(self) -> Shifts:
        """Shifts of the whole service within the days."""
        return within(self.cohort.days, self.ledger.shifts)

    @cached_property
    def openings(self) -> Openings:
        """Openings of the run: those of others than one-off cases of these types change nothing."""
        openings = self.ledger.openings
        is_case = self.cohort.is_case.take(openings.citizen)
        return openings._replace(change=openings.change * is_case)

    @cached_property
    def _tally_rows(self) -> Whole:
        return self.cohort.tally_rows(self.ledger)

    @cached_property
    def _tally_place(self) -> Whole:
        """Place in the cohort of whom each row of the tallies is about."""
        return self.cohort.place.take(self.ledger.tallies.citizen[self._tally_rows])

    def _add_by_member(self, column: Whole | Narrow) -> Whole:
        """Add up by citizen. Doubles hold the sums exactly: none comes near 2 to the 53rd."""
        members = len(self.is_client)
        return np.bincount(self._tally_place, column[self._tally_rows], members).astype(np.int64)


def once(read: Callable[[View], Said]) -> Callable[[View], Said]:
    """Let a view remember what is read of it, for many measures ask for the same."""

    @wraps(read)
    def remembered(view: View) -> Said:
        return view.read_once(read)

    return remembered


def build_view(
    ledger: Ledger,
    scenario: Scenario,
    design_name: str,
    from_day: int,
    to_day: int,
    *,
    demand_type: str | None = None,
) -> View:
    """Choose what the measures look at: one demand type, or all where it is None.

    The calendar days go from the one, up to and without the other.
    """
    names = [name for name in scenario.demand if demand_type in (None, name)]
    return View(
        scenario=scenario,
        design=scenario.designs[design_name],
        demand={name: scenario.demand[name] for name in names},
        is_one_type=demand_type is not None,
        ledger=ledger,
        cohort=choose_cohort(ledger, scenario, names, Days(from_day * DAY_S, to_day * DAY_S)),
    )
