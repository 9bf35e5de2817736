"""From the books of teams that were runs of their own to those of the whole service.

Rows of a book that tells the time stand in its order, and those of one second team by team; rows of
the tallies stand team by team. Nothing else tells that teams were simulated one after the other.
"""

from collections.abc import Sequence

import numpy as np

from sim.engines.fast.machine import records
from sim.engines.fast.machine.dated import (
    CONTACTS,
    DIGITS,
    LAST,
    MEETINGS,
    OPENINGS,
    SHIFTS,
    VISITS,
)
from sim.engines.fast.machine.ledgers import ORDER, Books, rows_of
from sim.engines.fast.machine.library import Simulate
from sim.engines.fast.machine.teams import Teams, Whole
from sim.engines.fast.machine.world import Array, BatchWorld

MERGED = {
    "meetings": MEETINGS,
    "contacts": CONTACTS,
    "visits": VISITS,
    "shifts": SHIFTS,
    "openings": OPENINGS,
}
"""Books whose rows tell the time."""
WORD_BYTES = 8


def join_books(teams: Teams, worlds: Sequence[BatchWorld], merge: Simulate) -> Books:
    """Join the books of all teams to those of a single run.

    Parameters
    ----------
    teams
        The teams of a run.
    worlds
        In which they were simulated, in the order of teams. Their books are taken out of them one
        by one, so that no two copies of all of them are held.
    merge
        The entrance of the compiled code.
    """
    number = 0
    for world in worlds:
        number = _number_through(teams, world, number)
    run = np.zeros(1, records.RUN)
    run["citizens"] = len(teams.citizens)
    books: Books = {
        "runs": run,
        "ends": np.sum([world["ends"][-1:] for world in worlds], axis=0),
        "premium_ppm": worlds[0]["premium_ppm"],
        "coming_reforms": worlds[0]["coming_reforms"],
        "courses": _join_courses(teams, worlds),
        "busy_s": _join_busy(worlds),
    }
    for name in ("accounts", "counts", "premiums"):
        books[name] = _take_rows(worlds, name, "accounts")
    for name, what in MERGED.items():
        books |= _merge(worlds, name, what, merge)
    return books


def _number_through(teams: Teams, world: BatchWorld, team: int) -> int:
    """Give citizens and pools the numbers that they have in the service; return the next team.

    Staff have had their numbers from the beginning: they are drawn with.
    """
    for run in range(len(world["runs"])):
        citizens = teams.citizens[teams.first_citizen[team] : teams.first_citizen[team + 1]]
        for name in ORDER:
            rows = world[name][rows_of(world, run, name)]
            if name == "shifts":
                rows["pool"] += team * teams.pools
            else:
                rows["citizen"] = citizens[rows["citizen"]]
        team += 1
    return team


def _join_courses(teams: Teams, worlds: Sequence[BatchWorld]) -> Array:
    courses = np.empty(len(teams.citizens), records.COURSE)
    first, rows = 0, _as_words(courses)
    for world in worlds:
        of_world = _as_words(world.take("courses"))
        last = first + len(of_world)
        rows[teams.citizens[first:last]] = of_world
        first = last
    return courses


def _as_words(table: Array) -> Array:
    """Return records as rows of whole numbers: NumPy copies these several times faster."""
    return table.view(np.int64).reshape(len(table), table.itemsize // WORD_BYTES)


def _join_busy(worlds: Sequence[BatchWorld]) -> Array:
    """Return busy seconds by day and pool, of one run: a team's pools stand together."""
    of_teams = np.concatenate([world.take("busy_s") for world in worlds])
    teams, days, pools = of_teams.shape
    return of_teams.transpose(1, 0, 2).reshape(1, days, teams * pools)


def _take_rows(worlds: Sequence[BatchWorld], name: str, book: str) -> Array:
    """Take the rows of an array that stands in a book out of all worlds."""
    of_worlds = [world.take(name)[: _count_rows(world, book)[-1]] for world in worlds]
    return np.concatenate(of_worlds) if len(worlds) > 1 else of_worlds[0]


def _count_rows(world: BatchWorld, book: str) -> Whole:
    """Return how many rows there were in a book as each run ended."""
    ends: Whole = world["ends"][:, ORDER.index(book)]
    return ends


def _merge(worlds: Sequence[BatchWorld], name: str, what: int, merge: Simulate) -> Books:
    """Put the rows of a book in order of time, and what stands beside them."""
    names = ("meetings", "meeting_jobs") if name == "meetings" else (name,)
    places, world = _list_places(worlds, name), worlds[0]
    rows = int(places[-1, LAST])
    for each in names:
        world.put(each, _take_rows(worlds, each, name))
    merged = {each: np.empty(rows, world[each].dtype) for each in names}
    world.put("merged", merged[name])
    world.put("merged_jobs", merged.get("meeting_jobs", np.empty(0, np.int8)))
    world.put("places", places)
    world.put("listed", np.empty((2, rows), np.int64))
    world.put("counted", np.empty(DIGITS, np.int64))
    world.record["merging"] = what
    merge(world.record)
    for each in names:
        world.take(each)
    return merged


def _list_places(worlds: Sequence[BatchWorld], book: str) -> Whole:
    """List where the rows of each run begin and end."""
    counts = np.concatenate([np.diff(_count_rows(world, book), prepend=0) for world in worlds])
    last = np.cumsum(counts)
    return np.stack([last - counts, last], axis=1)
