import pytest

from sim.eventlog import Event
from sim.measures import Reading, measure_all
from tests.builders import build_scenario
from tests.logs import DAY, row, view_of

E = Event

# Four citizens arrive at the first opening. Three are met 1, 3 and 2 days later, the third one at
# the second attempt, after a first closing on the first day; the fourth case stays open.
# In the order of being met: 1, 2, 3 days: mean 2, moving ranges 1 and 1, limit 2 + 2.66.
LOG = (
    *(row(0, E.ARRIVE, citizen, step=0, amount=600) for citizen in range(4)),
    row(3_600, E.CLOSE, 2, step=0, amount=3_600),
    row(DAY, E.CLOSE, 0, step=0, amount=86_400),
    row(DAY, E.MET, 0, step=1, amount=600),
    row(2 * DAY, E.CLOSE, 2, attempt=2, step=0, amount=86_400),
    row(2 * DAY, E.MET, 2, attempt=2, step=0, amount=600),
    row(3 * DAY, E.CLOSE, 1, step=0, amount=172_800),
    row(3 * DAY, E.MET, 1, step=1, amount=600),
)


def test_times_are_lived_to_the_end_and_reported_to_the_first_closing():
    readings = measure_all(view_of(*LOG))

    assert readings["end_to_end_days"].value == pytest.approx(2)
    assert readings["end_to_end_days_upper_limit"].value == pytest.approx(2 + 2.66)
    # First closings in their order: 1/24, 1 and 2 days on the target's clock.
    assert readings["reported_days"].value == pytest.approx((1 / 24 + 1 + 2) / 3)
    mean_range = (23 / 24 + 1) / 2
    limit = (1 / 24 + 1 + 2) / 3 + 2.66 * mean_range
    assert readings["reported_days_upper_limit"].value == pytest.approx(limit)


def test_a_weekend_is_lived_through():
    # From the opening on Friday to that on Monday: one open day, three calendar days.
    view = view_of(
        row(4 * DAY, E.ARRIVE, step=0, amount=600), row(5 * DAY, E.MET, step=1, amount=600)
    )

    assert measure_all(view)["end_to_end_days"].value == pytest.approx(3)


def test_without_an_end_there_is_no_time():
    readings = measure_all(view_of(row(0, E.ARRIVE, step=0, amount=600)))

    assert readings["end_to_end_days"] == Reading(None, "no need was met")
    assert readings["end_to_end_days_upper_limit"] == Reading(None, "fewer than two needs were met")
    assert readings["reported_days"] == Reading(None, "no case was closed")


def test_a_case_is_followed_to_its_end_after_the_days():
    readings = measure_all(view_of(*LOG, days=(0, 1)))

    assert readings["end_to_end_days"].value == pytest.approx(2)
    assert readings["open_share"].value == pytest.approx(1 / 4)


@pytest.mark.parametrize(("days", "share"), [(0.5, 0), (1, 1 / 4), (2, 2 / 4), (30, 3 / 4)])
def test_a_promise_is_kept_to_whom_it_helps_in_time(days, share):
    promise = build_scenario(f"service.promised_days={days}")

    readings = measure_all(view_of(*LOG, scenario=promise))

    assert readings["kept_promise_share"].value == pytest.approx(share)
