import pytest

from sim.eventlog import NONE, Event, Job
from sim.measures import measure_all
from sim.measures.monthly_faces import faces_of_months
from tests.logs import DAY, people, row, view_of, visit_scenario

E = Event


def meet(day, citizen, staff, job=Job.VISIT):
    """A meeting at the opening of an open day; there are five in a week of the calendar."""
    return row(day * DAY, E.START, citizen, staff=staff, pool=0, step=job, amount=0)


def on_shift(day):
    """A shift, which says that the run still goes on."""
    return row(day * DAY, E.PRESENT, NONE, staff=0, pool=0, step=0, amount=DAY)


def arrive(citizen, day=0):
    return row(day * DAY, E.ARRIVE, citizen, step=1, amount=600)


# Days 0 to 60 are two months: the first ends within open day 22 (calendar day 30).
# Client 0 sees staff 1, 1, 2 in the first month and 1 in the second; client 1 sees 3, 4, 5 and then
# 3, 3. Client 2 comes on open day 5, so is there throughout the second month only: sees 1 and 6.
CLIENTS = (
    arrive(0),
    arrive(1),
    meet(0, 0, 1),
    meet(1, 0, 1),
    meet(1, 1, 3),
    meet(2, 0, 2),
    meet(2, 1, 4),
    meet(3, 1, 5),
    arrive(2, day=5),
    meet(6, 2, 9),
    meet(22, 0, 1),
    meet(23, 1, 3),
    meet(23, 2, 1),
    meet(24, 1, 3),
    meet(24, 2, 6),
)


@pytest.fixture(name="view")
def see_clients():
    return view_of(
        *CLIENTS,
        days=(0, 60),
        scenario=visit_scenario(),
        citizens=people((0, 0, 0), (1, 1, 1)),
    )


def test_faces_are_counted_by_month_and_client(view):
    # First month: clients 0 and 1; second: clients 0, 1 and 2.
    assert faces_of_months(view).tolist() == [2, 3, 1, 1, 2]


def test_faces_per_month_have_mean_limit_and_maximum(view):
    readings = measure_all(view)
    mean_range = (1 + 2 + 0 + 1) / 4

    assert readings["faces_per_month"].value == pytest.approx(9 / 5)
    assert readings["faces_per_month_upper_limit"].value == pytest.approx(9 / 5 + 2.66 * mean_range)
    assert readings["faces_per_month_maximum"].value == 3


def test_continuity_is_that_of_bice_and_boxerman(view):
    # Client 0: 3, 1 of 4: (9 + 1 - 4) / 12; client 1: 3, 1, 1 of 5: (9 + 1 + 1 - 5) / 20;
    # client 2: 1, 1, 1 of 3: 0.
    expected = (6 / 12 + 6 / 20 + 0) / 3

    assert measure_all(view)["continuity"].value == pytest.approx(expected)


def test_a_month_counts_only_whole():
    view = view_of(
        *CLIENTS, days=(0, 59), scenario=visit_scenario(), citizens=people((0, 0, 0), (1, 1, 1))
    )

    assert faces_of_months(view).tolist() == [2, 3]


def test_a_call_to_a_client_shows_no_face():
    view = view_of(
        arrive(0),
        meet(0, 0, 1),
        meet(1, 0, 2, Job.CALL),
        meet(2, 0, 3, Job.EXTRA_VISIT),
        days=(0, 30),
        scenario=visit_scenario(),
        citizens=people((0,), (1,)),
    )

    assert faces_of_months(view).tolist() == [2]


def test_faces_of_a_case_are_all_who_had_to_do_with_it():
    view = view_of(
        arrive(0),
        arrive(1),
        meet(0, 0, 1, Job.INTAKE),
        meet(0, 1, 4, Job.WORK),
        meet(1, 0, 2, Job.WORK),
        meet(1, 0, 1, Job.CALL),
        meet(2, 0, 3, Job.WORK),
        row(3 * DAY, E.MET, 0, step=0, amount=600),
        row(4 * DAY, E.MET, 1, step=1, amount=600),
    )
    readings = measure_all(view)

    # 3 faces and 1: mean 2, one moving range of 2.
    assert readings["faces_per_case"].value == 2
    assert readings["faces_per_case_upper_limit"].value == pytest.approx(2 + 2.66 * 2)
    assert readings["faces_per_case_maximum"].value == 3
    assert readings["one_face_share"].value == 0.5
    # Case 0: 2, 1, 1 of 4: (4 + 1 + 1 - 4) / 12; case 1 has one meeting and does not count.
    assert readings["continuity"].value == pytest.approx(2 / 12)


def test_the_faces_of_a_case_in_a_month_are_those_of_its_first_30_days():
    # Open day 22 is calendar day 30, at the same time of day: a month later, and in it no more.
    view = view_of(
        arrive(0),
        meet(0, 0, 1, Job.WORK),
        meet(21, 0, 2, Job.WORK),
        arrive(1, day=21),
        meet(22, 0, 3, Job.WORK),
        meet(22, 1, 1, Job.WORK),
        arrive(2, day=22),
        row(23 * DAY, E.MET, 1, step=1, amount=600),
        meet(44, 2, 5, Job.WORK),
        arrive(3, day=44),
        days=(0, 62),
    )
    readings = measure_all(view)

    # In the order of arrivals. Case 2 meets nobody before a month is over; of case 3 nobody knows.
    assert faces_of_months(view).tolist() == [2, 1, 0]
    assert readings["faces_per_month"].value == pytest.approx(1)
    assert readings["faces_per_month_maximum"].value == 2
    assert readings["faces_per_month_upper_limit"].value == pytest.approx(1 + 2.66)


def test_short_cases_and_open_ones_count_alike():
    view = view_of(
        arrive(0),
        arrive(1),
        meet(0, 0, 1, Job.WORK),
        row(DAY, E.MET, 0, step=1, amount=600),
        *(meet(1 + n, 1, 2 + n, Job.WORK) for n in range(5)),
        on_shift(30),
        days=(0, 90),
    )

    assert measure_all(view)["faces_per_month"].value == pytest.approx((1 + 5) / 2)


def test_of_a_case_that_was_not_followed_for_a_month_nothing_is_told():
    def read(last_day):
        return measure_all(view_of(arrive(0), meet(0, 0, 1, Job.WORK), on_shift(last_day)))

    assert read(21)["faces_per_month"].value is None
    assert read(22)["faces_per_month"].value == 1  # calendar day 30


def test_where_nobody_comes_there_are_no_faces():
    assert measure_all(view_of(days=(0, 90)))["faces_per_month"].reason == (
        "no case was followed, and no client visited, throughout a month of 30 days"
    )


def test_one_in_ten_meets_more_faces():
    log = [arrive(citizen) for citizen in range(20)]
    log += [meet(1, citizen, staff, Job.WORK) for citizen in range(20) for staff in range(citizen)]
    readings = measure_all(view_of(*log, on_shift(30)))

    # From 0 to 19 faces: two citizens meet more than 17.
    assert readings["faces_per_case_p90"].value == readings["faces_per_month_p90"].value == 17
