import numpy as np
import pytest

from sim.eventlog import Activity, Event, Job
from sim.measures import Reading, measure_all
from tests.logs import DAY, people, row, view_of, visit_scenario

E = Event


def shift(day, staff, is_temp=0, seconds=DAY, kind=E.PRESENT):
    return row(day * DAY, kind, -1, attempt=-1, staff=staff, pool=0, step=is_temp, amount=seconds)


def job(time_s, busy_s):
    about = {"staff": 1, "pool": 0}
    return (
        row(time_s, E.FINISH, **about, step=Job.WORK, amount=busy_s),
        row(time_s, E.ACTIVITY, **about, step=Activity.VALUE, amount=busy_s),
    )


# The view is of the second week: calendar days 7 to 14, open days 5 to 10. A shift of the first
# week stays out, and so does the first of two hours of the job that ends an hour into the week.
LOG = (
    *(row(day * DAY, E.DAY, -1, amount=day) for day in range(5)),
    row(5 * DAY, E.LAY_ASIDE, staff=1, pool=0, step=Job.WORK, amount=3_600),
    row(5 * DAY, E.DAY, -1, amount=5),
    shift(5, staff=1),
    shift(5, staff=2, kind=E.ABSENT),
    shift(5, staff=9, is_temp=1),
    row(5 * DAY, E.ARRIVE, step=0, amount=3_600),
    *job(5 * DAY + 3_600, 7_200),
    shift(6, staff=1),
    *job(6 * DAY + 3_600, 3_600),
)


@pytest.fixture(name="readings")
def read_week():
    return measure_all(view_of(*LOG, days=(7, 14), scenario=visit_scenario()))


def test_paid_cost_is_of_who_is_present(readings):
    # 16 own hours at 400, 8 hours of a temp at 1.5 times that, in 7/30 of a month.
    cost = 16 * 400 + 8 * 400 * 1.5

    assert readings["paid_cost_per_month"].value == pytest.approx(cost / (7 / 30))


def test_utilisation_counts_the_part_of_a_job_within_the_days(readings):
    # One of the two hours of the first job, and the hour of the second; 24 hours on shift.
    assert readings["utilisation"].value == pytest.approx(2 / 24)


def test_absence_is_of_own_staff(readings):
    assert readings["absence_share"].value == pytest.approx(8 / 24)


def test_overtime_is_paid_and_worked_but_not_rostered():
    # Eight hours on shift and two beyond, all of them busy; another one is absent for eight.
    log = (
        shift(0, staff=1),
        shift(0, staff=2, kind=E.ABSENT),
        shift(0, staff=1, kind=E.OVERTIME, seconds=7_200),
        *job(DAY - 1, DAY + 7_200),
    )
    readings = measure_all(view_of(*log, days=(0, 30), scenario=visit_scenario()))

    assert readings["paid_cost_per_month"].value == pytest.approx(10 * 400)
    assert readings["utilisation"].value == pytest.approx(1)
    assert readings["absence_share"].value == pytest.approx(8 / 16)


def test_staff_needed_is_the_cohorts_work_at_target_utilisation():
    # 3 hours of work at a target of 0.8, of 40 hours that one is rostered in the week.
    readings = measure_all(view_of(*LOG, days=(7, 14)))

    assert readings["staff_needed"].value == pytest.approx(3 / 0.8 / 40)


def test_staff_are_shared_by_the_demand_types():
    readings = measure_all(view_of(*LOG, days=(7, 14), demand_type="known"))

    reason = "it is about the whole service, not about one demand type"
    assert readings["utilisation"] == Reading(None, reason)
    assert readings["value_work_share"].value == 1


def test_backlog_is_the_time_mean_of_open_cases():
    # Opened on the mornings of days 0 and 2; the first met on that of day 4; the second given up on
    # that of day 3 and open again from day 9 (open day 7) on. Hours: 8 o'clock each time.
    view = view_of(
        row(0, E.ARRIVE, 0, step=0, amount=600),
        row(2 * DAY, E.ARRIVE, 1, step=0, amount=600),
        row(3 * DAY, E.ABANDON, 1, amount=600),
        row(4 * DAY, E.MET, 0, step=1, amount=600),
        row(7 * DAY, E.RESUME, 1, amount=600),
        days=(1, 10),
    )

    # From the midnight that begins day 1: 3 1/3 days of case 0; 1 day and 2/3 day of case 1.
    open_days = (3 + 1 / 3) + 1 + 2 / 3
    assert measure_all(view)["backlog"].value == pytest.approx(open_days / 9)
    midnights_s = np.arange(1, 11) * 86_400
    open_cases = np.append(0, np.cumsum(view.openings.change))
    at_midnight = open_cases[np.searchsorted(view.openings.calendar_s, midnights_s)]
    assert at_midnight.tolist() == [1, 1, 2, 1, 0, 0, 0, 0, 0, 1]


def test_a_service_of_visits_has_no_backlog_of_cases():
    view = view_of(scenario=visit_scenario())

    assert measure_all(view)["backlog"].reason == "there are no one-off cases here"


# 900 of 1200 seconds are value work; one of two decisions is the worker's own; of the two needs
# met, one was seen through by one worker.
CASES = (
    row(0, E.ARRIVE, 0, step=0, amount=900),
    row(0, E.ARRIVE, 1, step=0, amount=900),
    row(9, E.ACTIVITY, 0, staff=1, step=Activity.VALUE, amount=900),
    row(9, E.ACTIVITY, 0, staff=1, step=Activity.REPORT, amount=300),
    row(9, E.DECIDE, 0, staff=1, step=1, amount=1_000_000),
    row(9, E.MET, 0, step=1, amount=900),
    row(9, E.DECIDE, 1, staff=1, step=0, amount=1_000_000),
    row(9, E.MET, 1, step=0, amount=900),
)


def test_joy_is_the_mean_of_its_three_parts():
    readings = measure_all(view_of(*CASES))

    assert readings["meaning"].value == pytest.approx(0.75)
    assert readings["autonomy"].value == pytest.approx(0.5)
    assert readings["mastery"].value == pytest.approx(0.5)
    assert readings["work_joy"].value == pytest.approx(1.75 / 3)


def test_joy_without_one_of_its_parts_has_that_parts_reason():
    readings = measure_all(view_of(*CASES[:4]))

    assert readings["work_joy"] == Reading(None, "no decision was made")


def test_mastery_of_visits_is_the_part_of_the_usual_visitor():
    # Client 0: staff 1 makes 3 of 4 visits; client 1: each of two makes 1 of 2.
    visitors = [(0, 1), (0, 1), (0, 1), (0, 2), (1, 1), (1, 2)]
    visits = [
        row(DAY + n, E.START, client, staff=staff, pool=0, step=Job.VISIT)
        for n, (client, staff) in enumerate(visitors)
    ]
    view = view_of(
        row(0, E.ARRIVE, 0, step=1, amount=900),
        row(0, E.ARRIVE, 1, step=1, amount=900),
        *visits,
        scenario=visit_scenario(),
        citizens=people((0, 0), (1, 1)),
    )

    assert measure_all(view)["mastery"].value == pytest.approx(4 / 6)
