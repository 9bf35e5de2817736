"""What decides is found, and chance is not taken for it."""

import numpy as np
import pytest

from sim.analysis.robustness.deciding import MOST_TOLD, find_deciding
from sim.analysis.robustness.ranged import Ranged

WORLDS, QUANTITIES = 200, 100
RANGED = [
    Ranged(f"key.{n}", "about", "factor", (f"key.{n}",), 0.5, 0.0, 1.0) for n in range(QUANTITIES)
]


def draw(seed):
    return np.random.default_rng(seed).random((WORLDS, QUANTITIES))


def test_what_decides_stands_first_and_is_beyond_chance():
    drawn = draw(1)
    changes = 2 * drawn[:, 7] - drawn[:, 3] - 0.5

    found = find_deciding(RANGED, drawn, changes, seed=1)

    assert [one.key for one in found[:2]] == ["key.7", "key.3"]
    assert len(found) == MOST_TOLD
    assert [one.is_beyond_chance for one in found] == [True, True, False, False, False]
    assert found[0].correlation > 0.8
    assert found[1].correlation < -0.3


def test_halves_count_where_the_second_is_cheaper():
    drawn = draw(2)

    first = find_deciding(RANGED, drawn, drawn[:, 7] - np.median(drawn[:, 7]), seed=1)[0]

    assert first.in_lower_half == (100, 100)
    assert first.in_upper_half == (0, 100)


def test_a_design_that_is_overwhelmed_counts_as_the_most_expensive():
    drawn = draw(3)
    changes = np.where(drawn[:, 7] > 0.6, np.inf, -0.1)
    changes[drawn[:, 7] < 0.1] = -np.inf

    assert find_deciding(RANGED, drawn, changes, seed=1)[0].key == "key.7"


def test_chance_is_taken_for_more_in_few_cases_only():
    """Where nothing decides 5 of 100 are expected; more than 13 have a chance of 1 in 2,000."""
    wrong = 0
    for seed in range(100):
        changes = np.random.default_rng(1_000 + seed).normal(size=WORLDS)
        wrong += find_deciding(RANGED, draw(seed), changes, seed)[0].is_beyond_chance

    assert wrong <= 13


@pytest.mark.parametrize(
    "changes", [np.full(WORLDS, np.nan), np.full(WORLDS, -0.2), [1.0] * 9 + [np.nan] * 191]
)
def test_where_nothing_can_be_told_nothing_is(changes):
    assert find_deciding(RANGED, draw(1), np.array(changes), seed=1) == ()
