"""Taking apart values that are known."""

import numpy as np
import pytest

from sim.analysis.attribution.decompose import build_ladder, decompose, part_of
from sim.experiment import Sample
from sim.measures import MEASURES
from sim.results import Interval

LEVERS = ("purpose", "budget", "digital")
COST = MEASURES["cost_per_citizen_helped"]
NUMBERS = (100.0, 90.0, 105.0, 60.0, 98.0, 85.0, 95.0, 20.0)
"""By number of the mix: purpose is bit 0, budget bit 1, digital bit 2."""


def values(numbers=NUMBERS, replications=3):
    """The same differences in each replication, at another level."""
    return np.add.outer(np.arange(replications) * 10.0, np.array(numbers))


def exactly(number):
    return pytest.approx(Interval(number, number, number), abs=1e-9)


def sample(numbers):
    return Sample(numbers, np.full(numbers.shape, None))


def test_the_parts_add_up_to_the_whole():
    noisy = np.random.default_rng(1).normal(100, 30, (20, 8))

    measure = decompose(COST, "SEK", LEVERS, sample(noisy))

    parts = [share.share.mean for share in measure.shares]
    assert sum(parts) == pytest.approx(measure.difference.mean, rel=1e-12)
    assert measure.difference.mean == pytest.approx(measure.second.mean - measure.first.mean)


def test_what_is_known_by_hand():
    measure = decompose(COST, "SEK", LEVERS, sample(values()))

    purpose, budget, digital = measure.shares
    assert [s.condition for s in measure.shares] == list(LEVERS)
    assert (purpose.alone, purpose.last) == (exactly(-10), exactly(20 - 95))
    assert (budget.alone, budget.last) == (exactly(5), exactly(20 - 85))
    assert (digital.alone, digital.last) == (exactly(-2), exactly(20 - 60))
    assert purpose.share == exactly((2 * -10 + (60 - 105) + (85 - 98) + 2 * (20 - 95)) / 6)
    assert measure.sum_alone == exactly(-7)
    assert measure.sum_alone_of_whole == exactly(7 / 80)
    assert measure.unit == "SEK per citizen helped"
    both = {i.conditions: i.effect for i in measure.interactions}
    with_digital, without = 20 - 85 - 95 + 98, 60 - 90 - 105 + 100
    assert both["purpose", "budget"] == exactly((with_digital + without) / 2)


def test_the_ladder_goes_to_the_whole_by_the_best_and_the_worst_choice():
    one, two, three = build_ladder(LEVERS, values())

    assert one.most.conditions == ("purpose",)
    assert one.most.of_whole == exactly(10 / 80)
    assert one.least.conditions == ("budget",)  # it makes things worse
    assert one.least.effect == exactly(5)
    assert one.mean == exactly((-10 + 5 - 2) / 3)
    assert two.most.conditions == ("purpose", "budget")
    assert two.least.conditions == ("budget", "digital")
    assert (three.size, three.most.conditions, three.mean_of_whole) == (3, LEVERS, exactly(1))


def test_the_ladder_follows_the_whole_difference_up_as_well():
    up = [-number for number in NUMBERS]

    one, *_ = build_ladder(LEVERS, values(up))

    assert (one.most.conditions, one.least.conditions) == (("purpose",), ("budget",))


def test_there_are_no_parts_of_what_may_be_chance():
    noise = np.random.default_rng(3).normal(0, 1, (5, 8))
    noise[:, -1] = noise[:, 0] + [1, -1, 2, -2, 0]

    measure = decompose(COST, "SEK", LEVERS, sample(noise))

    assert all(share.of_whole is None for share in measure.shares)
    assert measure.sum_alone_of_whole is None
    assert measure.ladder[0].most.of_whole is None


def test_a_part_that_moves_with_its_whole_is_certain():
    whole = np.array([8.0, 10.0, 12.0])

    assert part_of(whole / 4, whole) == exactly(0.25)


def test_the_interval_of_a_part_is_that_of_its_residuals():
    whole, part = np.array([8.0, 10.0, 12.0]), np.array([3.0, 5.0, 4.0])

    interval = part_of(part, whole)

    residuals = part - 0.4 * whole
    error = residuals.std(ddof=1) / np.sqrt(3) / 10
    assert interval.mean == pytest.approx(0.4)
    assert interval.half_width == pytest.approx(4.302653 * error, rel=1e-6)  # t, 2 degrees


def test_a_mix_that_is_kept_out_counts_for_nothing():
    """Of digital alone (mix 4) nothing is known, and what there is in the runs is nonsense."""
    noisy = np.random.default_rng(5).normal(100, 30, (20, 8))
    noisy[:, 4] = 1e9

    measure = decompose(COST, "SEK", LEVERS, sample(noisy), frozenset({4}))

    purpose, budget, digital = measure.shares
    assert digital.alone is None
    assert None not in (digital.last, purpose.alone, budget.alone, purpose.last)
    assert measure.sum_alone is measure.sum_alone_of_whole is None
    parts = sum(share.share.mean for share in measure.shares)
    assert parts == pytest.approx(measure.difference.mean)
    assert all(abs(step.mean.mean) < 1e6 for step in measure.ladder)
    assert [step.size for step in measure.ladder] == [1, 2, 3]


def test_a_step_of_which_every_mix_is_kept_out_is_left_out():
    unknown = values().copy()
    unknown[:, [1, 2, 4]] = np.nan

    assert [step.size for step in build_ladder(LEVERS, unknown)] == [2, 3]
