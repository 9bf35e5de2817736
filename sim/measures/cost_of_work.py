"""The cost of work, activity by activity: parts of the end-to-end cost."""

from collections.abc import Callable
from typing import NamedTuple

from sim.eventlog import Activity
from sim.measures.counting import count_helped, loaded_rate, paid_s
from sim.measures.declaration import Better, Measure, Unit
from sim.measures.reading import NOBODY_HELPED, Reading, ratio
from sim.measures.view import View
from sim.message import Message

WHOLE = "cost_per_citizen_helped"
"""Name of the measure that the parts add up to."""


class CostPart(NamedTuple):
    """The cost of some activities, as a part of the whole: a row of what `Measure` needs."""

    name: str
    title: Message
    """What remains of its title beneath a heading that says that it is a cost."""
    what: str
    """What the work is."""
    source: str
    """Where that comes from."""
    activities: tuple[Activity, ...]
    """Whose seconds count."""
    better: Better = "lower"


WORK = (
    CostPart(
        "cost_value_work",
        Message("value work"),
        "content worked for the first time",
        "report §6.1, §7",
        (Activity.VALUE,),
        better="neither",
    ),
    CostPart(
        "cost_read_in",
        Message("reading in"),
        "reading in, by faces new to a case",
        "report §4.1",
        (Activity.READ_IN,),
    ),
    CostPart(
        "cost_failure_contacts",
        Message("failure contacts"),
        "taking failure demand, and asking for what is missing",
        "report §6.1",
        (Activity.FAILURE_CONTACT, Activity.ASK),
    ),
    CostPart(
        "cost_rework",
        Message("rework and exceptions"),
        "doing content again, and finding answers outside the standard",
        "report §7",
        (Activity.REWORK, Activity.EXCEPTION),
    ),
    CostPart(
        "cost_control",
        Message("control and reporting"),
        "control and reporting",
        "report §4.6",
        (Activity.CONTROL, Activity.REPORT),
    ),
    CostPart(
        "cost_intake_and_checks",
        Message("intake and checks"),
        "taking value demand, and checking deliveries with citizens",
        "report §8.1",
        (Activity.INTAKE, Activity.CHECK),
        better="neither",
    ),
    CostPart(
        "cost_planning", Message("planning"), "planning visits", "report §9.5", (Activity.PLAN,)
    ),
    CostPart(
        "cost_travel", Message("travel"), "travelling to visits", "report §9.5", (Activity.TRAVEL,)
    ),
    CostPart(
        "cost_overservice",
        Message("more than the need"),
        "standard time above the need",
        'report §7 ("too much, too little or wrong")',
        (Activity.OVERSERVICE,),
    ),
)
DOC = """Cost of {what}.

Formula: seconds of {activities} × loaded rate / citizens helped; loaded rate, wages of pools and
citizens helped as in `cost_per_citizen_helped`.
Unit: currency per citizen helped.
Source: {source}."""


def _measure(work: CostPart) -> Measure:
    activities = " and ".join(activity.name for activity in work.activities)
    return Measure(
        name=work.name,
        unit=Unit.COST_PER_CITIZEN_HELPED,
        title=Message("Cost: {part}", part=work.title),
        better=work.better,
        doc=DOC.format(what=work.what, activities=activities, source=work.source),
        function=_cost_of(work.activities),
        part_of=WHOLE,
    )


def _cost_of(activities: tuple[Activity, ...]) -> Callable[[View], Reading]:
    def cost_of_work(view: View) -> Reading:
        return per_helped(view, paid_s(view, *activities) * loaded_rate(view))

    return cost_of_work


COST_OF_WORK = tuple(map(_measure, WORK))


def per_helped(view: View, amount: float) -> Reading:
    """Return an amount per citizen helped."""
    return ratio(amount, count_helped(view), NOBODY_HELPED)
