"""The weights, checked exactly: all are whole numbers over one factorial."""

from itertools import combinations, permutations
from math import factorial

import numpy as np
import pytest

from sim.analysis.attribution.shapley import (
    has_orders,
    interaction_numerators,
    interactions,
    shapley_numerators,
    shapley_values,
)

COUNTS = range(1, 9)


def random_game(count, seed=1):
    """A whole number for each mix."""
    return np.random.default_rng(seed).integers(-1_000, 1_000, 2**count)


@pytest.mark.parametrize("count", COUNTS)
def test_the_shares_add_up_to_the_whole_difference_exactly(count):
    whole = np.zeros(2**count, np.int64)
    whole[-1], whole[0] = factorial(count), -factorial(count)

    assert np.array_equal(shapley_numerators(count).sum(axis=0), whole)


def test_a_share_is_the_mean_effect_over_all_orders():
    game, count = random_game(4), 4
    sums = [0] * count
    for order in permutations(range(count)):
        mix = 0
        for i in order:
            sums[i] += int(game[mix | 1 << i] - game[mix])
            mix |= 1 << i

    assert (shapley_numerators(count) @ game).tolist() == sums


def test_the_hand_answer_of_one_left_and_two_right_gloves():
    pairs_of_gloves = [int(bool(mix & 1 and mix & 6)) for mix in range(8)]

    assert (shapley_numerators(3) @ pairs_of_gloves).tolist() == [4, 1, 1]  # sixths


@pytest.mark.parametrize("count", COUNTS)
def test_what_only_adds_up_has_no_interactions(count):
    alone = np.arange(1, count + 1)
    game = np.array(
        [sum(alone[i] for i in range(count) if mix >> i & 1) for mix in range(2**count)]
    )

    assert np.array_equal(shapley_numerators(count) @ game, factorial(count) * alone)
    assert not (interaction_numerators(count) @ game).any()


def test_a_condition_that_changes_nothing_has_no_share_and_no_interaction():
    game, still = random_game(5), 1 << 2
    game = np.array([game[mix & ~still] for mix in range(32)])

    assert (shapley_numerators(5) @ game)[2] == 0
    of_pairs = zip(combinations(range(5), 2), interaction_numerators(5) @ game, strict=True)
    assert all(effect == 0 for pair, effect in of_pairs if 2 in pair)


def test_in_doubles_too_it_has_none_at_all():
    values = np.random.default_rng(1).normal(0.7, 0.1, (3, 32))
    values = values[:, [mix & ~(1 << 2) for mix in range(32)]]

    assert not shapley_values(values)[:, 2].any()
    of_pairs = zip(combinations(range(5), 2), interactions(values).T, strict=True)
    assert not any(effect.any() for pair, effect in of_pairs if 2 in pair)


def test_in_doubles_it_is_what_the_weights_say():
    values = np.random.default_rng(1).normal(0.7, 0.1, (3, 32))

    by_weights = values @ shapley_numerators(5).T / factorial(5)
    assert shapley_values(values) == pytest.approx(by_weights, abs=1e-12)
    by_weights = values @ interaction_numerators(5).T / factorial(4)
    assert interactions(values) == pytest.approx(by_weights, abs=1e-12)


def test_what_takes_two_interacts_by_all_of_it():
    both = [int(mix & 3 == 3) for mix in range(8)]

    assert (interaction_numerators(3) @ both).tolist() == [factorial(2), 0, 0]


def test_an_interaction_is_the_change_of_a_share_when_the_other_is_there():
    """Grabisch & Roubens: the share of i among all but j, with j there, less that without it."""
    game, count = random_game(4), 4
    for row, (i, j) in enumerate(combinations(range(count), 2)):
        rest = [mix for mix in range(2**count) if not mix >> j & 1]
        place = i - (i > j)
        change = game[[mix | 1 << j for mix in rest]] - game[rest]
        expected = (shapley_numerators(count - 1) @ change)[place]

        assert (interaction_numerators(count) @ game)[row] == expected


def test_each_replication_is_taken_apart_by_itself():
    games = np.stack([random_game(3, seed) for seed in range(4)]) / 7

    shares = shapley_values(games)

    assert shares.shape == (4, 3)
    assert shares.sum(axis=1) == pytest.approx(games[:, -1] - games[:, 0], rel=1e-12)
    assert interactions(games).shape == (4, 3)
    assert interactions(games[:, :2]).shape == (4, 0)


KEPT_OUT = frozenset({0b0010, 0b0101, 0b1110})


def test_with_mixes_kept_out_a_share_is_the_mean_effect_over_the_orders_that_avoid_them():
    game, count = random_game(4), 4
    sums, orders = np.zeros(count), 0
    for order in permutations(range(count)):
        mixes = [sum(1 << i for i in order[:size]) for size in range(count + 1)]
        if KEPT_OUT.isdisjoint(mixes):
            orders += 1
            for i, before, after in zip(order, mixes[:-1], mixes[1:], strict=True):
                sums[i] += game[after] - game[before]
    unknown = game.astype(float)
    unknown[list(KEPT_OUT)] = np.nan

    (shares,) = shapley_values(unknown[np.newaxis], KEPT_OUT)

    assert 0 < orders < factorial(count)
    assert shares == pytest.approx(sums / orders)
    assert shares.sum() == pytest.approx(game[-1] - game[0])


def test_with_mixes_kept_out_an_interaction_is_of_the_others():
    """Of 0 and 1 there are four sets without both: the one with 2, and that with 3, are known."""
    values = np.zeros((1, 16))
    values[0, [0b0111, 0b1011]] = 6.0
    values[0, list(KEPT_OUT)] = np.nan

    found = interactions(values, KEPT_OUT)

    assert found[0, 0] == pytest.approx(6.0)
    assert np.isfinite(found[0, 0])


def test_an_interaction_of_which_too_much_is_kept_out_is_not_known():
    values = np.zeros((1, 4))

    assert np.isnan(interactions(values, frozenset({1}))).all()


def test_whether_there_is_an_order_at_all():
    assert has_orders(3, frozenset())
    assert has_orders(3, frozenset({1, 2}))
    assert not has_orders(3, frozenset({1, 2, 4}))
