"""The profile of a day: as many in each hour as its weight says, even within it."""

import numpy as np

from sim.random import profile_s, profile_table

DAY_S = 9_000  # two and a half hours
DRAWS = (np.arange(100_000) + 0.5) / 100_000


def test_hours_hold_their_shares_and_the_last_is_cut_short() -> None:
    hours = profile_s(DRAWS, (1.0, 0.0, 2.0), DAY_S) // 3_600
    assert np.bincount(hours).tolist() == [50_000, 0, 50_000]  # 1 x 1 h and 2 x 0.5 h


def test_it_is_even_within_an_hour() -> None:
    seconds = profile_s(DRAWS, (0.0, 1.0), 7_200)
    assert np.bincount((seconds - 3_600) // 900).tolist() == [25_000] * 4


def test_no_second_lies_outside_the_day() -> None:
    last = np.array([0.0, np.nextafter(1.0, 0.0)])
    assert profile_s(last, (1.0, 1.0, 1.0), DAY_S).tolist() == [0, DAY_S - 1]


def test_the_table_is_the_profile() -> None:
    table = profile_table((1.0, 0.0, 2.0), DAY_S)
    assert np.bincount(table // 3_600).tolist() == [2_048, 0, 2_048]
    assert not table.flags.writeable
