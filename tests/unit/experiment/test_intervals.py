import numpy as np
import pytest
from scipy import stats

from sim.experiment.intervals import build_interval, build_known_interval


def test_it_is_the_interval_of_scipy():
    values = [3.0, 4.0, 8.0, 5.5]

    interval = build_interval(values)

    expected = stats.t.interval(0.95, 3, np.mean(values), stats.sem(values))
    assert (interval.low, interval.high) == pytest.approx(expected)
    assert interval.mean == pytest.approx(5.125)


def test_it_covers_the_truth_in_95_of_100_cases():
    samples = np.random.default_rng(1).normal(10, 3, size=(4_000, 5))

    intervals = [build_interval(sample) for sample in samples]

    covered = np.mean([interval.low <= 10 <= interval.high for interval in intervals])
    assert abs(covered - 0.95) < 4 * np.sqrt(0.95 * 0.05 / 4_000)


def test_values_all_alike_have_no_width():
    assert build_interval([2.0, 2.0, 2.0]) == (2.0, 2.0, 2.0)


def test_one_value_has_no_interval():
    with pytest.raises(ValueError, match="at least 2 values, found 1"):
        build_interval([1.0])


def test_replications_in_which_a_measure_does_not_apply_are_left_out():
    assert build_known_interval(np.array([1.0, np.nan, 3.0])) == build_interval([1.0, 3.0])
    assert build_known_interval(np.array([1.0, np.nan, np.nan])) is None


def test_pairing_takes_out_the_luck_that_both_share():
    luck = np.random.default_rng(2).normal(0, 100, size=6)
    noise = np.random.default_rng(3).normal(0, 1, size=6)

    difference = build_interval((luck + 5 + noise) - luck)

    assert difference.half_width < 3
    assert difference.low <= 5 <= difference.high
