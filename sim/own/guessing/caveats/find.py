"""All that a file cannot say, the worst first."""

from collections.abc import Iterable, Iterator

from sim.own.caselog import CaseLog
from sim.own.guessing.caveats.caveat import Caveat
from sim.own.guessing.caveats.clock import find_of_clock
from sim.own.guessing.caveats.people import find_of_people
from sim.own.guessing.caveats.personal import find_personal
from sim.own.guessing.caveats.rows import find_of_rows
from sim.own.guessing.caveats.selection import BY_END, BY_START, find_selection
from sim.own.guessing.caveats.series import find_breaks_in_series
from sim.own.mapping import Mapping
from sim.own.reading import Table

GRAVE = (
    "one_step",
    "dates_only",
    BY_END,
    BY_START,
    "no_persons",
    "undecidable",
    "years",
)
"""What is told first: it decides what can be found at all."""
ALWAYS_TOLD = (*GRAVE, "copies", "unreadable", "hours")
"""What is told beside whatever is found of a log: it may be wrong for that."""


def find_caveats(table: Table, mapping: Mapping, log: CaseLog) -> tuple[Caveat, ...]:
    """Find what a file cannot say, the worst first.

    Parameters
    ----------
    table, mapping
        The file, and what its columns mean.
    log
        What `sim.own.logs.build_caselog` has made of the two.
    """
    return put_worst_first(_find_all(table, mapping, log))


def put_worst_first(caveats: Iterable[Caveat]) -> tuple[Caveat, ...]:
    """Return what decides what can be found at all, then the rest."""
    return tuple(sorted(caveats, key=lambda one: one.kind not in GRAVE))


def pick_told(caveats: Iterable[Caveat]) -> tuple[Caveat, ...]:
    """Return what is told beside whatever is found of a log."""
    return tuple(one for one in caveats if one.kind in ALWAYS_TOLD)


def _find_all(table: Table, mapping: Mapping, log: CaseLog) -> Iterator[Caveat]:
    yield from find_of_clock(log)
    chosen = tuple(find_selection(log))
    yield from chosen
    yield from find_of_people(log)
    yield from find_breaks_in_series(log, chosen={one.kind for one in chosen})
    yield from find_of_rows(table, mapping, log)
    yield from find_personal(table, mapping)
