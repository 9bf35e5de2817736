"""The world of a batch of runs: its arrays, and the record by which compiled code finds them."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.fast.machine import records
from sim.engines.fast.machine.blueprints import Blueprints
from sim.engines.rules import Priority
from sim.eventlog import COLUMNS, Activity
from sim.ledger import TALLY_COLUMNS
from sim.population import Population
from sim.units import DAY_S

Array = NDArray[Any]

CLASSES = len(Priority)
"""Priority classes of a queue."""
FIRST_ROOM = 512
"""Rows to begin with; there will be more as they are needed."""
FIRST_PAGES = 2048
"""Rows of a book beyond those expected."""
RECENTS = 64
"""Staff are looked up by the remainder of their number."""
SPANS, VISIT_SPANS = 4, 1
"""Spans of time for each citizen and each visit: so many that few moments fall in one."""
RING_DAYS = 32
"""Open days after which a list of moments that wait is used again."""
ENDS = 6
"""What is noted at the end of each run: the rows of six tables so far."""


class BatchWorld:
    """The arrays of a batch of runs, kept alive while compiled code works on them.

    Parameters
    ----------
    blueprints
        The blueprints.
    citizens
        Those of all runs.
    runs, reforms
        What each run is asked for, and the reforms of all.
    stop_sign
        Runs done, and whether to stop: for other threads to read and write.
    is_logged
        Whether to keep a log.
    """

    def __init__(
        self,
        blueprints: Blueprints,
        citizens: Population,
        runs: Array,
        reforms: Array,
        stop_sign: Array,
        is_logged: bool,
    ) -> None:
        self.record = np.zeros(1, records.WORLD)
        self.record[0].is_logged = is_logged
        self._arrays: dict[str, Array] = {}
        for name, array in (
            blueprints._asdict()
            | _columns_of(citizens)
            | {"runs": runs, "coming_reforms": reforms, "stop_sign": stop_sign}
            | _cases(citizens, int(blueprints.designs["functions"].max()))
            | _service(blueprints)
            | _books(blueprints, citizens, runs, is_logged)
        ).items():
            self.put(name, array)

    def __getitem__(self, name: str) -> Array:
        """Return an array by name."""
        return self._arrays[name]

    def count_bytes(self) -> int:
        """Return how much memory its arrays take."""
        return sum(array.nbytes for array in self._arrays.values())

    def put(self, name: str, array: Array) -> None:
        """Put an array in its place, for compiled code to find."""
        array = np.ascontiguousarray(array)
        self._arrays[name] = array
        self.record[f"{name}_at"] = array.ctypes.data
        self.record[f"{name}_rows"] = array.shape[0]
        self.record[f"{name}_columns"] = math.prod(array.shape[1:])

    def take(self, name: str) -> Array:
        """Take an array away, once all runs are done."""
        return self._arrays.pop(name)


def _columns_of(citizens: Population) -> dict[str, Array]:
    """Return the traits of citizens; a case's own particulars have that name."""
    columns = citizens._asdict()
    columns["particulars_count"] = columns.pop("particulars")
    return columns


def _cases(citizens: Population, functions: int) -> dict[str, Array]:
    particulars = max(int(citizens.particulars.max(initial=0)), 1)
    return {
        "cases": np.zeros(FIRST_ROOM, records.CASE),
        "recents": np.zeros((FIRST_ROOM, RECENTS), np.int32),
        "particulars": np.zeros((FIRST_ROOM, particulars), np.int8),
        "changed": np.zeros((FIRST_ROOM, particulars), np.int16),
        "asked": np.zeros((FIRST_ROOM, particulars), np.int8),
        "fresh_s": np.zeros((FIRST_ROOM, functions), np.int64),
        "again_s": np.zeros((FIRST_ROOM, functions), np.int64),
        "passed_s": np.zeros((FIRST_ROOM, functions), np.int64),
        "knowns": np.zeros(FIRST_ROOM, records.KNOWN),
        "portions": np.zeros((2, functions), np.int64),
    }


def _service(blueprints: Blueprints) -> dict[str, Array]:
    """Return staff, jobs and agenda, with room for all that one job can leave in the books."""
    designs = blueprints.designs
    pools, temps = int(designs["pools"].max()), int(designs["temps"].max())
    workers = int((designs["workers"] + designs["temps"]).max())
    functions = int(designs["functions"].max())
    queues = CLASSES * int(designs["ranks"].max())
    return {
        "workers": np.zeros(workers, records.WORKER),
        "pools": np.zeros(pools, records.POOL),
        "heads": np.zeros((pools, queues), np.int64),
        "tails": np.zeros((pools, queues), np.int64),
        "free": np.zeros(workers + pools * temps, np.int64),
        "tasks": np.zeros(FIRST_ROOM, records.TASK),
        "parts": np.zeros((workers, 8 + 3 * functions), records.PART),
        "after": np.zeros((workers, 8 + 4 * functions), records.AFTER),
        "agenda": np.zeros(FIRST_ROOM, records.MOMENT),
        "laters": np.zeros(FIRST_ROOM, records.LATER),
    }


def _books(
    blueprints: Blueprints, citizens: Population, runs: Array, is_logged: bool
) -> dict[str, Array]:
    """Open the books with more rows than most runs need: what is not written takes no memory."""
    people, visits, client_days, shifts = (
        FIRST_PAGES + n for n in _expect(blueprints, citizens, runs)
    )
    run_days = runs["ends_s"] // blueprints.designs["day_s"][runs["blueprint"]] + 1
    days = int(run_days.max(initial=0))
    pools = int(blueprints.designs["pools"].max())
    premiums = len(Activity) if blueprints.premium_ppm.any() else 0
    rows = 16 * people + 16 * visits + 2 * shifts if is_logged else 1
    return {
        "log": np.empty((len(COLUMNS), rows), np.int64),
        "courses": np.empty(int(runs["citizens"].sum()), records.COURSE),
        "accounts": np.empty(people + client_days, records.ACCOUNT),
        "counts": np.zeros((people + client_days, TALLY_COLUMNS), np.int32),
        "premiums": np.zeros((people + client_days, premiums), np.int64),
        "contacts": np.empty(8 * people + visits // 4, records.CONTACT),
        "meetings": np.empty(16 * people + 2 * visits, records.MEETING),
        "meeting_jobs": np.empty(16 * people + 2 * visits, np.int8),
        "visits": np.empty(visits, records.VISIT),
        "shifts": np.empty(shifts, records.SHIFT),
        "openings": np.empty(3 * people, records.OPENING),
        "spans": np.empty(_count_ring(runs["spans"], run_days), np.int32),
        "busy_s": np.zeros((len(runs), days, pools), np.int64),
        "ends": np.zeros((len(runs), ENDS), np.int64),
    }


def _expect(blueprints: Blueprints, citizens: Population, runs: Array) -> tuple[int, int, int, int]:
    """Estimate from above how many citizens, visits, days of clients and shifts there will be.

    Each run is divided into spans of time accordingly.
    """
    visits = client_days = shifts = 0
    for run in runs:
        design = blueprints.designs[run.blueprint]
        these = slice(run.first, run.first + run.citizens)
        left_days = (run.ends_s - citizens.arrival_s[these]) / design.day_s
        stay_days = np.minimum(citizens.episode_s[these] / DAY_S, left_days) + 2
        a_day = citizens.visits_per_day[these]
        its_visits = int((a_day * stay_days).sum())
        run.spans = FIRST_ROOM + SPANS * run.citizens + VISIT_SPANS * its_visits
        visits += its_visits
        client_days += int(stay_days[a_day > 0].sum())
        shifts += int(2 * design.workers * (run.ends_s // design.day_s + 1))
    return int(runs["citizens"].sum()), visits, client_days, shifts


def _count_ring(spans: Array, days: Array) -> int:
    """Return how many lists hold the moments that wait: a power of two, so that a ring is cheap."""
    longest = int((spans * np.minimum(RING_DAYS / days, 1)).max(initial=0))
    return 1 << longest.bit_length()
