"""Swings of functions that are known: exact in a grid, within their intervals elsewhere."""

from itertools import product
from math import nan

import numpy as np
import pandas as pd
import pytest

from sim.analysis.sensitivity import find_tornado
from sim.errors import RunError
from sim.sweep.plan.factor import UNCERTAINTY, Factor
from tests.unit.analysis.sensitivity.tables import (
    NOT_MEASURED,
    SHIPPED,
    build_table,
    draw,
    dummy,
    factor,
    spoil,
)

FACTORS = (factor("a"), factor("b"), dummy())


def line(values):
    return 5 * values["a"] - 2 * values["b"]


def build_grid(model=line, levels=(0, 0.5, 1), **how):
    values = pd.DataFrame(list(product(levels, levels)), columns=["a", "b"])
    return build_table(FACTORS[:2], values, {"": model}, method="grid", **how)


def build_draws(points=200, seed=2, model=line):
    return build_table(FACTORS, draw(["a", "b", "dummy"], points, seed), {"": model})


def test_a_grid_yields_the_line_exactly():
    first, second = find_tornado(build_grid()).swings

    assert (first.factor, first.start, first.end, first.points) == ("a", "0", "1", (3, 3))
    assert first.change == pytest.approx((5, 5, 5))
    assert (second.factor, second.change) == ("b", pytest.approx((-2, -2, -2)))


def test_draws_are_compared_by_fifths_widest_first():
    found = find_tornado(build_draws())

    assert [one.factor for one in found.swings] == ["a", "b", "dummy"]
    assert found.swings[0].points == (40, 40)
    assert float(found.swings[0].start) == pytest.approx(0.1, abs=0.01)
    assert found.swings[0].change.low < 4 < found.swings[0].change.high
    assert found.swings[1].change.sure_sign == -1
    assert found.swings[2].change.sure_sign == 0


def test_the_interval_holds_the_truth_as_often_as_it_says():
    """Of 100 intervals of 95 % some 5 miss: more than 11 come in 0.4 % of cases, none in 0.6 %.

    In a Latin hypercube the factor's own part is even, so they miss a little less often.
    """
    changes = [find_tornado(build_draws(100, seed)).swings for seed in range(100)]
    of_dummy = [one.change for swings in changes for one in swings if one.factor == "dummy"]

    assert 0 < sum(one.sure_sign != 0 for one in of_dummy) <= 11


def test_a_difference_of_designs_swings():
    models = dict(zip(SHIPPED, (lambda v: 4 * v["a"], lambda v: v["a"]), strict=True))
    table = build_table(FACTORS, draw(["a", "b", "dummy"], 100), models)

    found = find_tornado(table)

    assert found.about.designs == SHIPPED
    assert found.swings[0].change.mean == pytest.approx(-3 * 0.8, abs=0.05)
    assert find_tornado(table, of="absorbing").swings[0].change.mean > 0


def test_a_factor_of_words_has_a_swing_for_each_word_beyond_the_first():
    words = Factor("queue", UNCERTAINTY, nan, nan, ("fifo", "priority", "due"))
    values = pd.DataFrame(list(product((0.0, 1.0), words.levels)), columns=["a", "queue"])
    cost = {"fifo": 0, "priority": 3, "due": -1}
    table = build_table(
        (factor("a"), words), values, {"": lambda v: v["a"] + v["queue"].map(cost)}, method="grid"
    )

    found = find_tornado(table)

    swings = {(one.start, one.end): one.change.mean for one in found.swings}
    assert swings == {
        ("fifo", "priority"): pytest.approx(3),
        ("0", "1"): pytest.approx(1),
        ("fifo", "due"): pytest.approx(-1),
    }


def test_points_that_cannot_be_used_are_told():
    found = find_tornado(spoil(build_draws(), [1, 2, 3], settles=False))

    assert found.about.points == 197
    assert found.about.left_out[0].points == 3
    assert found.to_dict()["about"]["left_out"][0]["why"] == "unsettled"


def test_too_few_points_are_refused():
    with pytest.raises(RunError, match=r"1 of 200 points can"):
        find_tornado(spoil(build_draws(), range(1, 200), **NOT_MEASURED))


def test_the_table_says_what_is_told():
    frame = find_tornado(build_draws()).to_frame()
    assert list(frame["is_told"]) == [True, True, False]
    assert np.isfinite(frame[["change", "low", "high"]].to_numpy()).all()
