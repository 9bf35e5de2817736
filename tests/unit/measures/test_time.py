import pytest

from sim.eventlog import Event
from sim.measures import Reading, measure_all
from tests.builders import build_scenario
from tests.logs import DAY, HOURS, row, view_of

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
    assert readings["end_to_end_days_upper_limit"] == Reading(
        None,
        "fewer than two needs were met in these days",
    )
    assert readings["reported_days"] == Reading(None, "no case was closed")


def come_and_go(weeks):
    """A case on each open day, met on the next one; those of Mondays after eight weeks."""
    rows = [(day * DAY, E.ARRIVE, day) for day in range(5 * weeks)]
    rows += [((day + (1 if day % 5 else 40)) * DAY, E.MET, day) for day in range(5 * weeks)]
    return (row(at_s, kind, citizen, step=1, amount=600) for at_s, kind, citizen in sorted(rows))


@pytest.mark.parametrize("days", [28, 98, 364, 980])
def test_an_upper_limit_does_not_depend_on_how_long_one_looks(days):
    # Met one after the other: 56 days, 3 (Friday's, after a weekend), 1, 1, 1, and so on. The cases
    # that came in 28 days end with the four long ones: their limit would be 24 days.
    view = view_of(*come_and_go(weeks=200), days=(140, 140 + days))

    mean, mean_range = (56 + 3 + 1 + 1 + 1) / 5, (53 + 2 + 0 + 0 + 55) / 5
    limit = measure_all(view)["end_to_end_days_upper_limit"].value
    # Of 20 cases there are 19 ranges, and one of 55 days is as good as a tenth of them.
    assert limit == pytest.approx(mean + 2.66 * mean_range, rel=0.1)


def test_one_in_so_many_waits_longer():
    # Forty citizens are met after 1 to 40 hours of opening; 4 of them wait longer than 36 hours.
    hours = range(1, 41)
    days = {hour: (HOURS.calendar_s(hour * 3_600) - HOURS.opens_s) / 86_400 for hour in hours}
    log = [row(0, E.ARRIVE, hour - 1, step=0, amount=600) for hour in hours]
    log += [row(hour * 3_600, E.MET, hour - 1, step=1, amount=600) for hour in hours]
    readings = measure_all(view_of(*log))

    assert readings["end_to_end_days_median"].value == pytest.approx(days[20])
    assert readings["end_to_end_days_p90"].value == pytest.approx(days[36])
    assert readings["end_to_end_days_p95"].value == pytest.approx(days[38])


def test_of_few_nothing_is_told_that_takes_many():
    readings = measure_all(view_of(*LOG))

    assert readings["end_to_end_days_median"].value == pytest.approx(2)
    assert readings["end_to_end_days_p90"] == Reading(
        None, "there are fewer than 10 to tell it from"
    )
    assert readings["reported_days_median"].value == pytest.approx(1)


def test_a_case_is_followed_to_its_end_after_the_days():
    readings = measure_all(view_of(*LOG, days=(0, 1)))

    assert readings["end_to_end_days"].value == pytest.approx(2)
    assert readings["open_share"].value == pytest.approx(1 / 4)


@pytest.mark.parametrize(("days", "share"), [(0.5, 0), (1, 1 / 4), (2, 2 / 4), (30, 3 / 4)])
def test_a_promise_is_kept_to_whom_it_helps_in_time(days, share):
    promise = build_scenario(f"service.promised_days={days}")

    readings = measure_all(view_of(*LOG, scenario=promise))

    assert readings["kept_promise_share"].value == pytest.approx(share)
