"""A planted split is found, and noise is said to be none."""

from itertools import product
from math import nan

import numpy as np
import pandas as pd
import pytest

from sim.analysis.sensitivity import find_rules
from sim.errors import RunError
from sim.sweep.plan.factor import UNCERTAINTY, Factor
from tests.unit.analysis.sensitivity.tables import SHIPPED, build_table, factor
from tests.unit.analysis.sensitivity.test_boxes import build


def test_a_planted_split_is_found():
    found = find_rules(build(lambda v: v["a"] > 0.3))

    above, below = found.rules
    assert (above.share, below.share) == (1, 0)
    (bound,) = above.bounds
    assert (bound.factor, bound.up_to) == ("a", None)
    assert bound.above == pytest.approx(0.3, abs=0.01)
    assert below.bounds[0].up_to == bound.above
    assert found.accuracy > 0.98
    assert found.base_rate == pytest.approx(0.7, abs=0.01)
    assert found.beats_base_rate


def test_bounds_of_one_factor_are_one():
    found = find_rules(build(lambda v: (v["b"] > 0.3) & (v["b"] < 0.8)))

    best = found.rules[0]
    (bound,) = best.bounds
    assert (bound.above, bound.up_to) == pytest.approx((0.3, 0.8), abs=0.02)
    assert sum(rule.points for rule in found.rules) == 400
    assert all(rule.points >= 20 for rule in found.rules)


def test_noise_does_not_beat_the_base_rate():
    """A test of 5 % is passed by some 2 of 40; more than 6 come in 0.4 % of cases."""
    beating = 0
    for seed in range(40):
        luck = np.random.default_rng(2_000 + seed)
        table = build(lambda v, luck=luck: luck.random(len(v)) < 0.4, 150, seed)
        beating += find_rules(table, seed=seed).beats_base_rate
    assert beating <= 6


def test_words_are_told():
    words = Factor("queue", UNCERTAINTY, nan, nan, ("fifo", "priority", "due"))
    rows = list(product(np.linspace(0, 1, 40), words.levels))
    values = pd.DataFrame(rows, columns=["a", "queue"])
    models = {
        SHIPPED[0]: lambda v: np.where(v["queue"] == "due", -1.0, 1.0),
        SHIPPED[1]: lambda v: 0 * v["a"],
    }

    found = find_rules(build_table((factor("a"), words), values, models, method="grid"))

    assert [rule.bounds[0].words for rule in found.rules] == [("due",), ("fifo", "priority")]
    assert list(found.to_frame()["words"]) == ["due", "fifo, priority"]


def test_who_wins_nearly_everywhere_has_no_rules():
    with pytest.raises(RunError, match="functionalised wins at 0 of 400 points"):
        find_rules(build(lambda v: v["a"] > 2))
