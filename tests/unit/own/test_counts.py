"""Counts by day and hour. Whatever is drawn has a fixed seed: nothing here fails by chance."""

from datetime import date, timedelta

import numpy as np
import pytest

from sim.errors import ScenarioError
from sim.own.counts import measure_counts, read_counts

MONDAY = date(2026, 1, 5)
WEEK = (12.0, 8.0, 10.0, 10.0, 10.0)
HOURS = (8, 9, 10, 11)


def write(days):
    """Write counts of hours: a list for each day, in weeks of five days from a Monday on."""
    lines = ["date,hour,count"]
    for number, counts in enumerate(days):
        day = MONDAY + timedelta(weeks=number // 5, days=number % 5)
        lines += [f"{day},{hour},{count}" for hour, count in zip(HOURS, counts, strict=True)]
    return "\n".join(lines).encode()


def draw(weeks, dispersion, seed):
    """Draw days whose variance is so many times their mean, by the hour."""
    rng, size = np.random.default_rng(seed), weeks * len(WEEK)
    means = np.tile(WEEK, weeks)
    days = means
    if dispersion > 1:
        days = rng.gamma(means / (dispersion - 1), dispersion - 1, size)
    return rng.poisson(days[:, None] / len(HOURS), (size, len(HOURS)))


def test_of_many_days_the_intervals_hold_what_they_were_drawn_from():
    inside = np.zeros(4)
    for seed in range(60):
        said = measure_counts(read_counts(write(draw(8, 2.5, seed)), "counts.csv"))
        truths = (
            (said.estimates["arrivals_per_day"], 10.0),
            (said.by_weekday[0], 1.2),
            (said.by_hour[8], 0.25),
            (said.estimates["dispersion"], 2.5),
        )
        inside += [one.low <= truth <= one.high for one, truth in truths]

    # of 60 at 95 %, fewer than 51 are inside once in 1,500 times; the chi-square of the dispersion
    # holds for days that are nearly normal
    assert (inside[:3] >= 51).all()
    assert inside[3] >= 46


def test_what_was_seen_is_told():
    said = measure_counts(read_counts(write([[1, 2, 3, 4]] * 10), "counts.csv"))

    told = {name: one.value for name, one in said.estimates.items()}
    assert told == {
        "arrivals_per_day": 10, "dispersion": 0, "days_per_week": 5, "opens_hour": 8,
        "hours_per_day": 4,
    }  # fmt: skip
    assert [one.value for one in said.by_hour.values()] == [0.1, 0.2, 0.3, 0.4]
    assert (said.first, said.last) == (MONDAY, MONDAY + timedelta(days=11))
    assert said.to_dict()["estimates"]["opens_hour"]["value"] == 8


def test_missing_days_and_weeks_and_holidays_are_told():
    days = [[1, 1, 1, 1] for _ in range(25)]
    days[3] = [0, 0, 0, 0]
    lines = write(days).decode().splitlines()
    third_week = [str(MONDAY + timedelta(weeks=2, days=day)) for day in range(5)]
    gone = (*third_week, str(MONDAY + timedelta(days=8)))
    kept = [line for line in lines if not line.startswith(gone)]

    said = measure_counts(read_counts("\n".join(kept).encode(), "counts.csv"))

    assert (said.days_missing, said.days_closed) == (1, 1)
    assert said.weeks_missing == (MONDAY + timedelta(weeks=2),)
    assert said.estimates["arrivals_per_day"].value == 4


def test_days_alone_say_nothing_of_hours_and_two_days_nothing_of_how_days_vary():
    said = measure_counts(read_counts(b"Datum;Antal\n2026-01-05;4\n06.01.2026;6\n", "counts.csv"))

    assert said.estimates["arrivals_per_day"].value == 5
    assert np.isnan(said.estimates["arrivals_per_day"].low)
    assert said.estimates["opens_hour"].why_not == "the file tells no hours"
    assert said.by_hour == {}


def test_a_file_on_whose_days_nothing_came():
    said = measure_counts(read_counts(b"date,hour,count\n2026-01-05,9,0\n", "counts.csv"))

    assert np.isnan(said.estimates["arrivals_per_day"].value)
    assert np.isnan(said.estimates["days_per_week"].value)


def test_every_problem_is_told_with_its_row():
    text = b"date,hour,count\n2026-01-05,9,4\n2026-01-05,09:00,5\nx,25,-1\n2026-01-06,8,1.5\n"
    with pytest.raises(ScenarioError) as caught:
        read_counts(text, "counts.csv")

    assert [problem.partition(", expected")[0] for problem in caught.value.problems] == [
        'row 4: date: found "x"',
        'row 4: hour: found "25"',
        'row 4: count: found "-1"',
        'row 5: count: found "1.5"',
        "row 3: this day and hour stand in row 2 already: add the counts of one hour up in one row",
    ]


def test_half_hours_are_to_be_added_up_and_days_are_told_as_before():
    for text, told in (
        (
            b"date,hour,count\n2026-01-05,08:00,4\n2026-01-05,08:30,5\n",
            "add the counts of one hour",
        ),
        (b"date,count\n2026-01-05,4\n2026-01-05,5\n", "this day and hour stand in row 2 already"),
    ):
        with pytest.raises(ScenarioError) as caught:
            read_counts(text, "counts.csv")
        assert told in str(caught.value.problems[0])
