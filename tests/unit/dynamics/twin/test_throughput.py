"""How busy a few staff are is Erlang C read the other way."""

from math import exp, factorial

import numpy as np
import pytest

from sim.dynamics.twin.throughput import invert_erlang_c


def jobs_by_sums(staff, busy):
    """The mean number of jobs, from the probabilities of each number, one by one."""
    offered = staff * busy
    weights = [offered**n / factorial(n) for n in range(staff)]
    weights += [offered**staff / factorial(staff) * busy**k for k in range(4_000)]
    return float(np.dot(np.arange(len(weights)), weights) / sum(weights))


@pytest.mark.parametrize("staff", [1, 2, 5, 14])
@pytest.mark.parametrize("busy", [0.3, 0.75, 0.95])
def test_it_is_erlang_c_turned_round(staff, busy):
    x, y = invert_erlang_c(float(staff))

    assert np.interp(jobs_by_sums(staff, busy) / staff, x, y) == pytest.approx(busy, abs=0.003)


def test_between_whole_numbers_of_staff_it_lies_between_them():
    at = 0.8
    low, middle, high = (np.interp(at, *invert_erlang_c(staff)) for staff in (3.0, 3.5, 4.0))

    assert low < middle < high


@pytest.mark.parametrize("staff", [0.4, 1.0, 3.6, 20.0])
def test_it_rises_from_idle_to_all_busy(staff):
    x, y = invert_erlang_c(staff)

    assert (y[0], y[-1]) == (0.0, 1.0)
    assert min(np.diff(x)) > 0 and min(np.diff(y)) > 0
    assert exp(-1) < y[-2] < 1
