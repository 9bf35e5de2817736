"""Measures by family, and by the short titles that they have beneath a heading."""

from collections.abc import Iterator

from sim.measures import FAMILIES, MEASURES

COST_PARTS = {
    name: MEASURES[name].title
    for name in (
        "cost_value_work",
        "cost_intake_and_checks",
        "cost_read_in",
        "cost_failure_contacts",
        "cost_rework",
        "cost_control",
        "cost_planning",
        "cost_travel",
        "cost_overservice",
        "cost_purchases",
        "cost_downstream",
    )
}
"""Together they are the whole cost per citizen helped."""
FAILURE_CONDITIONS = {m.name: m.title for m in FAMILIES["Failure demand by condition"]}


def list_families() -> Iterator[tuple[str, list[str]]]:
    """List what measures are about, and the names of those that are about it."""
    for title, measures in FAMILIES.items():
        yield title, [measure.name for measure in measures]


def title_of(name: str) -> str:
    """Return the title of a measure, to be said."""
    return MEASURES[name].title
