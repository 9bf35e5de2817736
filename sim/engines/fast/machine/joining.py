"""From the books of teams that were runs of their own to those of the whole service.

Rows of a book that tells the time stand in its order, and those of one second team by team; rows of
the tallies stand team by team. Nothing else tells that teams were simulated one after the other.
"""

from collections.abc import Sequence

import numpy as np

from sim.engines.fast.machine import records
from sim.engines.fast.machine.ledgers import ORDER, Books, rows_of
from sim.engines.fast.machine.teams import Teams, Whole
from sim.engines.fast.machine.world import Array, BatchWorld

DATED = ("contacts", "meetings", "visits", "shifts", "openings")
"""Books whose rows tell the time."""
BESIDE = {"meetings": ("meeting_jobs",), "accounts": ("counts", "premiums")}
"""What stands in a book's rows, but in arrays of its own."""
WORD_BYTES = 8


def join_books(teams: Teams, worlds: Sequence[BatchWorld]) -> Books:
    """Join the books of all teams to those of a single run.

    Parameters
    ----------
    teams
        The teams of a run.
    worlds
        In which they were simulated, in the order of teams. Their books are taken out of them one
        by one, so that no two copies of all of them are held.
    """
    number = 0
    for world in worlds:
        number = _number_through(teams, world, number)
    run = np.zeros(1, records.RUN)
    run["citizens"] = len(teams.citizens)
    ends = [[int(world["ends"][-1, book]) for world in worlds] for book in range(len(ORDER))]
    books: Books = {
        "runs": run,
        "ends": np.array([[sum(of_worlds) for of_worlds in ends]]),
        "premium_ppm": worlds[0]["premium_ppm"],
        "courses": _join_courses(teams, worlds),
        "busy_s": _join_busy(worlds),
    }
    for name, of_worlds in zip(ORDER, ends, strict=True):
        books |= _join_book(name, worlds, of_worlds)
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


def _join_book(name: str, worlds: Sequence[BatchWorld], ends: list[int]) -> Books:
    names = (name, *BESIDE.get(name, ()))
    parts = {
        each: [world.take(each)[:end] for world, end in zip(worlds, ends, strict=True)]
        for each in names
    }
    if name not in DATED:
        return {each: _join(of_worlds) for each, of_worlds in parts.items()}
    order = _list_by_time(_join([rows["calendar_s"] for rows in parts[name]]))
    return {each: _join(parts.pop(each)).take(order, axis=0) for each in names}


def _join(arrays: list[Array]) -> Array:
    return np.concatenate(arrays) if len(arrays) > 1 else arrays[0]


def _list_by_time(calendar_s: Array) -> Whole:
    """List rows in order of time; those of one second as they stand."""
    # Numbers that hold time and place are sorted far faster than places are by their times.
    bits = len(calendar_s).bit_length()
    order = calendar_s << bits
    order |= np.arange(len(order))
    order.sort()
    order &= (1 << bits) - 1
    return order
