"""The parts of end-to-end cost: they add up to the cost per citizen helped."""

import numpy as np

from sim.eventlog import Activity, Purchase
from sim.ledger import Tally
from sim.ledger.columns import Mask
from sim.measures.counting import count, count_helped, count_unmet, is_detected, unmended_share
from sim.measures.measure import Measure
from sim.measures.once import once
from sim.measures.prices import loaded_rate, worked_s
from sim.measures.reading import NOBODY_HELPED, Reading, ratio
from sim.measures.view import View
from sim.units import HOUR_S


def per_helped(view: View, amount: float) -> Reading:
    """Return an amount per citizen helped."""
    return ratio(amount, count_helped(view), NOBODY_HELPED)


def cost_of(view: View, *activities: Activity) -> Reading:
    """Return the loaded cost of some activities per citizen helped."""
    return per_helped(view, worked_s(view, *activities) * loaded_rate(view))


@once
def is_dishonest(view: View) -> Mask:
    """Mark the citizens whose dishonest claim is granted and never found."""
    return np.asarray((view.by_member(Tally.DISHONEST) > 0) & ~is_detected(view))


@once
def measure_cost_value_work(view: View) -> Reading:
    """Cost of content worked for the first time.

    Notes
    -----
    Formula: seconds of VALUE × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §6.1, §7.
    """
    return cost_of(view, Activity.VALUE)


@once
def measure_cost_read_in(view: View) -> Reading:
    """Cost of reading in, by faces new to a case.

    Notes
    -----
    Formula: seconds of READ_IN × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §4.1.
    """
    return cost_of(view, Activity.READ_IN)


@once
def measure_cost_failure_contacts(view: View) -> Reading:
    """Cost of taking failure demand, and asking for what is missing.

    Notes
    -----
    Formula: seconds of FAILURE_CONTACT and ASK × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §6.1.
    """
    return cost_of(view, Activity.FAILURE_CONTACT, Activity.ASK)


@once
def measure_cost_rework(view: View) -> Reading:
    """Cost of doing content again, and finding answers outside the standard.

    Notes
    -----
    Formula: seconds of REWORK and EXCEPTION × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §7.
    """
    return cost_of(view, Activity.REWORK, Activity.EXCEPTION)


@once
def measure_cost_control(view: View) -> Reading:
    """Cost of control and reporting.

    Notes
    -----
    Formula: seconds of CONTROL and REPORT × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §4.6.
    """
    return cost_of(view, Activity.CONTROL, Activity.REPORT)


@once
def measure_cost_intake_and_checks(view: View) -> Reading:
    """Cost of taking value demand, and checking deliveries with citizens.

    Notes
    -----
    Formula: seconds of INTAKE and CHECK × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §8.1.
    """
    return cost_of(view, Activity.INTAKE, Activity.CHECK)


@once
def measure_cost_planning(view: View) -> Reading:
    """Cost of planning visits.

    Notes
    -----
    Formula: seconds of PLAN × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §9.5.
    """
    return cost_of(view, Activity.PLAN)


@once
def measure_cost_travel(view: View) -> Reading:
    """Cost of travelling to visits.

    Notes
    -----
    Formula: seconds of TRAVEL × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §9.5.
    """
    return cost_of(view, Activity.TRAVEL)


@once
def measure_cost_overservice(view: View) -> Reading:
    """Cost of standard time above the need.

    Notes
    -----
    Formula: seconds of OVERSERVICE × loaded rate / citizens helped; loaded rate and
    citizens helped as in `cost_per_citizen_helped`.

    Unit: currency per citizen helped.

    Source: report §7 ("too much, too little or wrong").
    """
    return cost_of(view, Activity.OVERSERVICE)


@once
def measure_cost_purchases(view: View) -> Reading:
    """Cost of what is bought, such as certificates.

    Notes
    -----
    Formula: certificates × their price / citizens helped.

    Unit: currency per citizen helped.

    Source: report §4.6 (5–6 million a year for certificates).
    """
    price = view.design.inspection.certificate_price.value
    return per_helped(view, float(view.totals[Tally.PURCHASES + Purchase.CERTIFICATE]) * price)


@once
def measure_cost_downstream(view: View) -> Reading:
    """Cost that falls on others: work passed on, needs left unmet, dishonest claims granted.

    Notes
    -----
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
    dishonest = count(is_dishonest(view)) * costs.dishonest_claim.value
    amount = elsewhere_s / HOUR_S * costs.downstream_rate_per_hour.value
    return per_helped(view, float(amount + unmet * costs.unmet_need.value + dishonest))


FAMILY = (
    Measure(
        "cost_value_work",
        "{currency} per citizen helped",
        "Cost: value work",
        "neither",
        measure_cost_value_work,
    ),
    Measure(
        "cost_read_in",
        "{currency} per citizen helped",
        "Cost: reading in",
        "lower",
        measure_cost_read_in,
    ),
    Measure(
        "cost_failure_contacts",
        "{currency} per citizen helped",
        "Cost: failure contacts",
        "lower",
        measure_cost_failure_contacts,
    ),
    Measure(
        "cost_rework",
        "{currency} per citizen helped",
        "Cost: rework and exceptions",
        "lower",
        measure_cost_rework,
    ),
    Measure(
        "cost_control",
        "{currency} per citizen helped",
        "Cost: control and reporting",
        "lower",
        measure_cost_control,
    ),
    Measure(
        "cost_intake_and_checks",
        "{currency} per citizen helped",
        "Cost: intake and checks",
        "neither",
        measure_cost_intake_and_checks,
    ),
    Measure(
        "cost_planning",
        "{currency} per citizen helped",
        "Cost: planning",
        "lower",
        measure_cost_planning,
    ),
    Measure(
        "cost_travel",
        "{currency} per citizen helped",
        "Cost: travel",
        "lower",
        measure_cost_travel,
    ),
    Measure(
        "cost_overservice",
        "{currency} per citizen helped",
        "Cost: more than the need",
        "lower",
        measure_cost_overservice,
    ),
    Measure(
        "cost_purchases",
        "{currency} per citizen helped",
        "Cost: purchases",
        "lower",
        measure_cost_purchases,
    ),
    Measure(
        "cost_downstream",
        "{currency} per citizen helped",
        "Cost: downstream",
        "lower",
        measure_cost_downstream,
    ),
)
