"""How sure means of cases are that are alike where they come in a row."""

import numpy as np
import pytest

from sim.own.estimates.weights import find_influence, weigh_cases
from sim.own.followed import Followed
from sim.own.resampling import NORMAL, find_design_effects, find_ends_of_mean, find_errors

CASES, LOGS = 600, 400


@pytest.mark.parametrize(("alike", "least", "most"), [(0.0, 0.93, 0.99), (0.95, 0.88, 0.98)])
def test_the_interval_of_a_mean_holds_it_where_neighbours_are_alike(alike, least, most):
    luck = np.random.default_rng(1)
    noise = luck.standard_normal((CASES, LOGS))
    for nth in range(1, CASES):
        noise[nth] += alike * noise[nth - 1]
    means = noise.mean(axis=0)
    held = np.abs(means) <= NORMAL * find_errors((noise - means) / CASES)

    assert least <= held.mean() <= most


def test_a_drift_is_no_luck():
    luck = np.random.default_rng(3)
    noise = luck.standard_normal((CASES, LOGS)) / CASES
    drift = np.linspace(-2, 2, CASES)[:, None] / CASES

    with_drift, without = (find_errors(part).mean() for part in (noise + drift, noise))

    assert with_drift < 1.15 * without  # taken for luck, it would be more than twice as much


def test_neighbours_that_make_up_for_each_other_tell_more_than_they_would_alone():
    luck = np.random.default_rng(4)
    noise = luck.standard_normal((CASES, LOGS))
    tied = noise.copy()
    tied[1::2] -= 0.9 * noise[::2]  # of pairs, 1.01 of a variance of 2.81 is left

    alone, together = (np.median(find_design_effects(part)) for part in (noise, tied))

    assert together < 0.5 * alone


def test_what_the_last_cases_differ_by_is_no_luck():
    late = np.zeros((200, 1))
    late[180:] = -1.0

    assert find_design_effects(late).tolist() == [1]


def test_of_hardly_any_case_or_no_difference_nothing_is_widened():
    assert find_design_effects(np.array([[3.0], [-3.0]])).tolist() == [1]
    assert find_errors(np.zeros((40, 2))).tolist() == [0, 0]


def test_open_cases_take_part_in_the_influence_as_what_is_expected_of_them():
    # Cases begin one a day and last ten days on the mean; a hundred days are seen.
    luck = np.random.default_rng(2)
    profile = []
    for _ in range(300):
        begins, lasts = np.arange(100.0), luck.exponential(10, 100)
        is_finished = begins + lasts <= 100
        days = np.where(is_finished, lasts, 100 - begins)
        empty, chosen = np.zeros(100, np.int64), np.ones(100, bool)
        followed = Followed(empty, empty, 0, True, chosen, is_finished, days)
        weights = weigh_cases(followed, chosen)
        mean = weights @ days / weights.sum()
        influence = find_influence(followed, chosen, (days - mean)[:, None])[:, 0]
        assert influence.sum() == pytest.approx(weights @ (days - mean), abs=1e-6)
        profile.append(influence.reshape(10, 10).mean(axis=1))

    assert np.abs(np.mean(profile, axis=0)).max() < 1.0  # a tenth of the mean


def test_of_what_was_not_seen_there_may_be_some():
    low, high = find_ends_of_mean(0, 0.0, 100)
    assert low == 0
    assert high == pytest.approx(0.0369, rel=0.01)
