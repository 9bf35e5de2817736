"""Setting one place of a raw table to a value, and keeping account of where numbers come from."""

from copy import deepcopy
from functools import lru_cache
from typing import Any, Literal

from sim.design import CHANGED, Quantity
from sim.errors import mismatch
from sim.message import Message
from sim.scenario.keys import Kind, bare, dotted, fields, found, is_table, kind_at, origin
from sim.scenario.parse import Raw
from sim.scenario.places import Place
from sim.scenario.schema import ScenarioFile

NONE = "none"
"""The value that leaves an optional key out."""

_TOO_LARGE = 1e15
_MOST_KEPT = 10_000
"""Places of which it is kept what may stand there: a sweep sets the same ones at every point."""


def set_value(raw: Raw, place: Place, value: Any, multiplies: bool) -> None:
    """Set one place in a raw table.

    Parameters
    ----------
    raw
        The table, which is changed.
    place
        Keys that lead to the place.
    value
        A number, a word, a table or list as in a file, `NONE`, or the name of a design to take the
        place's content from.
    multiplies
        Whether the value multiplies the number that is there.

    Raises
    ------
    ValueError
        If a value of this kind cannot stand there.
    """
    kind = bare(_kind_at(place))
    if multiplies:
        _set_number(raw, place, _multiplied(raw, place, _as_number(place, value)))
    elif _is_other_design(raw, place, kind, value):
        _put(raw, place, deepcopy(_get(raw, ("designs", value, *place[2:]))))
    elif value == NONE:
        _put(raw, place, None)
    elif kind is Quantity and not isinstance(value, dict):
        _set_number(raw, place, _as_number(place, value))
    elif is_table(kind) and not isinstance(value, dict):
        raise ValueError(mismatch(dotted(place), found(value), _within(raw, place, kind)))
    else:
        _put(raw, place, value)


@lru_cache(_MOST_KEPT)
def _kind_at(place: Place) -> Kind:
    return kind_at(ScenarioFile, place)


def _is_other_design(raw: Raw, place: Place, kind: Kind, value: Any) -> bool:
    takes_words = kind is str or origin(kind) is Literal
    is_in_design = place[0] == "designs" and len(place) > 1
    return is_in_design and not takes_words and str(value) in raw["designs"]


def _within(raw: Raw, place: Place, kind: Kind) -> Message:
    """Say what to do instead of setting a whole table to a word or number."""
    keys = Message("a key within it: {keys}", keys=", ".join(fields(kind)))
    if place[0] != "designs":
        return keys
    names = ", ".join(raw["designs"])
    return Message("{keys}; or the name of another design: {names}", keys=keys, names=names)


def _as_number(place: Place, value: Any) -> float:
    if isinstance(value, float | int) and not isinstance(value, bool) and abs(value) < _TOO_LARGE:
        return value
    raise ValueError(mismatch(dotted(place), found(value), Message("a number")))


def _number_at(raw: Raw, place: Place) -> float | None:
    """Return the number at a place, which may be the value of a key that is left out."""
    content = _get(raw, place)
    above = _kind_at(place[:-1])
    if content is None and is_table(above):
        default = fields(above)[str(place[-1])]
        content = default.get_default(call_default_factory=True)
    if isinstance(content, Quantity):
        return content.value
    number = content.get("is") if isinstance(content, dict) else content
    return number if isinstance(number, float | int) else None


def _multiplied(raw: Raw, place: Place, factor: float) -> float:
    number = _number_at(raw, place)
    if number is None:
        raise ValueError(
            Message("{key}: found no number to multiply, expected one", key=dotted(place))
        )
    product = number * factor
    return int(product) if isinstance(number, int) and product == int(product) else product


def _set_number(raw: Raw, place: Place, number: float) -> None:
    """Set a number; one that stays what it was keeps its source and plausible range."""
    if number == _number_at(raw, place):
        return
    is_quantity = bare(_kind_at(place)) is Quantity
    _put(raw, place, {"is": number, "from": CHANGED} if is_quantity else number)


def _get(raw: Raw, place: Place) -> Any:
    content: Any = raw
    for key in place:
        if isinstance(content, list):
            content = content[int(key)] if int(key) < len(content) else None
        else:
            content = (content or {}).get(key)
    return content


def _put(raw: Raw, place: Place, content: Any) -> None:
    """Put content at a place, making the tables above it; None takes it out."""
    above: Any = raw
    for key in place[:-1]:
        above = above[key] if isinstance(key, int) else above.setdefault(key, {})
    if content is None and isinstance(above, list):
        del above[int(place[-1])]
    elif content is None:
        above.pop(place[-1], None)
    else:
        above[place[-1]] = content
