"""End-to-end cost per citizen helped, and whose budget bears it."""

from sim.eventlog import Purchase
from sim.ledger import Tally
from sim.measures.cost_parts import FAMILY as PARTS
from sim.measures.cost_parts import measure_cost_downstream, per_helped
from sim.measures.measure import Measure
from sim.measures.prices import worked_s
from sim.measures.reading import NOBODY_HELPED, Reading
from sim.measures.view import View
from sim.units import DAY_S, MINUTE_S, YEAR_DAYS


def measure_cost_per_citizen_helped(view: View) -> Reading:
    """End-to-end cost of a citizen helped.

    Notes
    -----
    Formula: the sum of its parts (`cost_value_work` to `cost_downstream`), each for the whole
    cohort / citizens helped: one-off cases whose need is met; months of clients with visits. Work
    is busy seconds × loaded rate: rate per hour / 3600 / target utilisation × (1 + management
    share) × (1 + share under contract × (tender + supervision - price advantage)).

    Unit: currency per citizen helped; with visits, per client and month of 30 days.

    Source: report §7 (cost end to end, as the citizen causes it).
    """
    return _sum_of(view, PARTS)


def measure_cost_own_budget(view: View) -> Reading:
    """Part of the end-to-end cost that the service's own budget bears.

    Notes
    -----
    Formula: `cost_per_citizen_helped` without `cost_downstream`: work and purchases.

    Unit: currency per citizen helped.

    Source: report §7 (budgets by function and unit).
    """
    return _sum_of(view, PARTS[:-1])


def measure_cost_other_budgets(view: View) -> Reading:
    """Part of the end-to-end cost that other budgets bear, where nobody in the service sees it.

    Notes
    -----
    Formula: `cost_downstream`.

    Unit: currency per citizen helped.

    Source: report §4.3, §7.
    """
    return measure_cost_downstream(view)


def measure_purchases_per_year(view: View) -> Reading:
    """Cost in a year of what is bought, such as certificates.

    Notes
    -----
    Formula: certificates × their price / (calendar days of the view / 365).

    Unit: currency per year.

    Source: report §4.6 (5–6 million a year for certificates).
    """
    price = view.design.inspection.certificate_price.value
    years = (view.to_s - view.from_s) / (YEAR_DAYS * DAY_S)
    return Reading(view.totals[Tally.PURCHASES + Purchase.CERTIFICATE] * price / years)


def _sum_of(view: View, parts: tuple[Measure, ...]) -> Reading:
    """Add up parts, which apply all or none."""
    values = [part.function(view).value for part in parts]
    numbers = [value for value in values if value is not None]
    return Reading(sum(numbers)) if numbers else Reading(None, NOBODY_HELPED)


def measure_staff_minutes_per_citizen_helped(view: View) -> Reading:
    """Staff time that a citizen helped takes.

    Notes
    -----
    Formula: busy minutes of the cohort / citizens helped (months of clients with visits).

    Unit: minutes per citizen helped.

    Source: report §7.
    """
    return per_helped(view, worked_s(view) / MINUTE_S)


UNIT = "{currency} per citizen helped"
FAMILY = (
    Measure(
        "cost_per_citizen_helped",
        UNIT,
        "End-to-end cost",
        "lower",
        measure_cost_per_citizen_helped,
    ),
    *PARTS,
    Measure("cost_own_budget", UNIT, "Cost borne by own budget", "lower", measure_cost_own_budget),
    Measure(
        "cost_other_budgets",
        UNIT,
        "Cost borne by other budgets",
        "lower",
        measure_cost_other_budgets,
    ),
    Measure(
        "purchases_per_year",
        "{currency} per year",
        "Purchases in a year",
        "lower",
        measure_purchases_per_year,
    ),
    Measure(
        "staff_minutes_per_citizen_helped",
        "minutes per citizen helped",
        "Staff time",
        "lower",
        measure_staff_minutes_per_citizen_helped,
    ),
)
