"""What work costs: the prices of a scenario and a design."""

from sim.eventlog import Activity
from sim.ledger import Tally
from sim.measures.once import once
from sim.measures.view import View
from sim.units import HOUR_S


@once
def contract_factor(view: View) -> float:
    """Price of the design's work, of own work: a part of it may be under contract."""
    contract = view.design.outsourcing
    dearer = contract.tender_share.value + contract.supervision_share.value
    return 1 + contract.share.value * (dearer - contract.price_advantage.value)


@once
def loaded_rate(view: View) -> float:
    """Cost of a second of work: with the time that cannot be worked on citizens, and management."""
    staff, costs = view.scenario.staff, view.scenario.costs
    paid = staff.rate_per_hour.value / HOUR_S / staff.target_utilisation.value
    return paid * (1 + costs.management_share.value) * contract_factor(view)


def worked_s(view: View, *activities: Activity) -> int:
    """Seconds that the cohort's citizens took, on some activities or on all."""
    seconds = view.totals[Tally.ACTIVITY_S : Tally.PURCHASES]
    return sum(seconds[activity] for activity in activities) if activities else sum(seconds)
