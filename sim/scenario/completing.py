"""What a scenario file leaves out, and takes from elsewhere: another design, shared mechanisms.

``like = "functionalised"`` in a design takes what it leaves out from another design of the file;
``mechanisms = "shared"`` at the top of a file takes the rest from `scenarios/mechanisms.toml`, the
one set of constants that all shipped services have. What is nearest wins: the design's own, that
of shared designs of its name, that of the design it is like, that of every design.
"""

import hashlib
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from sim.design.quantity import ASSUMED, FITTED, OWN_SOURCES
from sim.errors import mismatch
from sim.message import Message
from sim.scenario.files import MECHANISMS, shipped_folder
from sim.scenario.keys import found, unknown
from sim.scenario.parse import Raw
from sim.scenario.reading import read_toml

SHARED = "shared"
LEFT_OUT = "none"
"""The word by which a file leaves out what it would otherwise take from elsewhere."""
ELSEWHERE = ("calendar", "staff", "costs", "loops")
"""Parts of a file of which shared mechanisms can state something, demand and designs apart."""
EVERY = "every"
"""The name under which the shared mechanisms state what holds in every design."""
EACH_POOL = "each_pool"
"""The key of a design's functions under which stands what holds in each of its pools."""


def complete(raw: Raw, mechanisms: Raw | None = None) -> tuple[Raw, list[Message]]:
    """Return the table of a file with what it takes from elsewhere, and what is wrong with that.

    Parameters
    ----------
    raw
        The table as it stands in the file; it is not changed.
    mechanisms
        The shared mechanisms; those that are shipped if `None`.
    """
    whole = deepcopy(raw)
    shared, problems = _take_shared(whole, mechanisms)
    designs = _tables(whole.get("designs"))
    models = _take_models(designs, problems)
    own = {name: _assume(table) for name, table in designs.items()}
    demand = _tables(whole.get("demand"))
    of_kind = _tables(_tables(shared.get("designs")).get(_kind(demand)))
    for name, table in designs.items():
        _fill(table, list(_others(name, models.get(name), own, of_kind)))
        _fill_pools(table.get("functions"))
    for table in demand.values():
        _fill(table, [_tables(shared.get("demand")).get(str(table.get("kind")), {})])
    _fill(whole, [{key: shared[key] for key in ELSEWHERE if key in shared}])
    _add_sources(whole, shared.get("sources", {}))
    return whole, problems


def complete_shared(raw: Raw) -> Raw:
    """Return a table with all that it leaves out and the shared mechanisms have.

    Parameters
    ----------
    raw
        The table; whether it asks for them or not.
    """
    return complete({**raw, "mechanisms": SHARED})[0]


def sign(raw: Raw, sha256: str) -> str:
    """Return the hash that a scenario is known by: that of its file, with what the file shares.

    Parameters
    ----------
    raw
        The table as it stands in the file.
    sha256
        Hash of the content of the file.
    """
    if raw.get("mechanisms") != SHARED:
        return sha256
    return hashlib.sha256(f"{sha256} {_read_mechanisms()[1]}".encode()).hexdigest()


def read_mechanisms() -> Raw:
    """Return the table of the shared mechanisms; it is not to be changed."""
    return _read_mechanisms()[0]


def _take_shared(whole: Raw, mechanisms: Raw | None) -> tuple[Raw, list[Message]]:
    """Take the word for shared mechanisms out of a table, and return what it stands for."""
    word = whole.pop("mechanisms", None)
    if word is None:
        return {}, []
    if word != SHARED:
        return {}, [mismatch("mechanisms", found(word), Message('"{word}"', word=SHARED))]
    return (read_mechanisms() if mechanisms is None else mechanisms), []


def _read_mechanisms() -> tuple[Raw, str]:
    return _read_once(shipped_folder() / f"{MECHANISMS}.toml")


@cache
def _read_once(path: Path) -> tuple[Raw, str]:
    return read_toml(path)


def _take_models(designs: dict[str, Raw], problems: list[Message]) -> dict[str, str]:
    """Take the word for another design out of each table; return those designs by name."""
    models = {name: table.pop("like") for name, table in designs.items() if "like" in table}
    for name, other in list(models.items()):
        known = [design for design in designs if design not in models]
        if other not in known:
            problems.append(unknown(f"designs.{name}.like", str(other), known))
            del models[name]
    return models


def _assume(table: Raw) -> Raw:
    """Copy a table for another design: what was fitted to one design is assumed in another."""
    copied = {}
    for key, content in table.items():
        copied[key] = _assume(content) if isinstance(content, dict) else deepcopy(content)
        if key == "from" and content == FITTED:
            copied[key] = ASSUMED
    return copied


def _kind(demand: dict[str, Raw]) -> str:
    """Return which shared designs are meant: those of visits, where nothing else is asked for."""
    kinds = {str(table.get("kind")) for table in demand.values()}
    return "visits" if kinds == {"visits"} else "case"


def _others(
    name: str, model: str | None, own: dict[str, Raw], shared: dict[str, Raw]
) -> Iterator[Raw]:
    """Yield the tables from which a design takes what it leaves out, the nearest first."""
    yield shared.get(name, {})
    if model is not None:
        yield own[model]
        yield shared.get(model, {})
    yield shared.get(EVERY, {})


def _fill(table: Raw, others: list[Raw]) -> None:
    """Put into a table what it leaves out and others have, the first of them that has it."""
    for other in others:
        _take(table, other)
    for other in others:
        _leave_out(table, other)


def _fill_pools(functions: Any) -> None:
    """Give each pool of a design what is stated of every pool, and it does not say itself."""
    each = functions.pop(EACH_POOL, None) if isinstance(functions, dict) else None
    if not isinstance(each, dict):
        return
    pools = functions.get("pools")
    for pool in pools if isinstance(pools, list) else []:
        if isinstance(pool, dict):
            _fill(pool, [each])


def _take(table: Raw, other: Raw) -> None:
    """Take what is left out from another table; a quantity is taken whole."""
    for key, content in other.items():
        if key not in table:
            table[key] = deepcopy(content)
        elif _is_table(table[key]) and _is_table(content):
            _take(table[key], content)


def _leave_out(table: Raw, other: Raw) -> None:
    """Leave out what is not to be taken from another table."""
    for key, content in other.items():
        if table.get(key) == LEFT_OUT:
            del table[key]
        elif _is_table(table.get(key)) and _is_table(content):
            _leave_out(table[key], content)


def _is_table(content: Any) -> bool:
    return isinstance(content, dict) and "is" not in content


def _add_sources(whole: Raw, shared: Raw) -> None:
    """Add the shared sources that are named, and that the file does not describe itself."""
    sources = whole.setdefault("sources", {})
    if not isinstance(sources, dict):
        return
    for key in list(_named_sources(whole)):
        if key in shared and key not in sources and key not in OWN_SOURCES:
            sources[key] = shared[key]


def _named_sources(content: Any) -> Iterator[str]:
    if isinstance(content, dict) and isinstance(content.get("from"), str):
        yield content["from"]
    for below in _list_below(content):
        yield from _named_sources(below)


def _list_below(content: Any) -> list[Any]:
    if isinstance(content, dict):
        return list(content.values())
    return content if isinstance(content, list) else []


def _tables(content: Any) -> dict[str, Raw]:
    """Return the tables within a table; nothing where it is none."""
    if not isinstance(content, dict):
        return {}
    return {name: table for name, table in content.items() if isinstance(table, dict)}
