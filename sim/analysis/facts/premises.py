"""What is kept of the premises that a verdict on cost rests on.

Two numbers of the shared mechanisms were fitted to all services at once and have no source of their
own, and most of what dividing the work costs goes through them. So it is tried what the designs
cost where no case lies until another hand takes it up, and where who waits asks as seldom as is
plausible.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.comparison import Compared, Comparison, compare
from sim.analysis.facts.mended import COST
from sim.design import Quantity
from sim.design.quantity import FITTED
from sim.experiment import RunSettings
from sim.scenario import Scenario

PREMISES = {
    "lying": "designs.functions.pools.pick_up_days=0",
    "asking": "demand.chase_per_day=0.05",
}
"""What is changed, by the name of the premise."""


class Premise(NamedTuple):
    """What two designs cost without a premise."""

    settles: bool
    """Whether both do; if not, there is no difference here."""
    cost: Compared
    """Cost per citizen helped."""


def find_premises(
    scenario: Scenario, settings: RunSettings, comparison: Comparison
) -> dict[str, Premise]:
    """Find what two designs cost without each premise; one that the file has a source for is none.

    Parameters
    ----------
    scenario
        The scenario.
    settings
        How `comparison` was run.
    comparison
        That of the two designs as they are.
    """
    return {
        name: build_premise(compare(scenario.changed(PREMISES[name]), comparison.designs, settings))
        for name in list_premises(scenario, comparison.designs)
    }


def list_premises(scenario: Scenario, designs: Sequence[str]) -> list[str]:
    """List the premises of two designs of a scenario: those whose numbers were fitted."""
    pools = [pool for name in designs for pool in scenario.designs[name].functions.pools]
    quantities: dict[str, list[Quantity]] = {
        "lying": [pool.pick_up_days for pool in pools],
        "asking": [demand.chase_per_day for demand in scenario.demand.values()],
    }
    return [name for name, some in quantities.items() if any(q.source == FITTED for q in some)]


def build_premise(comparison: Comparison) -> Premise:
    """Gather what is kept of a comparison without a premise."""
    settles = all(one.settles for one in comparison.settling)
    return Premise(settles, comparison.tell()[COST]._replace(reason=None))
