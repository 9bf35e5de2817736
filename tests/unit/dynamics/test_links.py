"""Links have the signs that formulas give them in a run."""

import pytest

from sim.dynamics.system.equations import Quantity, Stock, Table, build_model
from sim.dynamics.system.links import find_links
from sim.dynamics.system.run import run_model
from tests.unit.dynamics.models import build_everything


def signs_of(model, days=3.0):
    links = find_links(model, run_model(model, days))
    return {(link.source, link.target): link.sign for link in links}


def sign_of(formula, first=4.0):
    stocks = [Stock("a", first, ("fill",), (), "x"), Stock("b", 2.0, (), (), "x")]
    fill = Quantity("fill", "1", "x/day", is_flow=True)
    model = build_model("m", 0.125, stocks, [fill, Quantity("q", formula, "x")])
    return signs_of(model).get(("a", "q"))


@pytest.mark.parametrize(
    ("formula", "sign"),
    [
        ("a * b", "+"),
        ("b - a", "-"),
        ("b / a", "-"),
        ("1 / (1 + a) - 3", "-"),
        ("(a - 5) * (a - 5)", "±"),
        ("min(a, 100)", "+"),
        ("min(a, 1)", None),
        ("max(a, 5.25)", "+"),
        ("a - a", None),
        ("0 * a + b", None),
        ("1e9 + a", "+"),
        ("where(time < 1, a, b - a)", "±"),
    ],
)
def test_the_sign_is_that_of_the_slope_along_the_run(formula, sign):
    assert sign_of(formula) == sign


def test_a_stock_that_is_empty_throughout_still_has_a_slope():
    stocks = [Stock("a", 0.0, (), (), "x")]
    model = build_model("m", 0.125, stocks, [Quantity("q", "3 - 2 * a", "x")])

    assert signs_of(model) == {("a", "q"): "-"}


def test_division_by_nothing_tells_no_sign():
    stocks = [Stock("a", 0.0, (), (), "x")]
    model = build_model("m", 0.125, stocks, [Quantity("q", "1 / max(a, 1)", "x")])

    assert signs_of(model) == {}


@pytest.mark.parametrize(
    ("y", "sign"), [((0.0, 1.0, 2.0), "+"), ((2.0, 1.0, 0.0), "-"), ((0.0, 2.0, 1.0), "±")]
)
def test_a_table_has_the_slope_of_its_lines(y, sign):
    table = Table("t", "time", (0.0, 1.0, 2.0), y, "x")

    assert signs_of(build_model("m", 0.125, [], [table])) == {("time", "t"): sign}


def test_flows_fill_and_drain_their_stocks():
    signs = signs_of(build_everything())

    assert signs["coming_in", "waiting"] == "+"
    assert signs["taken_up", "waiting"] == "-"
    assert signs["taken_up", "stage_1"] == "+"
    assert signs["waiting", "failing"] == "±"
    assert signs["handling", "leaving"] == "-"
    assert signs["failing", "out"] == "-"
