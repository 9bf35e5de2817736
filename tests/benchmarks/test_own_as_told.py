"""A simulated log is told as another one tells: its kinds of steps, at the hours of its week."""

import numpy as np

from benchmarks.own_forecast.as_told import WEEK_US, tell_as
from sim.own.caselog import DAY_US, UNKNOWN_US, CaseLog, Role

HOUR_US = DAY_US // 24
MONDAY_US = 1_704_067_200_000_000


def log_of(hours, roles, cases=None):
    """Return a log of steps at hours since a Monday, each an activity of its own."""
    end_us = MONDAY_US + np.array(hours) * HOUR_US
    case = np.zeros(len(hours), np.int32) if cases is None else np.array(cases, np.int32)
    return CaseLog(
        case=case,
        activity=np.arange(len(hours), dtype=np.int32),
        person=np.zeros(len(hours), np.int32),
        end_us=end_us,
        start_us=np.full(len(hours), UNKNOWN_US),
        role=np.array(roles, np.int8),
        is_machine=np.zeros(1, bool),
        case_names=tuple(map(str, range(case.max() + 1))),
        activity_names=tuple(map(str, range(len(hours)))),
        person_names=("who",),
        zone="UTC",
        ends_us=int(end_us.max()),
    )


def test_kinds_of_steps_that_a_log_has_none_of_are_left_out_unless_a_case_begins_with_one():
    simulated = log_of([8, 9, 10, 11], [Role.CITIZEN, Role.WORK, Role.CITIZEN, Role.CLOSE])

    told = tell_as(simulated, log_of([9, 10], [Role.WORK, Role.CLOSE]))

    assert told.role[told.activity].tolist() == [Role.CITIZEN, Role.WORK, Role.CLOSE]


def test_a_peak_at_opening_is_spread_over_the_hours_of_the_other_log_in_order():
    simulated = log_of([8, 8.01, 8.02, 8.03], [Role.WORK] * 4)
    other = log_of([9, 30, 80, 150], [Role.WORK] * 4)

    told = tell_as(simulated, other)

    assert ((told.end_us - MONDAY_US) // HOUR_US).tolist() == [9, 30, 80, 150]


def test_a_step_stays_in_its_week():
    simulated = log_of([8, 8 + 168, 9 + 3 * 168], [Role.WORK] * 3)

    told = tell_as(simulated, log_of([2 * 168 + 12, 5 * 168 + 40], [Role.WORK] * 2))

    assert ((told.end_us - MONDAY_US) // WEEK_US).tolist() == [0, 1, 3]


def test_a_log_of_dates_alone_is_told_in_dates_alone():
    simulated = log_of([8, 9, 34, 57], [Role.WORK] * 4)

    told = tell_as(simulated, log_of([0, 24, 48], [Role.WORK] * 3))

    assert (told.end_us % DAY_US == 0).all()
