import numpy as np
import pytest
from scipy import stats

from sim.experiment.intervals import build_interval, build_known_interval
from sim.measures import Scale


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


@pytest.mark.parametrize(
    ("scale", "mean", "draw"),
    [
        (Scale.AMOUNT, 3.0, lambda rng, shape: rng.gamma(3.0, 1.0, shape)),
        (Scale.COUNT, 0.02, lambda rng, shape: rng.poisson(4, shape) / 200),
        (Scale.SHARE, 0.02, lambda rng, shape: rng.binomial(200, 0.02, shape) / 200),
        (Scale.SHARE, 0.98, lambda rng, shape: rng.binomial(200, 0.98, shape) / 200),
    ],
)
def test_of_skewed_numbers_too(scale, mean, draw):
    """Of 4,000 samples of ten; the standard error of what is covered is 0.35 %."""
    samples = draw(np.random.default_rng(4), (4_000, 10))

    intervals = [build_interval(sample, scale) for sample in samples]

    covered = np.mean([interval.low <= mean <= interval.high for interval in intervals])
    assert 0.93 <= covered <= 0.97


def test_values_all_alike_have_no_width():
    for scale in Scale:
        assert build_interval([0.5, 0.5, 0.5], scale) == (0.5, 0.5, 0.5)


def test_days_are_not_below_0():
    days = [0.01, 0.02, 0.6]

    assert build_interval(days).low < 0
    interval = build_interval(days, Scale.AMOUNT)
    assert 0 < interval.low < interval.mean == pytest.approx(0.21)
    # As far below the mean as above, in proportion: t x standard error / mean.
    spread = stats.t.ppf(0.975, 2) * stats.sem(days) / 0.21
    assert np.log(interval.high / interval.mean) == pytest.approx(spread)
    assert np.log(interval.mean / interval.low) == pytest.approx(spread)


def test_a_share_lies_between_0_and_1():
    shares = [0.99, 0.7, 1.0]

    assert build_interval(shares).high > 1
    interval = build_interval(shares, Scale.SHARE)
    mean = np.mean(shares)
    assert 0 < interval.low < mean < interval.high < 1
    spread = stats.t.ppf(0.975, 2) * stats.sem(shares) / (mean * (1 - mean))
    assert log_odds(interval.high) - log_odds(mean) == pytest.approx(spread)
    assert log_odds(mean) - log_odds(interval.low) == pytest.approx(spread)


def log_odds(share):
    return np.log(share / (1 - share))


def test_what_lies_outside_the_bounds_makes_them_wider():
    """Staff are busy for more than their shift where they work on after it."""
    assert build_interval([0.9, 1.2], Scale.SHARE) == build_interval([0.9, 1.2], Scale.AMOUNT)
    assert build_interval([-0.1, 0.2], Scale.AMOUNT) == build_interval([-0.1, 0.2])


def test_what_was_never_seen_may_still_be():
    """The exact ends: with such a chance 1,000 tries show nothing in 2.5 % of cases."""
    never, cases = np.zeros(2), np.array([400.0, 600.0])

    share = build_known_interval(never, Scale.SHARE, cases)
    count = build_known_interval(never, Scale.COUNT, cases)
    always = build_known_interval(never + 1, Scale.SHARE, cases)

    assert share == (0, 0, pytest.approx(stats.binomtest(0, 1_000).proportion_ci().high))
    assert stats.poisson.pmf(0, count.high * 1_000) == pytest.approx(0.025)
    assert always == (1, pytest.approx(1 - share.high), 1)


def test_of_what_is_not_counted_nothing_can_be_said_beyond_what_was_seen():
    never, cases = np.zeros(2), np.array([400.0, 600.0])

    assert build_known_interval(never, Scale.AMOUNT, cases) == (0, 0, 0)
    assert build_known_interval(never, Scale.SHARE, cases * np.nan) == (0, 0, 0)
    assert build_known_interval(never, Scale.SHARE) == (0, 0, 0)


def test_one_value_has_no_interval():
    with pytest.raises(ValueError, match="at least 2 values, found 1"):
        build_interval([1.0])


def test_replications_in_which_a_measure_does_not_apply_are_left_out():
    assert build_known_interval(np.array([1.0, np.nan, 3.0])) == build_interval([1.0, 3.0])
    assert build_known_interval(np.array([1.0, np.nan, np.nan])) is None
    unseen = build_known_interval(
        np.array([0.0, np.nan, 0.0]), Scale.SHARE, np.array([400.0, np.nan, 600.0])
    )
    assert 0 < unseen.high < 0.01


def test_pairing_takes_out_the_luck_that_both_share():
    luck = np.random.default_rng(2).normal(0, 100, size=6)
    noise = np.random.default_rng(3).normal(0, 1, size=6)

    difference = build_interval((luck + 5 + noise) - luck)

    assert difference.half_width < 3
    assert difference.low <= 5 <= difference.high
