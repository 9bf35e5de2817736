"""What the measures look at: a cohort of citizens, and the days that count for clients and staff.

One-off cases are followed from their arrival to the end of the run, whatever the days. Clients with
visits go on for long, so of them only what happens within the days is counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, TypeVar

import numpy as np

from sim.calendar import Calendar
from sim.design import Design
from sim.eventlog import Activity
from sim.ledger import (
    Courses,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tally,
    Visits,
    pick,
)
from sim.ledger.tables import Mask, Narrow, Whole
from sim.measures.cohort import Cohort, Days, choose_cohort, within
from sim.scenario import Demand, Scenario
from sim.units import DAY_S

BLOCK = 4_096
"""Rows of tallies taken out at once: so many stay in a processor's cache until they are added."""
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
    whole: "View | None" = None
    """Of one demand type: the view of all of them on the same days, where there is one. What is
    known of each citizen there is not read again."""
    known: dict[Callable[[Any], Any], Any] = field(default_factory=dict, repr=False)
    """What has been read of the view so far, see `once`."""
    added: dict[Tally, Whole] = field(default_factory=dict, repr=False)
    """What has been added up by citizen so far, see `by_member`."""

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
    def kinds(self) -> frozenset[str]:
        """The kinds of demand in the view."""
        return frozenset(demand.kind for demand in self.demand.values())

    @cached_property
    def among_whole(self) -> Whole:
        """Of each citizen of the cohort, the place in that of `whole`."""
        cohort = self.cohort if self.whole is None else self.whole.cohort
        return cohort.place.take(self.cohort.members)

    @cached_property
    def courses(self) -> Courses:
        """A row for each citizen of the cohort."""
        if self.whole is not None:
            return pick(self.whole.courses, self.among_whole)
        return self.cohort.courses(self.ledger)

    @cached_property
    def totals(self) -> list[int]:
        """What adds up for the whole cohort, in the order of `Tally`."""
        return _sum_up(self.totals_by_type)

    @cached_property
    def totals_by_type(self) -> dict[str, list[int]]:
        """What adds up for each demand type by name, in the order of `Tally`."""
        if self.whole is not None:
            return {name: self.whole.totals_by_type[name] for name in self.demand}
        counts = self.ledger.tallies.counts
        return {name: _add_up(counts, rows) for name, rows in self._rows_by_type.items()}

    @cached_property
    def premiums(self) -> list[int]:
        """Busy seconds × what their pool's hour costs beyond the service's rate, by activity."""
        return _sum_up(self.premiums_by_type) or [0] * len(Activity)

    @cached_property
    def premiums_by_type(self) -> dict[str, list[int]]:
        """`premiums` for each demand type by name; none where no pool has a wage of its own."""
        premium = self.ledger.tallies.premium
        if not premium.shape[1]:
            return {}
        if self.whole is not None:
            return {name: self.whole.premiums_by_type[name] for name in self.demand}
        return {name: _add_up(premium, rows) for name, rows in self._rows_by_type.items()}

    def by_member(self, what: Tally) -> Whole:
        """Return what adds up for each citizen of the cohort, of one thing counted."""
        if what not in self.added:
            self.added[what] = (
                self._add_by_member(self.ledger.tallies.of(what))
                if self.whole is None
                else self.whole.by_member(what).take(self.among_whole)
            )
        return self.added[what]

    @cached_property
    def granted_sum_ppm(self) -> Whole:
        """What the decisions about each citizen of the cohort granted, added up."""
        if self.whole is not None:
            return self.whole.granted_sum_ppm.take(self.among_whole)
        return self._add_by_member(self.ledger.tallies.granted_sum_ppm)

    @cached_property
    def meetings(self) -> Meetings:
        """Clients' meetings with staff within the days."""
        if self.whole is not None:
            return self.cohort.rows_of(self.whole.meetings)
        return self.cohort.of_clients(self.ledger.meetings)

    @cached_property
    def visits(self) -> Visits:
        """Visits to clients within the days, made or missed."""
        if self.whole is not None:
            return self.cohort.rows_of(self.whole.visits)
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
    def _rows_by_type(self) -> dict[str, Whole]:
        """Rows of the tallies by the demand type of whom each is about."""
        rows, places = self._tally_rows, list(self.scenario.demand)
        of_type = self.ledger.courses.demand_type.take(self.ledger.tallies.citizen[rows])
        return {name: rows[of_type == places.index(name)] for name in self.demand}

    @cached_property
    def _tally_place(self) -> Whole:
        """Place in the cohort of whom each row of the tallies is about."""
        return self.cohort.place.take(self.ledger.tallies.citizen[self._tally_rows])

    def _add_by_member(self, column: Whole | Narrow) -> Whole:
        """Add up by citizen. Doubles hold the sums exactly: none comes near 2 to the 53rd."""
        members = len(self.is_client)
        return np.bincount(self._tally_place, column[self._tally_rows], members).astype(np.int64)


def _add_up(table: Whole | Narrow, rows: Whole) -> list[int]:
    """Add up some rows of a table, by column."""
    totals = np.zeros(table.shape[1], np.int64)
    for start in range(0, len(rows), BLOCK):
        block = table.take(rows[start : start + BLOCK], axis=0)
        totals += block.sum(axis=0, dtype=np.int64)
    return totals.tolist()


def _sum_up(of_types: dict[str, list[int]]) -> list[int]:
    return [sum(column) for column in zip(*of_types.values(), strict=True)]


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


def cut_out(whole: View, name: str) -> View:
    """Cut one demand type out of a view of all: what is known of each citizen is not read again."""
    if len(whole.demand) == 1:  # what is known of all is known of the one
        return replace(whole, is_one_type=True)
    cohort = choose_cohort(whole.ledger, whole.scenario, [name], whole.cohort.days)
    return View(
        scenario=whole.scenario,
        design=whole.design,
        demand={name: whole.demand[name]},
        is_one_type=True,
        ledger=whole.ledger,
        cohort=cohort,
        whole=whole,
    )
