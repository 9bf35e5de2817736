"""The judge itself: how many tests share its error, how often it errs, and that it sees 3 %."""

from importlib import import_module

import numpy as np
import pytest
from scipy import stats

from tests.theory.judge import (
    ALPHA,
    FAMILY_ERROR,
    PLANTED,
    TESTS,
    agrees,
    assert_law,
    interval,
    trend,
)


@pytest.mark.parametrize("name", TESTS)
def test_every_statistical_test_is_counted(name):
    assert len(import_module(f"tests.theory.test_{name}").JUDGED) == TESTS[name]


def test_the_suite_errs_once_in_a_thousand():
    assert ALPHA * sum(TESTS.values()) == pytest.approx(FAMILY_ERROR)


def test_its_intervals_err_as_often_as_they_say():
    values = np.random.default_rng(1).normal(100, 2, 12)
    expected = stats.ttest_1samp(values, 100).confidence_interval(1 - ALPHA)
    assert interval(values) == pytest.approx(expected)
    assert agrees(values, expected.high * 0.999_999) and not agrees(values, expected.high * 1.000_1)


def test_it_sees_a_planted_error():
    values = np.random.default_rng(2).normal(100, 2, 40)
    assert_law(values, 100)
    with pytest.raises(AssertionError):
        assert_law(values * (1 + PLANTED), 100)


def test_it_refuses_samples_too_small_to_see_one():
    with pytest.raises(AssertionError):
        assert_law(np.random.default_rng(3).normal(100, 20, 40), 100)


def test_it_tells_a_trend_from_none():
    before = np.random.default_rng(4).normal(100, 5, 20)
    noise = np.random.default_rng(5).normal(0, 0.5, 20)
    assert [trend(before, before + shift + noise) for shift in (-3, 0, 3)] == [-1, 0, 1]
