import numpy as np
import pytest

from sim.own.caselog import DAY_US
from sim.own.opening import (
    BINS,
    Opening,
    count_open_us,
    find_edges,
    find_hours,
    find_weekdays,
)

HOUR_US = DAY_US // 24
OFFICE = Opening(np.arange(7) < 5, 8 * HOUR_US, 8 * HOUR_US, np.array([19_725]))  # 2024-01-03


def at(text):
    return np.array([np.datetime64(text, "us").astype(np.int64)])


@pytest.mark.parametrize(
    ("begins", "ends", "hours"),
    [
        ("2024-01-01T09:00", "2024-01-01T11:30", 2.5),
        ("2024-01-01T15:00", "2024-01-02T09:00", 2),  # overnight
        ("2024-01-02T15:00", "2024-01-04T09:00", 2),  # over a holiday
        ("2024-01-05T15:00", "2024-01-08T09:00", 2),  # over a weekend
        ("2024-01-05T17:00", "2024-01-08T07:00", 0),
        ("2024-01-01T00:00", "2024-01-29T00:00", 19 * 8),
    ],
)
def test_open_hours_between_two_times(begins, ends, hours):
    open_us = count_open_us(OFFICE, at(ends)) - count_open_us(OFFICE, at(begins))

    assert open_us[0] == hours * HOUR_US


def steps_of_quarters(first, bins, night=0.0):
    steps = np.full(BINS, night)
    steps[(first + np.arange(bins)) % BINS] += 100
    return steps


@pytest.mark.parametrize("night", [0.0, 5.0])
@pytest.mark.parametrize(("first", "bins"), [(32, 32), (88, 40), (28, 60)])
def test_hours_are_found_in_spite_of_rare_work_at_night_and_beyond_midnight(first, bins, night):
    assert find_hours(steps_of_quarters(first, bins, night)) == (first, bins)


def test_a_quiet_noon_is_no_night_and_who_never_rests_is_open_round_the_clock():
    steps = steps_of_quarters(32, 36)
    steps[48:52] = 0

    assert find_hours(steps) == (32, 36)
    assert find_hours(np.full(BINS, 7.0)) == find_hours(np.zeros(BINS)) == (0, BINS)


def test_a_weekday_with_little_is_closed():
    assert (
        find_weekdays(np.array([90, 100, 80, 95, 70, 12, 0])).tolist() == [True] * 5 + [False] * 2
    )


@pytest.mark.parametrize(("first", "bins"), [(32, 32), (88, 40)])
def test_work_that_fades_out_leaves_open_when_it_closes(first, bins):
    weeks = steps_of_quarters(first, bins) / 100
    weeks[[(first + bins) % BINS, (first + bins + 1) % BINS, (first - 1) % BINS]] = 0.9
    weeks[(first + bins + 2) % BINS] = 0.2  # seldom

    assert find_edges(weeks, first, bins) == (1, 2)


def test_what_closes_at_once_closes_then_and_who_never_closes_has_no_edges():
    assert find_edges(steps_of_quarters(32, 32) / 100, 32, 32) == (0, 0)
    assert find_edges(np.ones(BINS), 0, BINS) == (0, 0)
