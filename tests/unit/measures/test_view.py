import pytest

from sim.eventlog import Cause, Event, Job, Waiting
from sim.ledger import EndState, Tally
from sim.measures.view import once
from tests.logs import DAY, mixed_scenario, people, row, view_of, visit_scenario

E = Event


def arrive(citizen, day):
    return row(day * DAY, E.ARRIVE, citizen, step=0, amount=600)


def contacts_in(view):
    return view.totals[Tally.CONTACTS_IN + Cause.VALUE]


def contact(day, citizen):
    return row(day * DAY, E.CONTACT_IN, citizen, step=Waiting.NOTHING, cause=Cause.VALUE)


# Citizens arrive on calendar days 0, 1, 4 and 7 (a Monday); each is in contact on calendar day 10.
LOG = (
    *(arrive(citizen, day) for citizen, day in enumerate((0, 1, 4, 5))),
    *(contact(8, citizen) for citizen in range(4)),
)


@pytest.mark.parametrize(
    ("days", "arrivals"), [((0, 7), 3), ((1, 4), 1), ((1, 5), 2), ((7, 8), 1), ((8, 30), 0)]
)
def test_a_cohort_arrives_from_the_one_day_and_before_the_other(days, arrivals):
    view = view_of(*LOG, days=days)

    assert len(view.courses.arrival_s) == contacts_in(view) == arrivals


def test_what_adds_up_is_told_for_each_citizen_of_a_view():
    view = view_of(*LOG, row(9 * DAY, E.LOSE, 3, amount=2), days=(4, 8))

    assert view.by_member(Tally.LOSSES).tolist() == [0, 2]


def test_clients_belong_to_all_days_on_which_there_are_visits():
    # 0 ends on calendar day 2, 1 on day 9, 2 comes on day 14; days 7 to 14 are looked at.
    view = view_of(
        arrive(0, 0),
        arrive(1, 0),
        row(2 * DAY, E.END, 0),
        contact(4, 1),
        contact(5, 1),
        row(7 * DAY, E.END, 1),
        arrive(2, 10),
        days=(7, 14),
        scenario=visit_scenario(),
        citizens=people((0, 0, 0), (1, 1, 1)),
    )

    assert view.courses.end_state.tolist() == [EndState.MET]
    assert contacts_in(view) == 1  # that of open day 5, calendar day 7


def test_what_becomes_of_a_client_after_the_days_is_left_out():
    view = view_of(
        arrive(0, 0),
        row(7 * DAY, E.END, 0),
        days=(0, 7),
        scenario=visit_scenario(),
        citizens=people((0,), (1,)),
    )

    assert view.courses.end_state.tolist() == [EndState.OPEN]
    assert view.courses.end_s.tolist() == [-1]


@pytest.mark.parametrize(("demand_type", "members"), [(None, 3), ("known", 1), ("daily", 2)])
def test_a_view_of_one_demand_type_has_its_citizens_only(demand_type, members):
    view = view_of(
        arrive(0, 0),
        arrive(1, 0),
        arrive(2, 0),
        scenario=mixed_scenario(),
        citizens=people((1, 0, 1), (1, 0, 1)),
        demand_type=demand_type,
    )

    assert len(view.courses.arrival_s) == members


def test_only_the_meetings_and_visits_of_clients_within_the_days_are_seen():
    met = [(0, 0), (4, 1), (5, 1), (5, 2), (10, 1)]
    view = view_of(
        *(arrive(citizen, 0) for citizen in range(3)),
        *(row(day * DAY, E.START, citizen, staff=8, step=Job.VISIT) for day, citizen in met),
        days=(7, 14),
        scenario=mixed_scenario(),
        citizens=people((1, 1, 0), (1, 1, 0)),
    )

    assert view.meetings.citizen.tolist() == [1]
    assert view.shifts.staff.tolist() == view.visits.citizen.tolist() == []


def test_what_is_read_of_a_view_is_read_once():
    read = []

    @once
    def count(view):
        read.append(view)
        return len(read)

    view, other = view_of(*LOG), view_of(*LOG)

    assert (count(view), count(view), count(other)) == (1, 1, 2)
    assert view.totals is view.totals
