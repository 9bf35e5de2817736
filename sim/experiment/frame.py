"""Who is the cohort of a run: when it begins, and how long it is followed; found by a pilot.

The cohort begins when every cell has warmed up. It is followed until all but a few of its cases are
closed: a mean over those who got through in time leaves out the slow ones, and so is too short. The
pilot is the first replication. It is followed twice as long as before for as long as that closes at
least half of what was open; where it does not, nothing is gained by waiting: the service does not
settle. Where it warms up at the cap, by chance or because it never does, more replications are
asked: their median counts.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from typing import NamedTuple

from sim.experiment.cells import (
    FOLLOW_UP_DAYS,
    Batch,
    Cell,
    CellRun,
    Frame,
    simulate_batch,
)
from sim.experiment.executors import work_off
from sim.experiment.settings import RunSettings
from sim.experiment.settling import MOST_OPEN_SHARE
from sim.experiment.size import fits
from sim.experiment.warmup import WarmUp, count_open, find_turnover, find_warm_up
from sim.ledger import Ledger
from sim.measures import build_view
from sim.measures.registry import measure

MOST_FOLLOW_UP_DAYS = 16 * FOLLOW_UP_DAYS
ASKED = 5
"""Replications that are asked where the first one warms up at the cap."""
ENOUGH_OPEN_SHARE = MOST_OPEN_SHARE / 2
"""Share of cases that may still be open in the pilot: it is one replication of many."""
CLOSES = 0.5
"""Share of what was open that must have closed, for it to be worth following twice as long."""
MOST_PILOTS = 2
"""Of so many cells the pilots are kept, and measured; of more, made again."""


class Pilot(NamedTuple):
    """A run of the first replication."""

    run: CellRun
    ledger: Ledger


class Look(NamedTuple):
    """What one look at the first replication tells, of each run by the place of its cell."""

    follow_up_days: int
    warm_ups: dict[int, WarmUp]
    open_shares: dict[int, float]
    kept: list[Pilot]

    def is_enough(self) -> bool:
        """Tell whether nearly all cases are closed, or following longer is not on offer."""
        is_closed = all(share <= ENOUGH_OPEN_SHARE for share in self.open_shares.values())
        return is_closed or self.follow_up_days >= MOST_FOLLOW_UP_DAYS

    def closes(self, before: "Look") -> bool:
        """Tell whether following twice as long was worth it somewhere."""
        shares = ((before.open_shares[place], now) for place, now in self.open_shares.items())
        return any(was > ENOUGH_OPEN_SHARE and now <= CLOSES * was for was, now in shares)


def fly_pilots(
    runs: Sequence[CellRun], settings: RunSettings, workers: Executor
) -> tuple[Frame, list[Pilot]]:
    """Make the first replication, and return the frame that it tells and what is kept of it."""
    given = settings.follow_up_days
    if given is not None and settings.warm_up_day is not None:
        return Frame(settings.warm_up_day, given), []
    look = _look(runs, settings, FOLLOW_UP_DAYS if given is None else given, workers)
    warm_ups = {
        run.place: _ask_more(look.warm_ups[run.place], run, settings, workers) for run in runs
    }
    while given is None and not look.is_enough() and _fit(runs, 2 * look.follow_up_days):
        longer = _look(runs, settings, 2 * look.follow_up_days, workers)
        if not longer.closes(look):
            break
        look = longer
    return _build_frame(runs, settings, warm_ups, look.follow_up_days), look.kept


def is_warm(frame: Frame, cell: Cell, days: int) -> bool:
    """Tell whether the start of a cell has worn off when the cohort begins."""
    turnover = find_turnover(cell.scenario, days)
    is_replaced = turnover.is_over and turnover.day <= frame.warm_up_day
    return is_replaced and cell.design not in frame.cold


def _fit(runs: Sequence[CellRun], follow_up_days: int) -> bool:
    """Tell whether runs that are followed so long fit in memory."""
    return all(fits(run.cell.scenario, run.days + follow_up_days) for run in runs)


def _look(
    runs: Sequence[CellRun], settings: RunSettings, follow_up_days: int, workers: Executor
) -> Look:
    look = Look(follow_up_days, {}, {}, [])
    for pilot in _make(runs, settings, follow_up_days, workers):
        place, warm_up = pilot.run.place, _find_warm_up(pilot)
        day = warm_up.day if settings.warm_up_day is None else settings.warm_up_day
        look.warm_ups[place] = warm_up
        look.open_shares[place] = _measure_open_share(pilot, day)
        look.kept.extend([pilot] if len(runs) <= MOST_PILOTS else [])
    return look


def _ask_more(first: WarmUp, run: CellRun, settings: RunSettings, workers: Executor) -> WarmUp:
    """Return the warm-up of a cell: the median of several replications if the first is capped."""
    if first.is_over:
        return first
    more = [run._replace(replication=number) for number in range(1, ASKED)]
    found = map(_find_warm_up, _make(more, settings, FOLLOW_UP_DAYS, workers))
    return sorted([first, *found])[ASKED // 2]


def _make(
    runs: Sequence[CellRun], settings: RunSettings, follow_up_days: int, workers: Executor
) -> Iterator[Pilot]:
    batches = (Batch((run,), settings.engine, settings.seed, follow_up_days) for run in runs)
    with closing(work_off(workers, simulate_batch, batches)) as done:
        for batch, (ledger,) in done:
            yield Pilot(batch.runs[0], ledger)


def _find_warm_up(pilot: Pilot) -> WarmUp:
    run, ledger = pilot
    open_cases = count_open(ledger, run.days + FOLLOW_UP_DAYS)
    return find_warm_up(open_cases, ledger.calendar, run.days)


def _measure_open_share(pilot: Pilot, from_day: int) -> float:
    run, ledger = pilot
    view = build_view(ledger, *run.cell, from_day, run.days)
    return measure(view, ("open_share",))["open_share"].value or 0.0


def _build_frame(
    runs: Sequence[CellRun], settings: RunSettings, warm_ups: dict[int, WarmUp], follow_up_days: int
) -> Frame:
    """Begin the cohort when the slowest cell has warmed up, or when it is asked to."""
    if settings.warm_up_day is not None:
        return Frame(settings.warm_up_day, follow_up_days)
    turnovers = [find_turnover(run.cell.scenario, run.days) for run in runs]
    latest = max(warm_up.day for warm_up in (*turnovers, *warm_ups.values()))
    cold = {run.cell.design for run in runs if not warm_ups[run.place].is_over}
    return Frame(latest, follow_up_days, frozenset(cold))
