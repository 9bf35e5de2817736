"""How forecasts of logs are held against what came: shifted, cut and judged rightly."""

from math import nan

import numpy as np

from benchmarks.own_forecast.goals import MISSED, NOT_TOLD, REACHED, judge
from benchmarks.own_forecast.simod import load_simulated, shift, take_cases, write_steps
from sim.own.caselog import DAY_US, UNKNOWN, UNKNOWN_US, CaseLog, Role
from sim.own.local_time import WEEK_DAYS, find_local_us
from sim.own.mapping import Mapping

HOUR_US = DAY_US // 24
MONDAY_US = 1_704_067_200_000_000


def log_of(begin_us=MONDAY_US, zone="UTC"):
    return CaseLog(
        case=np.array([0, 0, 1], np.int32),
        activity=np.array([0, 1, 0], np.int32),
        person=np.array([0, UNKNOWN, 0], np.int32),
        end_us=begin_us + np.array([9, 33, 34]) * HOUR_US,
        start_us=np.full(3, UNKNOWN_US),
        role=np.array([Role.WORK, Role.ASK], np.int8),
        is_machine=np.zeros(1, bool),
        case_names=("a", "b"),
        activity_names=("works", "asks"),
        person_names=("who",),
        zone=zone,
        ends_us=begin_us + 34 * HOUR_US,
    )


def test_a_log_is_shifted_by_whole_weeks_and_keeps_its_clocks():
    summer = log_of(MONDAY_US + 26 * WEEK_DAYS * DAY_US + 2 * DAY_US, "Europe/Stockholm")

    moved = shift(log_of(), summer)

    local_us = find_local_us(moved.end_us, moved.zone)
    assert ((local_us - log_of().end_us) == 26 * WEEK_DAYS * DAY_US).all()


def test_a_log_is_cut_to_its_first_cases():
    taken = take_cases(log_of(), 1)

    assert (taken.cases, len(taken.case)) == (1, 2)


def test_what_is_written_is_read_again(tmp_path):
    write_steps(log_of(), tmp_path / "log.csv")
    mapping = Mapping("case", "activity", "time", asks=("asks",))

    read = load_simulated(tmp_path / "log.csv", log_of(), mapping)

    assert read.end_us.tolist() == log_of().end_us.tolist()
    assert read.person.tolist() == [0, UNKNOWN, 0]
    assert read.role.tolist() == log_of().role.tolist()


def test_what_is_not_told_is_neither_reached_nor_missed():
    assert (judge(nan, 1.0), judge(1.0, 1.0)) == (NOT_TOLD, REACHED)
    assert judge(0.2, 0.15, is_part=True) == f"{MISSED} (20.0%)"
