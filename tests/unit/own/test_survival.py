import numpy as np
import pytest

from sim.own.survival import find_mean, find_quantile, find_survival

# Kaplan & Meier's method by hand: at 1 one of 5 ends, at 2 one is lost, at 3 two of 3 end, at 4 the
# last is lost.
LASTED = np.array([1.0, 2.0, 3.0, 3.0, 4.0])
HAS_ENDED = np.array([True, False, True, True, False])


def test_what_is_left_by_hand():
    survival = find_survival(LASTED, HAS_ENDED)

    assert survival.times.tolist() == [1, 3]
    assert survival.left == pytest.approx([4 / 5, 4 / 15])
    assert survival.spread == pytest.approx([1 / 20, 1 / 20 + 2 / 3])
    assert survival.is_open and survival.longest == 4
    assert survival.left_before(np.array([1.0, 1.5, 3.0, 9.0])) == pytest.approx(
        [1, 4 / 5, 4 / 5, 4 / 15]
    )


def test_the_mean_up_to_the_longest_by_hand():
    mean = find_mean(find_survival(LASTED, HAS_ENDED))

    assert mean.value == pytest.approx(1 + 2 * 4 / 5 + 4 / 15)
    # The area after 1 is 28/15, after 3 it is 4/15.
    error = np.sqrt((28 / 15) ** 2 / 20 + (4 / 15) ** 2 * 2 / 3)
    assert mean.high / mean.value == pytest.approx(np.exp(1.959964 * error / mean.value))


def test_the_median_and_its_interval_by_hand():
    survival = find_survival(np.arange(1.0, 11), np.ones(10, bool))
    half = 1.959964 * np.sqrt(survival.spread[:9]) / np.abs(np.log(survival.left[:9]))
    low, high = (np.exp(np.log(survival.left[:9]) * np.exp(sign * half)) for sign in (1, -1))
    median = find_quantile(survival, 0.5)

    assert median.value == 5
    assert median.low == 1 + np.argmax(low <= 0.5)
    assert median.high == 1 + np.argmax(high <= 0.5)


def test_what_too_few_are_known_to_reach_is_not_told():
    survival = find_survival(LASTED, HAS_ENDED)

    assert find_quantile(survival, 0.7).value == 3
    assert find_quantile(survival, 0.7).high == np.inf
    assert np.isnan(find_quantile(survival, 0.9).value)
    assert np.isnan(find_quantile(find_survival(LASTED, np.zeros(5, bool)), 0.5).value)


@pytest.mark.parametrize("seed", range(5))
def test_as_a_naive_loop_has_it(seed):
    luck = np.random.default_rng(seed)
    lasted = luck.integers(1, 30, 200).astype(float)
    has_ended = luck.random(200) < 0.7
    left, expected = 1.0, []
    for time in sorted(set(lasted[has_ended])):
        left *= 1 - sum((lasted == time) & has_ended) / sum(lasted >= time)
        expected.append(left)

    assert find_survival(lasted, has_ended).left == pytest.approx(expected)


def test_without_open_cases_it_is_the_mean_and_the_quantile_of_the_sample():
    lasted = np.random.default_rng(1).exponential(10, 1_001)
    survival = find_survival(lasted, np.ones(len(lasted), bool))

    assert find_mean(survival).value == pytest.approx(lasted.mean())
    assert find_quantile(survival, 0.5).value == np.median(lasted)


def test_of_nothing_nothing_is_found():
    with pytest.raises(ValueError, match="of nothing"):
        find_survival(np.array([]), np.array([], bool))
