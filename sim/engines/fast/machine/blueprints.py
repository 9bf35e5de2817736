"""Blueprints as the compiled engine reads them: a row for each, and tables that rows may share."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, get_type_hints

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.eventlog import NONE

Whole = NDArray[np.int64]
Records = NDArray[Any]

DELAYS = (
    "answer_s",
    "return_s",
    "resume_s",
    "chase_s",
    "patience_s",
    "call_back_s",
    "waiting_s",
    "day_content_ppm",
)
WHOLES = ("is_visits", "rank", "rework_ppm", "growth_ppm", "window_s", "on_time_s")
CHANCES = (
    "expert",
    "tell",
    "reach",
    "give_up",
    "appeals",
    "resumes",
    "value_call",
    "changes",
    "missed_call",
    "missed_extra",
    "chase_tires",
    "calls_back",
)
MAYBE_NEVER = {"chases": "chase_s", "hangs_up": "patience_s", "tires_of_waiting": "waiting_s"}
"""Whether citizens do at all what they do after a delay: not where its table holds 0."""
COUNTS = ("pools", "workers", "pattern", "boundaries", "shocks", "pressures", "holidays")
DESIGN_TABLES = (
    "turn_away_return_table",
    "judgement_table",
    "call_time_table",
    "memory_table",
)
WIDTHS: dict[Any, str] = {int: "i8", float: "f8"}


def _numbers_of(group: Any) -> list[tuple[str, str]]:
    """Return the single numbers of a group, as wide as it says: a chance of 1 is a real number."""
    hints = get_type_hints(group)
    return [(name, WIDTHS[hint]) for name, hint in hints.items() if hint in WIDTHS]


def _record(fields: list[tuple[str, str]]) -> np.dtype[Any]:
    return np.dtype((np.record, fields))


NUMBERS: dict[Any, list[tuple[str, str]]] = {
    group: _numbers_of(group) for group in get_type_hints(Blueprint).values()
}
"""The single numbers of each group, found once: to ask for types takes long."""
DESIGN = _record(
    [(name, "i8") for name in (*COUNTS, *DESIGN_TABLES)]
    + [field for numbers in NUMBERS.values() for field in numbers]
)
"""All single numbers of a blueprint, how many entries its arrays have, and its rows of tables."""
DEMAND = _record(
    [(name, "i8") for name in (*WHOLES, *(f"{name}_table" for name in DELAYS))]
    + [(name, "f8") for name in CHANCES]
    + [(name, "i8") for name in (*MAYBE_NEVER, "day_particulars")]
)
"""The numbers of a demand type, its rows of tables, what it does at all, and how many entries its
cumulative probabilities have."""


class Blueprints(NamedTuple):
    """All blueprints of a batch of runs. Ragged arrays are padded to the longest.

    Attributes
    ----------
    designs
        Records of all single numbers of a blueprint, shape (blueprints,).
    types
        Records of a demand type, shape (blueprints, types): its numbers, and which of `tables`
        holds each of its delays.
    tables
        Tables of quantiles, each kept once, shape (tables, 4096).
    day_particulars
        Cumulative probabilities, shape (blueprints, types × entries).
    share_ppm, worker_pool, outsourced, premium_ppm, shift_start_s, shift_end_s, pattern,
    boundary_s, holiday, time_ppm, shock_from_day, shock_until_day, shock_chance,
    lacks_expertise
        The arrays of these names, shape (blueprints, entries).
    pick_up_table
        Which of `tables` holds the wait before each function, shape (blueprints, functions); `NONE`
        where there is none.
    """

    designs: Records
    types: Records
    tables: Whole
    day_particulars: NDArray[np.float64]
    share_ppm: Whole
    worker_pool: Whole
    outsourced: Whole
    premium_ppm: Whole
    shift_start_s: Whole
    shift_end_s: Whole
    pattern: Whole
    boundary_s: Whole
    holiday: Whole
    time_ppm: Whole
    shock_from_day: Whole
    shock_until_day: Whole
    shock_chance: NDArray[np.float64]
    pick_up_table: Whole
    lacks_expertise: NDArray[np.float64]


class Tables:
    """Tables of quantiles, each kept once however many blueprints share it."""

    def __init__(self) -> None:
        self._rows: dict[bytes, int] = {}

    def place(self, table: Whole) -> int:
        """Return which row holds a table."""
        return self._rows.setdefault(table.tobytes(), len(self._rows))

    def stack(self) -> Whole:
        """Return all of them."""
        return np.stack([np.frombuffer(row, np.int64) for row in self._rows])


def build_blueprints(blueprints: Sequence[Blueprint]) -> Blueprints:
    """Lay out blueprints for a batch of runs.

    Parameters
    ----------
    blueprints
        In the order of the rows; of scenarios with any number of demand types.
    """
    tables = Tables()
    designs = np.array([_design_of(b, tables) for b in blueprints], DESIGN)
    types = [np.array(_types_of(b, tables), DEMAND) for b in blueprints]
    pick_up = [_pick_up_of(b, tables) for b in blueprints]

    def padded(array_of: Callable[[Blueprint], Any]) -> Any:
        return _pad([array_of(blueprint) for blueprint in blueprints])

    return Blueprints(
        designs=designs,
        types=_pad(types),
        tables=tables.stack(),
        day_particulars=_flat(padded(lambda b: b.citizens.day_particulars)),
        share_ppm=padded(lambda b: b.layout.share_ppm),
        worker_pool=padded(lambda b: b.layout.worker_pool),
        outsourced=padded(lambda b: b.layout.outsourced),
        premium_ppm=padded(lambda b: b.layout.premium_ppm),
        shift_start_s=padded(lambda b: b.roster.shift_start_s),
        shift_end_s=padded(lambda b: b.roster.shift_end_s),
        pattern=padded(lambda b: b.roster.pattern),
        boundary_s=padded(lambda b: b.roster.boundary_s),
        holiday=padded(lambda b: np.array(b.calendar.holidays, np.int64)),
        time_ppm=padded(lambda b: b.pressure.time_ppm),
        shock_from_day=padded(lambda b: b.roster.shock_from_day),
        shock_until_day=padded(lambda b: b.roster.shock_until_day),
        shock_chance=padded(lambda b: b.roster.shock_chance),
        pick_up_table=_pad(pick_up),
        lacks_expertise=padded(lambda b: b.decision.lacks_expertise),
    )


def _design_of(blueprint: Blueprint, tables: Tables) -> tuple[float, ...]:
    layout = blueprint.layout
    numbers = {
        "pools": layout.pools,
        "workers": len(layout.worker_pool),
        "pattern": len(blueprint.roster.pattern),
        "boundaries": len(blueprint.roster.boundary_s),
        "shocks": len(blueprint.roster.shock_chance),
        "pressures": len(blueprint.pressure.time_ppm),
        "holidays": len(blueprint.calendar.holidays),
        "turn_away_return_table": tables.place(blueprint.intake.turn_away_return_s),
        "call_time_table": tables.place(blueprint.citizens.call_time_s),
        "judgement_table": tables.place(blueprint.decision.judgement_ppm),
        "memory_table": tables.place(blueprint.work.memory_s),
    }
    for group in blueprint:
        numbers |= {name: getattr(group, name) for name, _ in NUMBERS[type(group)]}
    return tuple(numbers[name] for name in DESIGN.names or ())


def _types_of(blueprint: Blueprint, tables: Tables) -> list[tuple[float, ...]]:
    citizens = blueprint.citizens
    columns: list[Any] = [getattr(citizens, name) for name in WHOLES]
    columns += [[tables.place(row) for row in getattr(citizens, name)] for name in DELAYS]
    columns += [getattr(citizens, name) for name in CHANCES]
    columns += [getattr(citizens, name)[:, -1] > 0 for name in MAYBE_NEVER.values()]
    columns += [(citizens.day_particulars <= 1).sum(axis=1)]
    return list(zip(*columns, strict=True))


def _pick_up_of(blueprint: Blueprint, tables: Tables) -> Whole:
    rows = blueprint.layout.pick_up_s
    return np.array([tables.place(row) if row[-1] > 0 else NONE for row in rows], np.int64)


def _flat(array: Any) -> Any:
    return array.reshape(len(array), -1)


def _pad(arrays: Sequence[Any]) -> Any:
    """Stack arrays of one number of dimensions, with zeros where one is shorter."""
    shape = np.max([array.shape for array in arrays], axis=0)
    stacked = np.zeros((len(arrays), *shape), arrays[0].dtype)
    for row, array in zip(stacked, arrays, strict=True):
        row[tuple(slice(length) for length in array.shape)] = array
    return stacked
