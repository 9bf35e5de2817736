"""Surrogates beat the mean on what is smooth, and are refused on noise."""

import json

import numpy as np
import pytest

from sim.analysis.sensitivity import find_surface
from sim.analysis.sensitivity.surface.surrogate import GAUSSIAN_PROCESS, TREES, choose_surrogate
from sim.errors import RunError
from tests.unit.analysis.sensitivity.tables import OUTCOME, build_table, draw, factor, spoil

FACTORS = (factor("a", 0, 1), factor("b", 0, 1), factor("c", 0, 1))


def hill(values):
    return 10 * np.sin(3 * values["a"]) + 5 * values["b"] ** 2


def build(model=hill, points=80, seed=1, **how):
    return build_table(FACTORS, draw(["a", "b", "c"], points, seed), {"": model}, **how)


def test_a_process_finds_a_smooth_hill():
    found = find_surface(build(), ("a", "b"))

    told = found.validation
    assert found.surrogate == GAUSSIAN_PROCESS
    assert told.beats_mean
    assert told.r2 > 0.99
    assert told.rmse < 0.1 * told.spread
    assert told.largest >= told.rmse
    places = np.array([[0.3, 0.7], [0.8, 0.2]])
    means, deviations = found.predict(places)
    truth = 10 * np.sin(3 * places[:, 0]) + 5 * places[:, 1] ** 2
    assert means == pytest.approx(truth, abs=0.2)
    assert (deviations < 0.5).all()


def test_what_else_varies_is_noise_and_no_part_of_the_deviation():
    """Of a surface over `a` alone, five standard deviations hold the mean over the others."""
    found = find_surface(build(points=200), ("a",))

    means, deviations = found.predict(np.array([[0.2], [0.5], [0.8]]))
    truth = 10 * np.sin([0.6, 1.5, 2.4]) + 5 / 3
    assert (np.abs(means - truth) < 5 * deviations).all()
    assert (deviations < np.std(5 * np.linspace(0, 1, 50) ** 2)).all()


def test_noise_says_nothing():
    """A test of 5 % lets some 1 of 20 pass; more than 3 of 12 come in 0.2 % of cases."""
    refused = 0
    for seed in range(12):
        luck = np.random.default_rng(1000 + seed)
        table = build(lambda v, luck=luck: luck.standard_normal(len(v)), 30, seed)
        try:
            find_surface(table, ("a", "b"))
        except RunError as error:
            refused += "says nothing" in str(error)
    assert refused >= 9


def test_many_points_are_given_trees_which_know_no_deviation():
    assert choose_surrogate(1_000) == GAUSSIAN_PROCESS
    found = find_surface(build(points=1_001), ("a", "b"))

    assert found.surrogate == TREES
    assert found.validation.r2 > 0.95
    assert found.predict(np.array([[0.5, 0.5]]))[1] is None
    assert {cell.deviation for cell in found.cells} == {None}


def test_three_factors_and_factors_by_orders_of_magnitude():
    values = draw(["a", "b", "c"], 80).assign(a=lambda v: 10 ** (3 * v["a"]))
    factors = (factor("a", 1, 1000)._replace(is_log=True), *FACTORS[1:])
    table = build_table(factors, values, {"": lambda v: np.log10(v["a"]) + v["b"]})

    found = find_surface(table, ("a", "b", "c"))

    assert found.axes[0].is_log
    assert len(found.cells) == 15 * 15 * 3
    assert found.predict(np.array([[10, 0.5, 0.5]]))[0] == pytest.approx([1.5], abs=0.05)
    assert len(found.to_frame().columns) == 8


def test_the_same_seed_yields_the_same_and_json_holds_no_model():
    first, second = (find_surface(build(points=40), ("a", "b")).to_dict() for _ in range(2))
    assert first == second
    assert json.loads(json.dumps(first, allow_nan=False))["analysis"] == "surface"
    assert "fitted" not in first


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ((), "one to three different factors"),
        (("a", "a"), "one to three different factors"),
        (("x",), "factor: found x, expected one of a, b, c"),
    ],
)
def test_what_is_no_surface_is_refused(over, told):
    with pytest.raises(RunError, match=told):
        find_surface(build(), over)


def test_too_few_points_are_refused_and_others_counted():
    with pytest.raises(RunError, match="takes 20 points, and 19 of 80"):
        find_surface(spoil(build(), range(61), settles=False), ("a",))
    found = find_surface(spoil(build(), range(10), **{OUTCOME.name: np.nan}), ("a", "b"))
    assert found.about.points == 70
    assert found.about.left_out[0].points == 10
