"""Particulars: Poisson numbers are thinned as in closed form, and nothing is lost on the way."""

import numpy as np
import pytest
from scipy import stats

from sim.dynamics.expected.particulars import (
    ABSORBED,
    CASES,
    MISSING,
    OF_THEM,
    ON_FILE,
    count,
    count_on_file,
    draw_particulars,
    move,
    move_one_at_least,
    split,
    split_complete,
    split_misfits,
    split_unmet,
)

VARIETY = 3.5
TAIL = 1e-4
"""What the longest numbers weigh that are left out, or more."""
WAYS = [(MISSING, ON_FILE), (ON_FILE, MISSING), (MISSING, ABSORBED), (ON_FILE, ABSORBED)]


def mix():
    """Cases with particulars at all three places."""
    cases = move(draw_particulars(VARIETY), MISSING, ON_FILE, 0.6)
    cases = move(cases, ON_FILE, ABSORBED, 0.3)
    return move_one_at_least(cases, MISSING, ON_FILE, 0.2)


def count_particulars(cases):
    missing, on_file = np.indices(cases.shape[1:])
    return (cases[CASES] * (missing + on_file)).sum() + cases[OF_THEM].sum()


def single(missing, on_file):
    """One case, with so many particulars."""
    cases = np.zeros((2, 8, 8))
    cases[CASES, missing, on_file] = 1
    return cases


def test_new_cases_have_a_poisson_number_and_none_on_file():
    cases = draw_particulars(VARIETY)

    assert count(cases) == pytest.approx(1)
    assert count_particulars(cases) == pytest.approx(VARIETY, rel=TAIL)
    assert count_on_file(cases) == 0
    assert cases[CASES, 0, 0] == pytest.approx(np.exp(-VARIETY), rel=TAIL)


def test_each_place_has_a_poisson_number_of_its_own_after_moves():
    cases = move(draw_particulars(VARIETY), MISSING, ON_FILE, 0.6)
    cases = move(cases, ON_FILE, MISSING, 0.1)
    cases = move(cases, ON_FILE, ABSORBED, 0.8)

    numbers = np.arange(cases.shape[1])
    missing, on_file = VARIETY * (0.4 + 0.06), VARIETY * 0.54 * 0.2
    theory = np.outer(stats.poisson.pmf(numbers, missing), stats.poisson.pmf(numbers, on_file))
    assert np.abs(cases[CASES] - theory).sum() < TAIL
    assert np.abs(cases[OF_THEM] - theory * VARIETY * 0.54 * 0.8).sum() < TAIL * VARIETY


def test_no_particular_is_noticed_with_the_chance_of_a_poisson_number():
    none, some = split(draw_particulars(VARIETY), MISSING, ON_FILE, 0.4)

    assert count(none) == pytest.approx(np.exp(-VARIETY * 0.4), rel=TAIL)
    assert count(some) == pytest.approx(1 - np.exp(-VARIETY * 0.4), rel=TAIL)
    assert count_on_file(none) == 0


@pytest.mark.parametrize(("source", "target"), WAYS)
@pytest.mark.parametrize("chance", [0.0, 0.37, 1.0])
def test_moves_keep_cases_and_particulars(source, target, chance):
    cases = mix()
    none, some = split(cases, source, target, chance)

    assert count(none) + count(some) == pytest.approx(count(cases), rel=1e-12)
    assert count_particulars(none + some) == pytest.approx(count_particulars(cases), rel=1e-12)
    assert min(none.min(), some.min()) >= 0


@pytest.mark.parametrize(("missing", "chance"), [(3, 0.3), (1, 0.5), (2, 0.0), (0, 0.4)])
def test_one_at_least_moves(missing, chance):
    moved = move_one_at_least(single(missing, 1), MISSING, ON_FILE, chance)

    drawn = stats.binom.pmf(range(missing + 1), missing, chance)
    at_least = drawn.copy()
    if missing:
        at_least[0], at_least[1] = 0, drawn[0] + drawn[1]
    found = [moved[CASES, missing - number, 1 + number] for number in range(missing + 1)]
    assert found == pytest.approx(at_least)
    assert count_particulars(moved) == pytest.approx(missing + 1)


def test_what_is_on_file_is_counted_whether_absorbed_or_not():
    cases = move(single(2, 3), ON_FILE, ABSORBED, 0.5)

    assert cases[OF_THEM].sum() == pytest.approx(1.5)
    assert count_on_file(cases) == pytest.approx(3)


@pytest.mark.parametrize(
    ("divide", "kept"),
    [
        (split_unmet, lambda missing, on_file: (missing == 0) & (on_file == 0)),
        (split_complete, lambda missing, on_file: missing == 0),
        (split_misfits, lambda missing, on_file: on_file == 0),
    ],
)
def test_cases_are_told_apart_by_what_is_left(divide, kept):
    cases = mix()
    one, other = divide(cases)

    is_one = kept(*np.indices(cases.shape[1:]))
    assert np.array_equal(one + other, cases)
    assert not one[:, ~is_one].any()
    assert not other[:, is_one].any()
