"""What the measures look at: a cohort of citizens, and the days that count for clients and staff.

One-off cases are followed from their arrival to the end of the log, whatever the days. Clients with
visits go on for long, so of them only what happens within the days is counted.
"""

from typing import NamedTuple

from sim.calendar import Calendar
from sim.design import Design
from sim.ledger import (
    Contacts,
    Courses,
    Jobs,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tallies,
    Visits,
    pick,
)
from sim.ledger.tables import Mask
from sim.metrics.cohort import Days, choose_cohort
from sim.scenario import Demand, Scenario
from sim.units import DAY_S


class View(NamedTuple):
    """A cohort, and what is counted of it.

    Attributes
    ----------
    scenario, design
        Whose prices and promises apply.
    demand
        The demand types of the view by name.
    is_one_type
        Whether the view is of one demand type only.
    calendar
        The service's opening hours.
    from_s, to_s
        The days, in calendar time.
    is_client
        Of each citizen of the cohort, whether there are visits.
    courses, tallies
        A row for each citizen of the cohort.
    contacts, meetings, visits
        Theirs; `citizen` is the place in the cohort.
    openings
        Of all one-off cases of these types, not of the cohort only.
    shifts, jobs
        Of the whole service, on all days.
    """

    scenario: Scenario
    design: Design
    demand: dict[str, Demand]
    is_one_type: bool
    calendar: Calendar
    from_s: int
    to_s: int
    is_client: Mask
    courses: Courses
    tallies: Tallies
    contacts: Contacts
    meetings: Meetings
    visits: Visits
    openings: Openings
    shifts: Shifts
    jobs: Jobs


def build_view(
    ledger: Ledger,
    scenario: Scenario,
    design_name: str,
    from_day: int,
    to_day: int,
    *,
    demand_type: str | None = None,
) -> View:
    """Choose what the measures look at.

    Parameters
    ----------
    ledger
        The folded log.
    scenario
        The scenario of the run.
    design_name
        The design whose prices apply.
    from_day, to_day
        Calendar days from the one, up to and without the other.
    demand_type
        Name of the only demand type to look at; None for all.
    """
    names = [name for name in scenario.demand if demand_type in (None, name)]
    cohort = choose_cohort(ledger, scenario, names, Days(from_day * DAY_S, to_day * DAY_S))
    return View(
        scenario=scenario,
        design=scenario.designs[design_name],
        demand={name: scenario.demand[name] for name in names},
        is_one_type=demand_type is not None,
        calendar=ledger.calendar,
        from_s=cohort.days.from_s,
        to_s=cohort.days.to_s,
        is_client=cohort.is_client[cohort.members],
        courses=cohort.courses(ledger),
        tallies=cohort.tallies(ledger),
        contacts=cohort.contacts(ledger),
        meetings=cohort.meetings(ledger),
        visits=cohort.visits(ledger),
        openings=pick(ledger.openings, cohort.is_case[ledger.openings.citizen]),
        shifts=ledger.shifts,
        jobs=ledger.jobs,
    )
