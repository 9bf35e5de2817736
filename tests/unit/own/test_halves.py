import numpy as np
import pytest

from sim.errors import RunError
from sim.own.followed import follow_cases
from sim.own.halves import split
from tests.unit.own.caselogs import build_log, draw_log

STEPS = [
    ("a", "work", "x", "2024-01-01"),
    ("a", "close", "y", "2024-01-20"),
    ("b", "work", "x", "2024-01-02"),
    ("b", "close", "x", "2024-01-03"),
    ("c", "work", "z", "2024-01-10"),
    ("d", "work", "z", "2024-01-11"),
    ("d", "close", "x", "2024-01-12"),
]


def test_a_case_that_is_open_at_the_moment_is_cut_and_later_ones_are_whole():
    first, second = split(build_log(STEPS))

    assert first.case_names == ("a", "b") and second.case_names == ("c", "d")
    assert first.case.tolist() == [0, 1, 1] and second.case.tolist() == [0, 1, 1]
    assert first.ends_us == second.end_us[0]
    assert follow_cases(first).is_finished.tolist() == [False, True]
    assert follow_cases(first).days[0] == 9
    assert first.person_names == second.person_names == ("x", "y", "z")


def test_no_step_of_the_second_half_is_in_the_first():
    log = draw_log(1)
    first, second = split(log)

    assert first.end_us.max() < first.ends_us <= second.end_us.min()
    assert first.cases + second.cases == log.cases
    assert abs(first.cases - second.cases) <= 1


def test_what_begins_at_once_cannot_be_split():
    rows = [(case, "work", "x", "2024-01-01") for case in range(9)]

    for log in (build_log(rows), build_log(rows[:1])):
        with pytest.raises(RunError, match="cannot be split"):
            split(log)
    assert np.array_equal(
        split(build_log([*rows[:1], ("z", "work", "x", "2024-01-02")]))[1].case, [0]
    )
