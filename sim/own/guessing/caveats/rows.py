"""What the rows of a file do not say: starts, order; what was left out of them."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import UNKNOWN_US, CaseLog
from sim.own.cells import count_formulas
from sim.own.clock import find_time_cells
from sim.own.guessing.caveats.caveat import Caveat, percent_of
from sim.own.mapping import Mapping
from sim.own.reading import Table
from sim.own.times import find_local, read_times
from sim.own.unreadable import find_unreadable, tell_unreadable

LIKELY_FROM = 1990
"""Years before this, and after the next one, are told."""
MOST_ONE_STEP, MANY_TIES = 0.5, 0.02
"""Share of cases with one step, and of steps at the same moment, from which they are told."""


def find_of_rows(table: Table, mapping: Mapping, log: CaseLog) -> Iterator[Caveat]:
    """Yield what rows lack, and what was done about it."""
    if len(log.case) < table.rows:
        yield from _find_left_out(table, mapping)
    yield from _find_copies(table)
    yield from _find_one_step(log)
    yield from _find_ties(log)
    yield from _find_starts(log)
    yield from _find_years(log)
    yield from _find_formulas(table, mapping)


def _find_left_out(table: Table, mapping: Mapping) -> Iterator[Caveat]:
    times = read_times(find_time_cells(table, mapping), mapping.time_format, mapping.tz)
    for one in find_unreadable(table, mapping, times):
        text = Message("{what}; they are left out", what=tell_unreadable(one, table.rows))
        yield Caveat("unreadable", text)


def _find_copies(table: Table) -> Iterator[Caveat]:
    copies = int(table.frame.duplicated().sum())
    if copies:
        text = Message.counted(
            "1 row is the same as another in every cell ({percent} %); it is kept, and may count a "
            "step twice",
            "{n} rows are the same as another in every cell ({percent} %); they are kept, and may "
            "count steps twice",
            n=copies,
            percent=percent_of(copies / table.rows),
        )
        yield Caveat("copies", text)


def _find_one_step(log: CaseLog) -> Iterator[Caveat]:
    share = float((np.bincount(log.case) == 1).mean())
    if share >= MOST_ONE_STEP:
        text = Message(
            "{percent} % of the cases have a single step: a list of cases is no log of steps, and "
            "waits within them cannot be told",
            percent=percent_of(share),
        )
        yield Caveat("one_step", text)


def _find_ties(log: CaseLog) -> Iterator[Caveat]:
    same = (log.case[1:] == log.case[:-1]) & (log.end_us[1:] == log.end_us[:-1])
    share = float(same.sum() / len(log.case))
    if share >= MANY_TIES:
        text = Message(
            "{percent} % of the steps end at the same moment as the step before: their order is "
            "that of the file",
            percent=percent_of(share),
        )
        yield Caveat("ties", text)


def _find_starts(log: CaseLog) -> Iterator[Caveat]:
    known = log.start_us != UNKNOWN_US
    if not known.any():
        text = Message(
            "no starts: how long somebody works on a step has only bounds, and a wait ends when "
            "the next step is done, not when it is taken up"
        )
        yield Caveat("no_starts", text)
        return
    late = known & (log.start_us > log.end_us)
    if late.any():
        text = Message(
            "{percent} % of the starts are after the end of their step",
            percent=percent_of(float(late.sum() / known.sum())),
        )
        yield Caveat("late_starts", text)


def _find_years(log: CaseLog) -> Iterator[Caveat]:
    starts = np.where(log.start_us == UNKNOWN_US, log.end_us, log.start_us)
    years = np.stack([_years_of(times, log.zone) for times in (log.end_us, starts)])
    odd = (years < LIKELY_FROM) | (years > date.today().year + 1)
    if odd.any():
        text = Message.counted(
            "1 step is in a year that it can hardly be of: {years}",
            "{n} steps are in years that they can hardly be of: {years}",
            n=int(odd.any(axis=0).sum()),
            years=", ".join(map(str, np.unique(years[odd])[:5])),
        )
        yield Caveat("years", text)


def _years_of(times_us: NDArray[np.int64], zone: str) -> NDArray[np.int64]:
    local = find_local(times_us, zone).astype("datetime64[us]")
    return local.astype("datetime64[Y]").astype(np.int64) + 1970


def _find_formulas(table: Table, mapping: Mapping) -> Iterator[Caveat]:
    names = [mapping.case, mapping.activity, mapping.resource]
    found = sum(count_formulas(table.frame[name]) for name in names if name is not None)
    if found:
        text = Message.counted(
            "1 cell begins as a formula does (=, +, - or @); it is taken as text, and never run",
            "{n} cells begin as a formula does (=, +, - or @); they are taken as text, and never "
            "run",
            n=found,
        )
        yield Caveat("formulas", text)
