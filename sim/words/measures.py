"""Measures by family, and by the short titles that they have beneath a heading."""

from collections.abc import Iterator

from sim.measures import FAILURE_CONDITIONS, FAMILIES, MEASURES


def list_families() -> Iterator[tuple[str, list[str]]]:
    """List what measures are about, to be said, and the names of those that are about it."""
    for family in FAMILIES:
        yield family.title, [measure.name for measure in family.measures]


def find_title(name: str) -> str:
    """Return the title of a measure, to be said."""
    return MEASURES[name].title


def find_parts(whole: str) -> dict[str, str]:
    """Return the measures that add up to another, with their short titles."""
    return {m.name: m.short_title for m in MEASURES.values() if m.part_of == whole}


def find_failure_conditions() -> dict[str, str]:
    """Return failure demand by condition of the design, with short titles."""
    return {m.name: m.short_title for m in FAILURE_CONDITIONS.measures}
