"""How busy a few staff are is Erlang C read the other way."""

from math import factorial

import numpy as np
import pytest

from sim.dynamics.twin.throughput import count_jobs, find_busy, invert_erlang_c

CHANCE = 1.0


def jobs_by_sums(staff, busy):
    """The mean number of jobs, from the probabilities of each number, one by one."""
    offered = staff * busy
    weights = [offered**n / factorial(n) for n in range(staff)]
    weights += [offered**staff / factorial(staff) * busy**k for k in range(4_000)]
    return float(np.dot(np.arange(len(weights)), weights) / sum(weights))


@pytest.mark.parametrize("staff", [1, 2, 5, 14])
@pytest.mark.parametrize("busy", [0.3, 0.75, 0.95])
def test_it_is_erlang_c_and_turned_round(staff, busy):
    jobs = jobs_by_sums(staff, busy)
    x, y = invert_erlang_c(staff)

    assert count_jobs(staff, np.array(busy)) == pytest.approx(jobs, rel=1e-9)
    assert np.interp(jobs / staff, x, y) == pytest.approx(busy, abs=0.003)
    assert np.interp(jobs / staff, *find_busy(staff, 1.0, CHANCE)) == pytest.approx(busy, abs=0.003)


def test_more_variation_means_longer_queues():
    in_work = 3 * 0.8
    once, twice = (float(count_jobs(3, np.array(0.8), times)) for times in (1.0, 2.0))

    assert twice - in_work == pytest.approx(2 * (once - in_work))


def test_staff_who_are_sometimes_away_are_no_busier_with_as_many_jobs():
    """Of as many at a mean, some days have fewer, and what waits then is not made up for."""
    jobs = np.array([0.5, 1.0, 2.0, 3.0])
    always, often = (
        np.interp(jobs, *find_busy(staff, present, CHANCE))
        for staff, present in ((3, 1.0), (4, 0.75))
    )

    assert (often < always).all()


@pytest.mark.parametrize("staff", [1, 3, 20])
@pytest.mark.parametrize("present", [0.9, 1.0])
def test_it_rises_from_idle_to_all_busy(staff, present):
    x, y = find_busy(staff, present, 1.5)

    assert (x[0], y[0]) == (0.0, 0.0)
    assert min(np.diff(x)) > 0 and min(np.diff(y)) >= 0
    assert y[-1] == pytest.approx(1.0)
