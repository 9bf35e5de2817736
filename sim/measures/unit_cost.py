"""Unit cost: what budgets by function see, split into the price of the work and its cutting up."""

from math import fsum

from sim.eventlog import Activity
from sim.ledger import Tally
from sim.measures.counting import loaded_rate, paid_s, worked_s
from sim.measures.declaration import Family, Unit
from sim.measures.reading import NO_WORK, Reading, ratio
from sim.measures.view import View
from sim.message import Message
from sim.units import MINUTE_S

UNIT_COST = Family(Message("Unit cost"))

ON_CONTENT = (Activity.VALUE, Activity.REWORK, Activity.OVERSERVICE)
NO_CONTENT = Message("no content was worked")


@UNIT_COST.measure(Unit.COST_PER_ACTIVITY, Message("Unit cost"), "lower")
def unit_cost_per_activity(view: View) -> Reading:
    """Cost of an activity, as a functional budget counts it.

    Formula: busy seconds × loaded rate / finished jobs: processing steps, contacts, visits.
    Unit: currency per activity.
    Source: report §4.1, §7.
    """
    return ratio(paid_s(view) * loaded_rate(view), _jobs(view), NO_WORK)


@UNIT_COST.measure(Unit.COST_PER_SAME_ACTIVITY, Message("Unit cost: rate"), "lower")
def cost_per_same_activity(view: View) -> Reading:
    """Cost of the same activity in every design: a mean need's content worked once.

    Formula: seconds of VALUE, REWORK and OVERSERVICE / seconds of content worked, fresh and again ×
    mean content of a need × loaded rate. The mean content is the scenario's, weighted by arrivals.
    Of the ratio of two designs' unit costs, the ratio of this is the rate; the rest is mix: more,
    smaller and other activities.
    Unit: currency per same activity, a mean content of a need.
    Source: report §7; rate and mix as in price index work (model.md, unit cost).
    """
    content_s = view.totals[Tally.CONTENT_FRESH_S] + view.totals[Tally.CONTENT_AGAIN_S]
    busy_s = paid_s(view, *ON_CONTENT)
    cost = busy_s * mean_content_minutes(view) * MINUTE_S * loaded_rate(view)
    return ratio(cost, content_s, NO_CONTENT)


@UNIT_COST.measure(Unit.MINUTES_PER_ACTIVITY, Message("Unit cost: size of an activity"), "neither")
def activity_size_minutes(view: View) -> Reading:
    """Size of an activity, which unit cost falls with.

    Formula: busy minutes / finished jobs. Cutting work up makes it smaller by arithmetic alone.
    Unit: minutes per activity.
    Source: report §4.1.
    """
    return ratio(worked_s(view) / MINUTE_S, _jobs(view), NO_WORK)


def mean_content_minutes(view: View) -> float:
    """Mean content of a need, weighted by arrivals; unweighted where nobody is to arrive."""
    types = view.demand.values()
    weights = [demand.arrivals_per_day.value for demand in types]
    weights = weights if any(weights) else [1.0] * len(weights)
    contents = [demand.content_minutes.value for demand in types]
    return fsum(w * c for w, c in zip(weights, contents, strict=True)) / fsum(weights)


def _jobs(view: View) -> int:
    return view.totals[Tally.JOBS]
