import numpy as np

from sim.own.followed import follow_cases
from tests.unit.own.caselogs import build_log


def test_where_cases_are_closed_those_that_are_not_are_open():
    log = build_log(
        [
            ("a", "work", "x", "2024-01-01"),
            ("a", "close", "x", "2024-01-03"),
            ("b", "work", "x", "2024-01-02"),
        ],
        ends="2024-02-01",
    )
    followed = follow_cases(log)

    assert followed.has_closes and followed.until_us == log.ends_us
    assert followed.is_finished.tolist() == [True, False]
    assert followed.days.tolist() == [2, 30]


def test_otherwise_a_case_is_open_as_of_a_long_gap_before_the_end():
    rows = []
    for case in range(50):
        begins = np.datetime64("2024-01-01") + np.timedelta64(case, "D")
        rows += [(case, "work", "x", str(begins + np.timedelta64(2 * n, "D"))) for n in range(3)]
    log = build_log(rows, ends="2024-02-23")  # a day after the last step of the last case but one
    followed = follow_cases(log)

    until = np.datetime64("2024-02-21")
    assert np.datetime64(followed.until_us, "us") == until
    assert followed.is_finished.sum() == 48
    assert (followed.days[~followed.is_finished] == [3, 2]).all()
    assert followed.is_followed.all()


def test_a_log_without_cases():
    assert not len(follow_cases(build_log([])).days)
