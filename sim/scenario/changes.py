"""Changes that whoever runs a scenario asks of it, such as ``--set demand.variety=0``.

=======================================  =======================================================
change                                   what it does
=======================================  =======================================================
``staff.total=20``                       sets one value
``demand.variety=0``                     sets it for every demand type
``demand.known.variety=2``               sets it for one
``designs.purpose.check=0.5``            sets it for every design
``split.purpose.check=0.5``              sets it for the design ``split``
``split.functions.pools.front.share=1``  sets it for one function, by name or position from 0
``split.functions.pools.wage=1``         sets it for each function of that design
``demand.variety*=1.5``                  multiplies what is there
``split.targets.order=deadline``         sets a word
``split.purpose=whole``                  takes the whole condition from the design ``whole``
``split.budget.cap_minutes=none``        leaves out what may be left out
=======================================  =======================================================

A value that is changed has the source `CHANGED` and no plausible range; one that stays what it was
keeps both.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from math import fsum
from typing import Any, NamedTuple

from sim.design import CHANGED
from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario.parse import Raw, parse
from sim.scenario.places import Place, find_places
from sim.scenario.reading import MOST_IN_LINE, check_lines
from sim.scenario.setting import set_value

_CHANGE = re.compile(r"\s*([^\s=*]+)\s*(\*?)=\s*(.*\S)\s*", re.DOTALL)
NO_CHANGE = Message("not a change, expected key=value, such as demand.variety=0")
_MOVES_STAFF: tuple[Place, ...] = (
    ("functions",),
    ("functions", "pools"),
    ("centralisation",),
    ("centralisation", "front_office_staff"),
)
"""Places of a design that, when changed alone, leave staff without a place or take them twice."""


class Change(NamedTuple):
    """A change that has been read."""

    text: str
    places: list[Place]
    multiplies: bool
    value: Any


def make_changes(raw: Raw, texts: Sequence[str]) -> Raw:
    """Return a copy of a raw table with changes made to it, one after the other.

    Where they move staff between front office and functions, the functions' shares of the staff are
    scaled at the end, so that all add up to 1. Sources that nothing names any more are left out.

    Raises
    ------
    ScenarioError
        If one cannot be made, or its value cannot stand there.
    """
    changed = deepcopy(raw)
    change_in_place(changed, texts)
    return changed


def change_in_place(raw: Raw, texts: Sequence[str]) -> None:
    """Make changes to a raw table itself, as `make_changes` does to a copy.

    Raises
    ------
    ScenarioError
        If one cannot be made, or its value cannot stand there: then the table is of no use.
    """
    places: list[Place] = []
    for text in texts:
        change = read_change(raw, text)
        _make(raw, change)
        places += change.places
    settle_changes(raw, places)


def settle_changes(raw: Raw, places: Iterable[Place]) -> None:
    """Do in a raw table what follows from changes at some places, once all are made.

    Where staff were moved, shares are scaled; sources that nothing names any more are left out.
    """
    moved = {place[1]: None for place in places if _moves_staff(place)}
    for design in moved:
        fit_staff(raw, str(design))
    if "sources" in raw:
        named = set(_named_sources(raw))
        raw["sources"] = {k: words for k, words in raw["sources"].items() if k in named}


def _named_sources(part: Any) -> Iterator[str]:
    """List the sources named in a table: those of a condition that was replaced are not."""
    if isinstance(part, dict):
        if isinstance(part.get("from"), str):
            yield part["from"]
        part = list(part.values())
    if isinstance(part, list | tuple):
        for item in part:
            yield from _named_sources(item)


def _make(raw: Raw, change: Change) -> None:
    try:
        for place in change.places:
            set_value(raw, place, change.value, change.multiplies)
    except ValueError as error:
        raise ScenarioError(change.text, [error.args[0]]) from error
    _, problems = parse(raw)
    if problems:
        raise ScenarioError(change.text, problems)


def read_change(raw: Raw, text: str) -> Change:
    """Read a change against the scenario that it is about.

    Raises
    ------
    ScenarioError
        If it is not written as a change, or names a key that does not exist.
    """
    match = _CHANGE.fullmatch(text) if len(text) <= MOST_IN_LINE else None
    if match is None:
        raise ScenarioError(text, [NO_CHANGE])
    key, times, value = match.groups()
    try:
        return Change(text, find_places(raw, key), bool(times), _read_value(value))
    except ValueError as error:
        raise ScenarioError(text, [error.args[0]]) from error


def _read_value(text: str) -> Any:
    """Read a value as TOML does; what TOML would not accept is a number like ``.5`` or a word."""
    for read in (lambda: _read_as_toml(text), lambda: float(text)):
        try:
            return read()
        except (ValueError, RecursionError):
            continue
    return text


def _read_as_toml(text: str) -> Any:
    """Read one value, and no lines after it."""
    check_lines(text)
    (value,) = tomllib.loads(f"value = {text}").values()
    return value


def _moves_staff(place: Place) -> bool:
    """Tell whether a change at a place moves staff between front office and functions."""
    return place[0] == "designs" and place[2:] in _MOVES_STAFF


def fit_staff(raw: Raw, design: str) -> None:
    """Scale the functions' shares of a design's staff, so that they and the front office make 1."""
    table = raw["designs"][design]
    front = table["centralisation"].get("front_office_staff", {"is": 0.0})["is"]
    pools = table["functions"]["pools"]
    total = fsum(pool["staff"]["is"] for pool in pools)
    if total <= 0 or abs(front + total - 1) <= 1e-6:
        return
    for pool in pools:
        pool["staff"] = {"is": pool["staff"]["is"] * (1 - front) / total, "from": CHANGED}
