"""From the books that compiled code has written to a ledger for each run."""

from typing import Any

from sim.calendar import Calendar
from sim.engines.fast.machine.world import Array, BatchWorld
from sim.ledger import (
    Contacts,
    Courses,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tallies,
    Visits,
    build_table,
)
from sim.ledger.busy import build_busy_time
from sim.population import Population

ORDER = ("accounts", "contacts", "meetings", "visits", "shifts", "openings")
"""Which book each column of `ends` is about."""
Books = dict[str, Array]
"""The arrays that a ledger is read from, by name."""


def read_ledger(
    world: BatchWorld | Books, run: int, population: Population, calendar: Calendar
) -> Ledger:
    """Return the ledger of one run: views of the world's books, not copies.

    Parameters
    ----------
    world
        A world whose runs are done, or books that were joined.
    run
        Which of them.
    population, calendar
        Its citizens and opening hours.
    """
    accounts, contacts, meetings, visits, shifts, openings = (
        rows_of(world, run, book) for book in ORDER
    )
    asked = world["runs"][run]
    courses = world["courses"][asked.first_course : asked.first_course + asked.citizens]
    account, meeting = world["accounts"][accounts], world["meetings"][meetings]
    return Ledger(
        calendar=calendar,
        courses=_build(Courses, courses, population),
        tallies=build_table(
            Tallies,
            account["citizen"],
            account["day"],
            world["counts"][accounts],
            account["granted_sum_ppm"],
            _premiums_of(world, asked)[accounts],
        ),
        contacts=_build(Contacts, world["contacts"][contacts]),
        meetings=build_table(
            Meetings,
            meeting["citizen"],
            meeting["staff"],
            meeting["calendar_s"],
            world["meeting_jobs"][meetings],
        ),
        visits=_build(Visits, world["visits"][visits]),
        shifts=_build(Shifts, world["shifts"][shifts]),
        openings=_build(Openings, world["openings"][openings]),
        busy=build_busy_time(world["busy_s"][run]),
    )


def _premiums_of(world: BatchWorld | Books, asked: Any) -> Any:
    """Return the premiums' columns: none of a run whose pools never have any, as in its fold."""
    premiums, reforms = world["premiums"], world["coming_reforms"]
    designs = [asked.blueprint, *reforms["blueprint"][asked.first_reform : asked.reforms_end]]
    return premiums if world["premium_ppm"][designs].any() else premiums[:, :0]


def rows_of(world: BatchWorld | Books, run: int, name: str) -> slice:
    """Return which rows of a book belong to a run: they stand where the one before ends."""
    ends, book = world["ends"], ORDER.index(name)
    return slice(int(ends[run - 1, book]) if run else 0, int(ends[run, book]))


def _build(table: Any, records: Any, population: Population | None = None) -> Any:
    """Build a table whose columns are fields of records, or else traits of citizens."""
    fields = records.dtype.names
    return build_table(
        table,
        *(records[name] if name in fields else getattr(population, name) for name in table._fields),
    )
