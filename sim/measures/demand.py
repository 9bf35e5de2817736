"""Demand: how much of it there is, and how much of it is failure demand."""

from sim.eventlog import Cause, Job
from sim.ledger import Tally
from sim.measures.acquaintance import AT_HOME
from sim.measures.counting import count, count_cases, window_months
from sim.measures.declaration import Family, Unit
from sim.measures.reading import NOBODY_CAME, Reading, ratio
from sim.measures.view import View
from sim.message import Message

NO_CONTACTS = Message("nobody contacted the service")
DEMAND = Family(Message("Demand"))


def contacts_in(view: View) -> list[int]:
    """Count inbound contacts by `Cause`."""
    return view.totals[Tally.CONTACTS_IN : Tally.CONTACTS_OUT]


@DEMAND.measure(Unit.SHARE, Message("Failure demand, strict"), "lower")
def failure_demand_share(view: View) -> Reading:
    """Share of demand that is failure demand, strictly counted.

    Formula: (failure contacts, without the citizen's own errors and without calls to ask how it
    goes before the promised day, + extra visits) / (all inbound contacts + all visits, planned and
    extra). What a client with visits needs comes as visits, and nobody has to call for it: of calls
    alone nearly all are failure demand in any design.
    Unit: share of inbound contacts and visits.
    Source: report §6.1; strict, so that no one can say that patience was counted.
    """
    contacts = contacts_in(view)
    excused = contacts[Cause.VALUE] + contacts[Cause.CITIZEN] + view.totals[Tally.PATIENT_CHASES]
    return _failure_share(view, excused)


@DEMAND.measure(Unit.SHARE, Message("Failure demand, broad"), "lower")
def failure_demand_share_broad(view: View) -> Reading:
    """Share of demand that is not value demand.

    Formula: (inbound contacts of any cause but value + extra visits) / (all inbound contacts + all
    visits, planned and extra).
    Unit: share of inbound contacts and visits.
    Source: report §6.1 (45–90 % in its services, 85 % in §9.4).
    """
    return _failure_share(view, contacts_in(view)[Cause.VALUE])


@DEMAND.measure(Unit.CONTACTS_PER_MONTH, Message("Inbound contacts"), "lower")
def demand_per_month(view: View) -> Reading:
    """Inbound contacts of the cohort for each month in which it came.

    Formula: inbound contacts / (calendar days of the view / 30). One-off cases count with every
    contact until they end; clients with those within the days.
    Unit: contacts per month of 30 calendar days.
    Source: report §9.4 (total demand fell by more than 70 %).
    """
    return ratio(sum(contacts_in(view)), window_months(view), NOBODY_CAME)


@DEMAND.measure(Unit.CONTACTS_PER_CASE, Message("Contacts per case, both ways"), "lower")
def contacts_per_case(view: View) -> Reading:
    """Contacts between a citizen and the service, in both directions.

    Formula: (inbound + outbound contacts) / one-off cases; with visits, for each month of a client.
    Visits are not contacts.
    Unit: contacts per case.
    Source: report §9.4 (11, then 6).
    """
    outbound = sum(view.totals[Tally.CONTACTS_OUT : Tally.ACTIVITY_S])
    return ratio(sum(contacts_in(view)) + outbound, count_cases(view), NOBODY_CAME)


@DEMAND.measure(Unit.SHARE, Message("Calls hung up"), "lower")
def calls_abandoned_share(view: View) -> Reading:
    """Share of inbound contacts that were calls hung up before anybody answered.

    Whether patience ended or the service closed. Who calls again makes another contact.
    Formula: calls hung up / all inbound contacts.
    Unit: share of inbound contacts.
    Source: abandonment of queueing theory (Palm 1953; Mandelbaum & Zeltyn 2007).
    """
    return ratio(view.totals[Tally.HANG_UPS], sum(contacts_in(view)), NO_CONTACTS)


def _failure_share(view: View, excused: int) -> Reading:
    """Return the share of failure demand, all contacts but some and extra visits being it."""
    contacts, jobs = sum(contacts_in(view)), view.meetings.job
    visits, extra = count(AT_HOME.take(jobs)), count(jobs == Job.EXTRA_VISIT)
    return ratio(contacts - excused + extra, contacts + visits, NO_CONTACTS)
