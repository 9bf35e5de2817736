"""All measures by name, in the order in which they are shown."""

from collections.abc import Iterable

from sim.errors import RunError
from sim.measures import (
    backlog,
    causes,
    conditions,
    cost,
    demand,
    faces,
    joy,
    quality,
    staff,
    time,
    unit_cost,
)
from sim.measures.measure import Measure
from sim.measures.reading import Reading
from sim.measures.view import View
from sim.scenario.keys import nearest

FAMILIES: dict[str, tuple[Measure, ...]] = {
    "Demand": demand.FAMILY,
    "Failure demand by cause": causes.FAMILY,
    "Failure demand by condition": conditions.FAMILY,
    "Time": time.FAMILY,
    "Faces": faces.FAMILY,
    "Quality": quality.FAMILY,
    "End-to-end cost": cost.FAMILY,
    "Unit cost": unit_cost.FAMILY,
    "Staff": staff.FAMILY,
    "Backlog": backlog.FAMILY,
    "Work joy": joy.FAMILY,
}

MEASURES: dict[str, Measure] = {
    measure.name: measure for family in FAMILIES.values() for measure in family
}

ALL_TYPES = "it is about the whole service, not about one demand type"


def find_measure(name: str) -> Measure:
    """Return the measure of a name.

    Raises
    ------
    RunError
        If there is none.
    """
    if name not in MEASURES:
        raise RunError(f'measure: found "{name}", {nearest(name, [*MEASURES])}')
    return MEASURES[name]


def measure(view: View, names: Iterable[str]) -> dict[str, Reading]:
    """Take some measures of a view, in the order of their names."""
    return {name: _take(MEASURES[name], view) for name in names}


def measure_all(view: View) -> dict[str, Reading]:
    """Take every measure of a view, in the order of `MEASURES`."""
    return measure(view, MEASURES)


def _take(measure: Measure, view: View) -> Reading:
    if view.is_one_type and not measure.per_type:
        return Reading(None, ALL_TYPES)
    return measure.function(view)
