"""Rules about where the numbers come from, and what is plausible."""

from collections.abc import Iterator
from itertools import chain

from sim.design import CHANGED, OWN_SOURCES, Frozen, Quantity
from sim.scenario.keys import found, nearest
from sim.scenario.parse import Parts
from sim.scenario.schema import quantities


def all_quantities(parts: Parts) -> list[tuple[str, Quantity]]:
    """List every quantity that could be read, with its dotted key."""
    return list(chain.from_iterable(quantities(part, key) for key, part in _tables(parts)))


def _tables(parts: Parts) -> Iterator[tuple[str, Frozen]]:
    names = ("service", "calendar", "staff", "costs", "loops")
    single = {name: getattr(parts, name) for name in names}
    yield from ((key, part) for key, part in single.items() if part is not None)
    yield from ((f"demand.{name}", demand) for name, demand in parts.demand.items())
    yield from ((f"designs.{name}", design) for name, design in parts.designs.items())


def _used_sources(parts: Parts) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield key, source and the general words allowed there."""
    for key, quantity in all_quantities(parts):
        yield f"{key}.from", quantity.source, OWN_SOURCES
    for i, evidence in enumerate(parts.evidence):
        yield f"evidence.{i}.from", evidence.source, ()


def check_sources(parts: Parts) -> Iterator[str]:
    """Check that each source that is named exists."""
    if parts.sources is None:
        return
    for key, source, general in _used_sources(parts):
        known = [*parts.sources, *general]
        if source not in known:
            yield f"{key}: found the source {found(source)}, {nearest(source, known)}"


def check_unused(parts: Parts) -> Iterator[str]:
    """Check that each source is named somewhere, and is no general word.

    Where values were changed, the sources they had may be left over.
    """
    used = {source for _, source, _ in _used_sources(parts)}
    for key in parts.sources or ():
        if key in OWN_SOURCES:
            yield f"sources.{key}: found a general word, expected another key"
        elif parts.whole and key not in used and CHANGED not in used:
            yield f'sources.{key}: not used, expected some quantity with from = "{key}"'


def check_ranges(parts: Parts) -> Iterator[str]:
    """Check that each value lies in its plausible range, which a change drops."""
    for key, quantity in all_quantities(parts):
        low, high = quantity.plausible or (quantity.value, quantity.value)
        if low <= high and not low <= quantity.value <= high:
            value = found(quantity.value)
            yield f"{key}: found {value}, expected it within its range {[low, high]}"
