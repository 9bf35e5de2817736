"""Formulas in plain Python come to what the compiled loop makes of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.dynamics.system.equations import Quantity, Stock, Table, build_model
from sim.dynamics.system.evaluate import evaluate_quantity, evaluate_term, look_up
from sim.dynamics.system.formula import parse_formula
from sim.dynamics.system.run import run_model
from tests.unit.dynamics.models import STEP, build_everything, formulas


def assert_agreement(model, days):
    course = run_model(model, days)
    values = dict(zip(course.names, course.values.T, strict=True))
    for quantity in model.quantities:
        ours = np.broadcast_to(evaluate_quantity(quantity, values), len(course.values))
        assert np.array_equal(ours, course.course(quantity.name)), quantity.name


def test_every_kind_of_formula_agrees_with_the_loop():
    assert_agreement(build_everything(), 3)


@settings(max_examples=150, deadline=None)
@given(formulas(), st.floats(0, 50), st.floats(0, 3))
def test_any_formula_agrees_with_the_loop(text, first, second):
    stocks = [Stock("a", first, ("fill",), (), "cases"), Stock("b", second, (), (), "cases")]
    fill = Quantity("fill", "3.7", "cases/day", is_flow=True)

    assert_agreement(build_model("any", 0.125, stocks, [fill, Quantity("q", text, "cases")]), 4)


@pytest.mark.parametrize(
    ("at", "value"), [(-1, 2), (0, 2), (0.5, 3), (1, 4), (2, 1), (2.5, 1), (9, 1)]
)
def test_a_table_has_straight_lines_and_is_level_beyond_its_ends(at, value):
    table = Table("t", "time", (0.0, 1.0, 2.0), (2.0, 4.0, 1.0), "cases")

    assert look_up(table, np.array([at])).tolist() == [value]


def test_a_table_of_one_point_is_that_point():
    assert look_up(Table("t", "time", (1.0,), (5.0,), "cases"), np.array([0, 1, 2])).tolist() == [
        5,
        5,
        5,
    ]


def test_division_by_nothing_is_no_error():
    term = parse_formula("a / b").term

    assert evaluate_term(term, {"a": np.array([1.0]), "b": np.array([0.0])}).tolist() == [np.inf]


def test_steps_are_binary_fractions():
    assert STEP * 512 == 1
