"""Estimates of logs that were made by hand, and of what they cannot say."""

from datetime import date
from math import inf, isnan

import numpy as np
import pytest

from sim.own.caselog import UNKNOWN
from sim.own.estimate import TITLES
from sim.own.estimates import estimate
from tests.unit.own.caselogs import build_log, draw_log


def build_weeks(weeks=8, *, starts=True):
    """Build four cases a working day: two hours by x, and two weeks later two to five by y.

    Every other one is asked for something, and answers a week later.
    """
    rows = []
    for week in range(weeks):
        for weekday in range(5):
            day = np.datetime64("2024-01-01") + np.timedelta64(week * 7 + weekday, "D")
            rows += _day_of(day, f"{week}-{weekday}", starts)
    return build_log(rows)


def _day_of(day, name, starts):
    def step(activity, person, start, end, later=0):
        on = day + np.timedelta64(later, "D")
        start_day = on - np.timedelta64(start == "15:15", "D")
        return (
            f"{name}-{nth}",
            activity,
            person,
            f"{on}T{end}",
            f"{start_day}T{start}" if starts else None,
        )

    for nth in range(4):
        yield step("work", "x", f"{8 + 2 * nth:02d}:00", f"{10 + 2 * nth:02d}:00")
        if nth % 2:
            yield step("ask", "x", "16:00", "16:00")
            yield step("answer", None, "09:00", "09:00", later=7)
        yield step("close", "y", "15:15", f"{10 + nth:02d}:00", later=14)


@pytest.fixture(scope="module")
def found():
    return estimate(build_weeks(), last=date(2024, 2, 25))


def test_every_quantity_is_estimated_in_order(found):
    assert len(found) == 21
    assert tuple(found) == tuple(name for name in TITLES if name in found)
    assert all(name == one.name for name, one in found.items())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("arrivals_per_day", 4),
        ("dispersion", 0),
        ("days_per_week", 5),
        ("opens_hour", 8),
        ("steps_per_case", 3),
        ("faces_per_case", 2),
        ("one_face_share", 0),
        ("hand_overs_per_case", 1),
        ("asks_per_case", 1 / 2),
        ("contacts_per_case", 1 / 2),
        ("ready", 1 / 2),
    ],
)
def test_what_can_be_counted(found, name, value):
    assert found[name].value == pytest.approx(value)


def test_touch_time_counts_open_hours_only_and_is_exact_where_starts_are_told(found):
    told = found["touch_minutes_per_case"]
    hours = found["opens_hour"].value, found["hours_per_day"].value

    # y begins at 15:15 of the day before, of which an hour is open unless it is a Sunday.
    assert hours == (8, 8.25)
    assert told.value == pytest.approx(60 * (2 + 4 / 5 + (2 + 3 + 4 + 5) / 4))
    assert told.why_not is None and told.low <= told.value <= told.high


def test_touch_time_has_bounds_where_only_completions_are_told():
    told = estimate(build_weeks(starts=False))["touch_minutes_per_case"]

    assert told.low == 0 < told.value < told.high
    assert told.high <= 24 * 60
    assert "bounds" in told.why_not


def test_a_log_without_persons_says_so_and_tells_the_rest():
    log = build_weeks()
    found = estimate(log._replace(person=np.full(len(log.person), UNKNOWN, np.int32)))

    for name in ("persons", "faces_per_case", "hand_overs_per_case", "pick_up_days", "ready"):
        assert isnan(found[name].value) and found[name].why_not == "the file names no person"
    assert found["arrivals_per_day"].value > 0 and found["days_p50"].value > 0


@pytest.mark.parametrize(
    ("clock", "zone"),
    [("00:00", "UTC"), ("12:00", "Europe/Stockholm"), ("23:00", "Europe/Stockholm")],
    ids=["midnight", "noon", "moved"],
)
def test_a_log_of_dates_says_nothing_of_hours(clock, zone):
    days = [np.datetime64("2024-01-01") + np.timedelta64(case // 2, "D") for case in range(400)]
    rows = [(case, "work", "x", f"{day}T{clock}") for case, day in enumerate(days)]
    found = estimate(build_log(rows, zone=zone))

    for name in ("opens_hour", "hours_per_day", "touch_minutes_per_case"):
        assert found[name].why_not == "the file tells only dates, no times of day"
    assert found["asks_per_case"].why_not == "no activity is mapped as one that asks the citizen"


@pytest.mark.parametrize("log", [build_log([]), build_weeks(1)])
def test_of_little_or_nothing_little_is_said_and_nothing_fails(log):
    found = estimate(log)

    assert isnan(found["arrivals_per_day"].value)
    assert all(one.why_not is not None for one in found.values() if isnan(one.value))


def test_a_coefficient_of_variation_that_rests_on_one_case_has_no_upper_end():
    found = estimate(draw_log(1, weeks=12))["pick_up_cv"]

    assert found.high == inf and "one case" in found.why_not
    assert found.low < found.value
