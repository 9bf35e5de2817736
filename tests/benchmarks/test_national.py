"""The dispatch of a national sweep, held against theory where there is one."""

from math import expm1
from random import Random

import pytest

from benchmarks.national.dispatch import Setting, simulate

FREE = [0.0]
LUCK, DRAWN = Random(1), 20_000
DRAWS = [LUCK.expovariate(1.0) for _ in range(DRAWN)]
MEAN = sum(DRAWS) / DRAWN
EXPONENTIAL = [draw / MEAN for draw in DRAWS]
"""Work of a second on the mean."""


def test_a_collector_that_is_saturated_sets_the_pace():
    found = simulate(Setting(100, [1.0], FREE, [0.02]), chunks=3_000)
    assert found.chunks_per_s == pytest.approx(1 / 0.02, rel=0.01)
    assert found.efficiency == pytest.approx(0.5, rel=0.02)


def test_so_does_the_scheduler():
    assert simulate(Setting(100, [1.0], [0.02], FREE), chunks=12_000).chunks_per_s == pytest.approx(
        50, rel=0.01
    )


def test_where_nothing_holds_them_up_workers_do():
    found = simulate(Setting(100, [1.0, 3.0], [0.0001], [0.0001]), chunks=5_000)
    assert found.chunks_per_s == pytest.approx(50, rel=0.02)
    assert found.efficiency == pytest.approx(1.0, abs=0.01)


def test_a_collector_queues_as_one_with_poisson_arrivals_and_one_service_time():
    """M/D/1: workers who are never idle finish exponential work as a Poisson process."""
    workers, share = 50, 0.7
    found = simulate(Setting(workers, EXPONENTIAL, FREE, [share / workers]), chunks=40_000)
    assert found.collector_queue == pytest.approx(share**2 / (2 * (1 - share)), rel=0.08)


def test_work_that_begins_anew_after_each_failure_takes_as_long_as_theory_says():
    """Work d takes (exp(d/m) - 1)(m + r), with m between failures and r until it is back."""
    work_s, mtbf_s, back_s = 10.0, 20.0, 5.0
    found = simulate(Setting(20, [work_s], FREE, FREE, mtbf_s, back_s), chunks=15_000)
    expected = work_s / (expm1(work_s / mtbf_s) * (mtbf_s + back_s))
    assert found.efficiency == pytest.approx(expected, rel=0.02)
    assert found.lost == pytest.approx(1 - expected, rel=0.05)
