"""What all managers of a service have alike: from when on, how long, and what is measured."""

from collections.abc import Sequence

from sim.errors import RunError, mismatch
from sim.experiment import SIGNS, Frame, RunSettings
from sim.measures import MEASURES
from sim.message import Message
from sim.scenario import Scenario
from sim.steering.arms import OUTCOME
from sim.steering.policy import Policy, read_managers
from sim.steering.rules import Rule
from sim.steering.service import QUARTER_DAYS, Plan

Manager = Policy | Rule
SEEN = (
    "cost_per_citizen_helped",
    "unit_cost_per_activity",
    "failure_demand_share",
    "end_to_end_days",
    "reported_days",
    "utilisation",
    "utilisation_busiest",
    "demand_per_month",
)
"""What is told of each quarter, and what rules look at, besides the figure that is steered by."""
LEAST_QUARTERS, MOST_QUARTERS = 2, 60


def build_plan(
    settings: RunSettings, frame: Frame, quarters: int, managers: Sequence[Manager]
) -> Plan:
    """Plan histories that begin with the quarter after the start has worn off."""
    steered_by = [name for manager in managers for name in manager.figures]
    return Plan(
        settings.seed,
        0,
        -(-max(frame.warm_up_day, 1) // QUARTER_DAYS) * QUARTER_DAYS,
        quarters,
        frame.follow_up_days,
        tuple(dict.fromkeys((*SEEN, *steered_by))),
        tuple(dict.fromkeys((*OUTCOME, *steered_by, *SIGNS))),
        settings.engine,
    )


def find_managers(scenario: Scenario, texts: Sequence[str]) -> tuple[Manager, ...]:
    """Read what several managers of a service steer by, a rule or a policy each.

    Raises
    ------
    RunError
        If one cannot be read, or is about a kind of demand that the service has not.
    """
    managers = read_managers(texts)
    kinds = {demand.kind for demand in scenario.demand.values()}
    for name in (name for manager in managers for name in manager.figures):
        only = MEASURES[name].only
        if only is not None and only not in kinds:
            raise RunError(
                Message(
                    "{service} has nothing that {name} is about; steer by another figure",
                    service=scenario.service.name,
                    name=name,
                )
            )
    return managers


def check_quarters(quarters: int) -> None:
    """Check that a manager has neither too few quarters nor too many.

    Raises
    ------
    RunError
        Otherwise.
    """
    if not LEAST_QUARTERS <= quarters <= MOST_QUARTERS:
        bounds = Message("{low} to {high}", low=LEAST_QUARTERS, high=MOST_QUARTERS)
        raise RunError(mismatch("quarters", quarters, bounds))
