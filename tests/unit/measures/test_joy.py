import pytest

from sim.eventlog import Activity, Event, Job
from sim.measures import measure_all
from tests.logs import DAY, people, row, view_of, visit_scenario

E = Event

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

    assert readings["work_joy"] == (None, "no decision was made")


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
