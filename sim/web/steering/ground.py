"""What stocks and flows on the page are of: the service as it is asked for, and as it begins."""

from collections.abc import Hashable
from typing import NamedTuple

from sim.scenario import Scenario
from sim.web.session.asked import Asked
from sim.web.session.stand import Stand
from sim.web.steering.inputs import Inputs

ALL_ALIKE = "demand.variety=0"


class Ground(NamedTuple):
    """A service, and one of its designs.

    Attributes
    ----------
    service
        What the visitor has chosen.
    scenario, designs
        It with all that was changed, and with needs as they are on the page; its two designs.
    start
        The design as which it begins.
    key
        What tells it from all others, the design apart.
    """

    service: str
    scenario: Scenario
    designs: tuple[str, str]
    start: str
    key: tuple[Hashable, ...]


def find_ground(asked: Asked, stand: Stand, inputs: Inputs) -> Ground:
    """Return what stocks and flows are of."""
    scenario = stand.changed_as(asked)
    key = (asked.service, asked.changes, scenario.origin, inputs.has_variety)
    varied = scenario if inputs.has_variety else scenario.changed(ALL_ALIKE)
    return Ground(asked.service, varied, stand.designs, inputs.start, key)
