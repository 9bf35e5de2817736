"""Which places of a scenario a dotted key means, short forms included."""

from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from sim.design import Design, Function, Quantity
from sim.message import Message
from sim.scenario.demand import Demand
from sim.scenario.keys import Key, Kind, bare, dotted, fields, is_table, kind_below, nearest
from sim.scenario.parse import Raw
from sim.scenario.schema import ScenarioFile

Place = tuple[Key, ...]
"""The full row of keys that leads to one place."""

_MANY = {"demand": Demand, "designs": Design}


class UnknownKeyError(ValueError):
    """A key that a scenario does not have."""


def find_places(raw: Raw, key: str) -> list[Place]:
    """Return every place that a key means.

    Parameters
    ----------
    raw
        The table of a sound scenario.
    key
        Such as ``staff.total``, ``demand.variety`` (of every demand type),
        ``split.purpose.check`` (of the design ``split``) or ``split.functions.pools.wage`` (of
        each of its functions).

    Raises
    ------
    UnknownKeyError
        If it means none, with the nearest that there is.
    """
    spelled = [words for some in _spell_out(raw, key.split(".")) for words in _each_pool(raw, some)]
    return [_follow(raw, words) for words in spelled]


def _spell_out(raw: Raw, words: list[str]) -> list[list[str]]:
    """Write out the short forms: a design's own name, and every demand type or design."""
    first, *rest = words
    if first in raw["designs"]:
        return [["designs", *words]]
    if first not in _MANY or not rest or rest[0] in raw[first]:
        return [words]
    if rest[0] not in fields(_MANY[first]):
        _refuse((first,), rest[0], [*raw[first], *fields(_MANY[first])])
    return [[first, name, *rest] for name in raw[first]]


def _each_pool(raw: Raw, words: list[str]) -> list[list[str]]:
    """Write out a quantity of every function of a design, where no function has that name."""
    if words[2:4] != ["functions", "pools"] or words[0] != "designs" or len(words) < 5:
        return [words]
    pools = raw["designs"].get(words[1], {}).get("functions", {}).get("pools", [])
    if words[4] not in fields(Function) or words[4] in [pool.get("name") for pool in pools]:
        return [words]
    return [[*words[:4], str(nth), *words[4:]] for nth in range(len(pools))]


def _refuse(above: Place, word: str, known: Iterable[str]) -> NoReturn:
    words = list(known)
    none = Message("expected no key below {key}", key=dotted(above))
    hint = nearest(word, words) if words else none
    key = dotted((*above, word))
    raise UnknownKeyError(Message("{key}: unknown key, {hint}", key=key, hint=hint))


class _Spot(NamedTuple):
    """Where one has come to: the keys so far, what may stand there, and what does."""

    keys: Place
    kind: Kind
    content: Any


def _follow(raw: Raw, words: list[str]) -> Place:
    spot = _Spot((), ScenarioFile, raw)
    for word in words:
        spot = _step(spot, word, raw)
    return spot.keys


def _step(spot: _Spot, word: str, raw: Raw) -> _Spot:
    if bare(spot.kind) is Quantity:
        return spot if word == "is" else _refuse(spot.keys, word, ["is"])
    if isinstance(spot.content, list):
        return _step_into_list(spot, word)
    kind = kind_below(spot.kind, word)
    if kind is None:
        names = [] if spot.keys else raw["designs"]
        known = fields(spot.kind) if is_table(spot.kind) else ()
        _refuse(spot.keys, word, [*known, *names])
    content = spot.content.get(word, {}) if isinstance(spot.content, dict) else {}
    return _Spot((*spot.keys, word), kind, content)


def _step_into_list(spot: _Spot, word: str) -> _Spot:
    """Go to an entry of a list by its name, or by its position from 0."""
    names = [_name_of(entry, nth) for nth, entry in enumerate(spot.content)]
    positions = [str(i) for i in range(len(names))]
    if word not in names and word not in positions:
        _refuse(spot.keys, word, names)
    position = names.index(word) if word in names else int(word)
    return _Spot((*spot.keys, position), kind_below(spot.kind, position), spot.content[position])


def _name_of(entry: Any, nth: int) -> str:
    return str(entry.get("name", nth)) if isinstance(entry, dict) else str(nth)
