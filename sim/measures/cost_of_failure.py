"""What failure demand costs in a year: taking it, and doing again what was not done right."""

from collections.abc import Callable
from typing import NamedTuple

from sim.eventlog import Activity
from sim.measures.counting import loaded_rate, paid_s, window_years
from sim.measures.declaration import Measure, Unit
from sim.measures.reading import NO_DAYS, Reading, ratio
from sim.measures.view import View
from sim.message import Message

WHOLE = "failure_demand_cost_per_year"
"""Name of the measure that the parts add up to."""
CONTACTS = (Activity.FAILURE_CONTACT, Activity.ASK)
REWORK = (Activity.REWORK, Activity.EXCEPTION)


class YearlyCost(NamedTuple):
    """The cost of some activities in a year."""

    name: str
    title: Message
    what: str
    """What the work is."""
    activities: tuple[Activity, ...]
    """Whose seconds count."""
    part_of: str | None = WHOLE


ROWS = (
    YearlyCost(
        WHOLE,
        Message("Failure demand in a year"),
        "taking failure demand, asking for what is missing, and doing again what was not right",
        (*CONTACTS, *REWORK),
        part_of=None,
    ),
    YearlyCost(
        "failure_contacts_cost_per_year",
        Message("Failure demand in a year: {part}", part=Message("failure contacts")),
        "taking failure demand, and asking for what is missing",
        CONTACTS,
    ),
    YearlyCost(
        "rework_cost_per_year",
        Message("Failure demand in a year: {part}", part=Message("rework and exceptions")),
        "doing content again, and finding answers outside the standard",
        REWORK,
    ),
)
DOC = """Cost in a year of {what}.

Formula: seconds of {activities} of the cohort × loaded rate, as in `cost_per_citizen_helped`, /
(calendar days of the view / 365). Of extra visits their content counts, not the way there.
Unit: currency per year.
Source: report §6.1, §7."""


def _measure(row: YearlyCost) -> Measure:
    names = [activity.name for activity in row.activities]
    activities = f"{', '.join(names[:-1])} and {names[-1]}"
    return Measure(
        name=row.name,
        unit=Unit.COST_PER_YEAR,
        title=row.title,
        better="lower",
        doc=DOC.format(what=row.what, activities=activities),
        function=_cost_of(row.activities),
        part_of=row.part_of,
    )


def _cost_of(activities: tuple[Activity, ...]) -> Callable[[View], Reading]:
    def cost_per_year(view: View) -> Reading:
        cost = paid_s(view, *activities) * loaded_rate(view)
        return ratio(cost, window_years(view), NO_DAYS)

    return cost_per_year


COST_OF_FAILURE = tuple(map(_measure, ROWS))
