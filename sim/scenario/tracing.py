"""Which quantities of a scenario its file does not state itself, and where each is taken from."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sim.scenario.completing import SHARED, complete, read_mechanisms
from sim.scenario.parse import Raw

_MARK = "taken from"
"""A key beside the value of a quantity, which goes wherever the quantity is copied to."""


class Taken(NamedTuple):
    """Where a quantity is taken from."""

    is_shared: bool
    """Whether from the shared mechanisms; otherwise from another design of the same file."""
    key: str
    """Its dotted key there."""


def trace_taken(raw: Raw) -> dict[str, Taken]:
    """Return where each quantity is taken from that a file does not state itself, by its key.

    Every quantity is marked with its place before the file is completed, so that no rule of
    completing has to be known here.

    Parameters
    ----------
    raw
        The table of a sound file, as it stands there.
    """
    shares = raw.get("mechanisms") == SHARED
    shared = _mark(read_mechanisms(), is_shared=True) if shares else {}
    marked, _ = complete(_mark(raw, is_shared=False), shared)
    found = dict(_find_marks(marked))
    return {key: taken for key, taken in found.items() if taken != Taken(False, key)}


def _mark(content: Any, *, is_shared: bool, key: str = "") -> Any:
    """Copy a table with a mark at each quantity."""
    if isinstance(content, list | dict):
        copied = {
            name: _mark(below, is_shared=is_shared, key=f"{key}.{name}" if key else str(name))
            for name, below in _list_items(content)
        }
        if isinstance(content, list):
            return list(copied.values())
        mark = {_MARK: Taken(is_shared, key)} if "is" in content else {}
        return copied | mark
    return content


def _find_marks(content: Any, key: str = "") -> Iterator[tuple[str, Taken]]:
    if isinstance(content, dict) and _MARK in content:
        yield key, content[_MARK]
    elif isinstance(content, list | dict):
        for name, below in _list_items(content):
            yield from _find_marks(below, f"{key}.{name}" if key else str(name))


def _list_items(content: Any) -> list[tuple[Any, Any]]:
    return list(content.items() if isinstance(content, dict) else enumerate(content))
