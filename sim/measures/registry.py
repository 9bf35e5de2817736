"""All measures by name, in the order in which they are shown."""

from collections.abc import Iterable

from sim.errors import RunError
from sim.measures.cost import COST
from sim.measures.declaration import Measure
from sim.measures.demand import DEMAND
from sim.measures.faces import FACES
from sim.measures.failure_contacts import FAILURE_CAUSES, FAILURE_CONDITIONS
from sim.measures.joy import JOY
from sim.measures.quality import QUALITY
from sim.measures.reading import Reading
from sim.measures.settling import SETTLING
from sim.measures.staff import STAFF
from sim.measures.time import BACKLOG, TIME
from sim.measures.unit_cost import UNIT_COST
from sim.measures.view import View
from sim.message import Message
from sim.scenario.keys import nearest

FAMILIES = (
    DEMAND,
    FAILURE_CAUSES,
    FAILURE_CONDITIONS,
    TIME,
    FACES,
    QUALITY,
    COST,
    UNIT_COST,
    STAFF,
    BACKLOG,
    SETTLING,
    JOY,
)
MEASURES = {measure.name: measure for family in FAMILIES for measure in family.measures}


def find_measure(name: str) -> Measure:
    """Return the measure of a name.

    Raises
    ------
    RunError
        If there is none.
    """
    if name not in MEASURES:
        hint = nearest(name, MEASURES)
        raise RunError(
            Message('{key}: found "{name}", {hint}', key="measure", name=name, hint=hint)
        )
    return MEASURES[name]


def measure(view: View, names: Iterable[str]) -> dict[str, Reading]:
    """Take some measures of a view, in the order of their names.

    Raises
    ------
    RunError
        If there is no measure of a name.
    """
    return {name: find_measure(name).read(view) for name in names}


def measure_all(view: View) -> dict[str, Reading]:
    """Take every measure of a view, in the order of `MEASURES`."""
    return measure(view, MEASURES)
