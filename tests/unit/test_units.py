import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.units import MILLION, ppm, seconds_of_days, seconds_of_minutes, split_whole

TOTALS = st.integers(0, 10_000_000)
SHARES = st.lists(st.integers(0, MILLION), min_size=1, max_size=8).filter(any)


def test_durations_and_shares_become_whole_numbers():
    assert seconds_of_minutes(1.5) == 90
    assert seconds_of_days(0.5) == 43_200
    assert ppm(0.25) == 250_000
    assert seconds_of_minutes(1 / 7) == 9


@pytest.mark.parametrize(
    ("total", "shares", "parts"),
    [
        (10, [200_000, 300_000, 500_000], [2, 3, 5]),
        (10, [333_333, 333_333, 333_334], [3, 3, 4]),
        (7, [1, 1, 1], [3, 2, 2]),
        (1, [1, 1], [1, 0]),
        (3, [0, 5], [0, 3]),
        (0, [1, 2], [0, 0]),
    ],
)
def test_split_gives_what_is_left_to_the_largest_remainder(total, shares, parts):
    assert split_whole(total, shares) == parts


@given(TOTALS, SHARES)
def test_split_adds_up_and_stays_within_one_of_each_quota(total, shares):
    parts = split_whole(total, shares)

    assert sum(parts) == total
    for part, share in zip(parts, shares, strict=True):
        assert abs(part * sum(shares) - total * share) < sum(shares)


@given(TOTALS, SHARES, st.integers(2, 50))
def test_split_depends_on_proportions_alone(total, shares, factor):
    assert split_whole(total, [share * factor for share in shares]) == split_whole(total, shares)


def test_split_refuses_shares_that_are_all_zero():
    with pytest.raises(ValueError, match="at least one above 0"):
        split_whole(3, [0, 0])
