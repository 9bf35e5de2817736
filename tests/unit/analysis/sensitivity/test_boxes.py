"""Boxes that were planted are found, and none in noise."""

from itertools import product
from math import nan

import numpy as np
import pandas as pd
import pytest

from sim.analysis.sensitivity import find_boxes
from sim.analysis.sensitivity.conditions.prim import Column, find_box, find_inside
from sim.errors import RunError
from sim.sweep.plan.factor import UNCERTAINTY, Factor
from tests.unit.analysis.sensitivity.tables import (
    OUTCOME,
    SHIPPED,
    build_table,
    draw,
    factor,
    spoil,
)

KEYS = ("a", "b", "c", "d", "e")
FACTORS = tuple(factor(key) for key in KEYS)


def build(is_won, points=400, seed=1, **how):
    """Build a sweep in which the first design costs 1 less where it wins, 1 more elsewhere."""
    costs = (lambda v: np.where(is_won(v), -1.0, 1.0), lambda v: 0 * v["a"])
    models = dict(zip(SHIPPED, costs, strict=True))
    return build_table(FACTORS, draw(KEYS, points, seed), models, **how)


def corner(values):
    return (values["a"] < 0.5) & (values["b"] > 0.3) & (values["b"] < 0.8)


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_box_is_found(seed):
    found = find_boxes(build(corner, seed=seed))

    first = found.boxes[0]
    limits = {one.factor: one for one in first.limits}
    assert first.coverage >= 0.9
    assert first.density >= 0.9
    assert set(limits) == {"a", "b"}
    assert limits["a"].low is None
    assert limits["a"].high == pytest.approx(0.5, abs=0.03)
    assert (limits["b"].low, limits["b"].high) == pytest.approx((0.3, 0.8), abs=0.03)
    assert max(one.quasi_p for one in first.limits) < 1e-6
    assert first.p_value == 0.01


def test_it_is_found_where_a_tenth_is_told_wrongly():
    def mistaken(values):
        return corner(values) ^ (np.random.default_rng(5).random(len(values)) < 0.1)

    first = find_boxes(build(mistaken, points=800)).boxes[0]

    assert {one.factor for one in first.limits} == {"a", "b"}
    assert first.density == pytest.approx(0.9, abs=0.05)
    assert first.coverage > 0.6


def test_noise_has_no_box():
    """A test of 5 % finds some 1 in 20; more than 3 of 12 come in 0.2 % of cases.

    Of the 400 tables of which these are the first, 20 had a box. (Another series had one in 5 of
    its first 20, and in 8 of the 160 that followed.)
    """
    found = 0
    for seed in range(12):
        luck = np.random.default_rng(50_000 + seed)
        table = build(lambda v, luck=luck: luck.random(len(v)) < 0.4, 100, seed)
        boxes = find_boxes(table, seed=7_000_000 + seed)
        assert (boxes.chance is not None) or len(boxes.boxes) > 0
        found += len(boxes.boxes) > 0
    assert found <= 3


def test_two_boxes_are_found_one_after_the_other():
    def corners(values):
        low = (values["a"] < 0.35) & (values["b"] < 0.5)
        return low | ((values["c"] > 0.7) & (values["d"] > 0.5))

    first, second, *_ = find_boxes(build(corners, points=400)).boxes

    of_both = {frozenset(one.factor for one in box.limits) for box in (first, second)}
    assert of_both == {frozenset("ab"), frozenset("cd")}
    assert first.coverage + second.coverage > 0.9


def test_the_other_design_wins_outside():
    found = find_boxes(build(lambda v: v["a"] > 0.3), wins="absorbing")

    (limit,) = found.boxes[0].limits
    assert (limit.factor, limit.low) == ("a", None)
    assert limit.high == pytest.approx(0.3, abs=0.02)
    assert found.wins == found.boxes[0].wins == pytest.approx(120, abs=2)


def test_words_are_peeled_one_by_one():
    words = Factor("queue", UNCERTAINTY, nan, nan, ("fifo", "priority", "due"))
    rows = list(product(np.linspace(0, 1, 40), words.levels))
    values = pd.DataFrame(rows, columns=["a", "queue"])
    models = {
        SHIPPED[0]: lambda v: np.where(v["queue"].isin(["fifo", "due"]) & (v["a"] > 0.5), -1.0, 1),
        SHIPPED[1]: lambda v: 0 * v["a"],
    }

    found = find_boxes(build_table((factor("a"), words), values, models, method="grid"))

    limits = {one.factor: one for one in found.boxes[0].limits}
    assert limits["queue"].words == ("due", "fifo")
    assert limits["a"].low == pytest.approx(0.51, abs=0.02)
    assert found.boxes[0].coverage == found.boxes[0].density == 1


@pytest.mark.parametrize("always", [True, False])
def test_who_wins_everywhere_or_nowhere_has_no_box(always):
    found = find_boxes(build(lambda v: np.full(len(v), always)))
    assert (found.boxes, found.wins) == ((), 400 * always)


def test_what_is_left_out_and_what_is_unsure_are_counted():
    table = spoil(build(corner, replications=3, noise=0.5), range(10), settles=False)
    found = find_boxes(table)

    assert found.about.points == 390
    assert {one.points for one in found.about.left_out} == {10}
    assert 0 < found.unsure < 390


def test_what_cannot_be_won_is_refused():
    table = build(corner)
    with pytest.raises(RunError, match="design: found mended"):
        find_boxes(table, wins="mended")
    with pytest.raises(RunError, match="no design wins"):
        find_boxes(table._replace(outcomes=(OUTCOME._replace(better=0),)))


def test_a_box_of_a_factor_with_two_levels():
    values = np.repeat([0.0, 1.0], 50)
    box = find_box((Column(values, False),), values == 1)
    assert find_inside((Column(values, False),), box).tolist() == (values == 1).tolist()


def test_the_table_has_a_row_a_limit():
    found = find_boxes(build(corner, points=150))
    assert len(found.to_frame()) == sum(len(box.limits) for box in found.boxes)
    assert found.to_dict()["boxes"][0]["coverage"] == found.boxes[0].coverage
    assert find_boxes(build(corner, points=150)) == found
