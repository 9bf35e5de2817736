"""End-to-end cost per citizen helped: its parts, and whose budget bears it."""

from collections.abc import Iterable
from math import fsum

import numpy as np

from sim.eventlog import Purchase
from sim.ledger import Tally
from sim.ledger.tables import Mask
from sim.measures.cost_of_failure import COST_OF_FAILURE
from sim.measures.cost_of_work import COST_OF_WORK, WHOLE, per_helped
from sim.measures.counting import (
    count,
    count_unmet,
    is_case,
    is_detected,
    unmended_share,
    window_years,
    worked_s,
)
from sim.measures.declaration import Family, Measure, Unit
from sim.measures.reading import NO_DAYS, NOBODY_HELPED, Reading, ratio
from sim.measures.view import View, once
from sim.message import Message
from sim.units import HOUR_S, MILLION, MINUTE_S

COST = Family(Message("End-to-end cost"))


@COST.measure(Unit.COST_PER_CITIZEN_HELPED, Message("End-to-end cost"), "lower")
def cost_per_citizen_helped(view: View) -> Reading:
    """End-to-end cost of a citizen helped.

    Formula: the sum of its parts (`cost_value_work` to `cost_downstream`), each for the whole
    cohort / citizens helped: one-off cases whose need is met; months of clients with visits. Work
    is busy seconds × loaded rate: rate per hour / 3600 / target utilisation × (1 + management
    share) × (1 + share under contract × (tender + supervision - price advantage)). A second worked
    in a pool with a wage of its own counts as so many. Where staff leave, the rate is divided by
    the share of them who are not in training: exp(-leaving per year × weeks of training / 52).
    Unit: currency per citizen helped; with visits, per client and month of 30 days.
    Source: report §7 (cost end to end, as the citizen causes it).
    """
    return _sum_of(view, PARTS)


for _part in COST_OF_WORK:
    COST.add(_part)


@COST.measure(
    Unit.COST_PER_CITIZEN_HELPED,
    Message("Cost: {part}", part=Message("purchases")),
    "lower",
    part_of=WHOLE,
)
def cost_purchases(view: View) -> Reading:
    """Cost of what is bought, such as certificates.

    Formula: certificates × their price / citizens helped.
    Unit: currency per citizen helped.
    Source: report §4.6 (5–6 million a year for certificates).
    """
    return per_helped(view, _certificates_cost(view))


@COST.measure(
    Unit.COST_PER_CITIZEN_HELPED,
    Message("Cost: {part}", part=Message("granted beyond the standard")),
    "lower",
    part_of=WHOLE,
)
def cost_grants(view: View) -> Reading:
    """Cost of what workers grant beyond the standard by their own judgement.

    Formula: sum over one-off cases of what their last decision grants beyond the standard, as a
    part of it × what a need is granted at the standard / citizens helped. What is granted less is
    no saving: it is a need met in part.
    Unit: currency per citizen helped.
    Source: no claim of the report; discretion has a price in money, too.
    """
    granted_ppm = view.courses.granted_ppm[is_case(view)]
    beyond = np.maximum(granted_ppm - MILLION, 0).sum() / MILLION
    return per_helped(view, float(beyond * view.scenario.costs.grant.value))


@COST.measure(
    Unit.COST_PER_CITIZEN_HELPED,
    Message("Cost: {part}", part=Message("downstream")),
    "lower",
    part_of=WHOLE,
)
def cost_downstream(view: View) -> Reading:
    """Cost that falls on others: work passed on, needs left unmet, dishonest claims granted.

    Formula: (hours of content passed on, or left undone on visits, × downstream rate + needs that
    stay unmet × cost of one + dishonest claims granted × their cost) / citizens helped. On visits a
    need is each particular missed; what was missed or left undone counts for the share of such
    visits for which no extra visit made good.
    Unit: currency per citizen helped.
    Source: report §4.2, §4.3, §7.
    """
    costs, visits = view.scenario.costs, view.visits
    unmended = unmended_share(view)
    elsewhere_s = view.totals[Tally.PASSED_ON_S] + visits.undone_s.sum() * unmended
    unmet = count_unmet(view) + visits.missed.sum() * unmended
    dishonest = count(_is_dishonest(view)) * costs.dishonest_claim.value
    amount = elsewhere_s / HOUR_S * costs.downstream_rate_per_hour.value
    return per_helped(view, float(amount + unmet * costs.unmet_need.value + dishonest))


@COST.measure(Unit.COST_PER_CITIZEN_HELPED, Message("Cost borne by own budget"), "lower")
def cost_own_budget(view: View) -> Reading:
    """Part of the end-to-end cost that the service's own budget bears.

    Formula: `cost_per_citizen_helped` without `cost_other_budgets`: work and purchases.
    Unit: currency per citizen helped.
    Source: report §7 (budgets by function and unit).
    """
    return _sum_of(view, (part for part in PARTS if part not in ELSEWHERE))


@COST.measure(Unit.COST_PER_CITIZEN_HELPED, Message("Cost borne by other budgets"), "lower")
def cost_other_budgets(view: View) -> Reading:
    """Part of the end-to-end cost that other budgets bear, where nobody in the service sees it.

    Formula: `cost_downstream` + `cost_grants`.
    Unit: currency per citizen helped.
    Source: report §4.3, §7.
    """
    return _sum_of(view, ELSEWHERE)


@COST.measure(Unit.COST_PER_YEAR, Message("Purchases in a year"), "lower")
def purchases_per_year(view: View) -> Reading:
    """Cost in a year of what is bought, such as certificates.

    Formula: certificates × their price / (calendar days of the view / 365).
    Unit: currency per year.
    Source: report §4.6 (5–6 million a year for certificates).
    """
    return ratio(_certificates_cost(view), window_years(view), NO_DAYS)


for _of_failure in COST_OF_FAILURE:
    COST.add(_of_failure)


@COST.measure(Unit.MINUTES_PER_CITIZEN_HELPED, Message("Staff time"), "lower")
def staff_minutes_per_citizen_helped(view: View) -> Reading:
    """Staff time that a citizen helped takes.

    Formula: busy minutes of the cohort / citizens helped (months of clients with visits).
    Unit: minutes per citizen helped.
    Source: report §7.
    """
    return per_helped(view, worked_s(view) / MINUTE_S)


ELSEWHERE = (cost_grants, cost_downstream)
"""Parts that other budgets bear."""
PARTS = tuple(measure for measure in COST.measures if measure.part_of == WHOLE)


def _certificates_cost(view: View) -> float:
    price = view.design.inspection.certificate_price.value
    return float(view.totals[Tally.PURCHASES + Purchase.CERTIFICATE] * price)


def _sum_of(view: View, parts: Iterable[Measure]) -> Reading:
    """Add up parts, which apply all or none."""
    values = [part.read(view).value for part in parts]
    numbers = [value for value in values if value is not None]
    return Reading(fsum(numbers)) if numbers else Reading(None, NOBODY_HELPED)


@once
def _is_dishonest(view: View) -> Mask:
    """Mark the citizens whose dishonest claim is granted and never found."""
    return np.asarray((view.by_member(Tally.DISHONEST) > 0) & ~is_detected(view))
