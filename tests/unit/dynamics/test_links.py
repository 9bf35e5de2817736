"""Links have the signs that formulas give them in a run, and are gathered into a few."""

import pytest

from sim.dynamics.drawing.loops import Node, gather_links
from sim.dynamics.system.equations import Quantity, Stock, Table, build_model
from sim.dynamics.system.links import Link, find_links
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


def test_variables_in_no_group_are_passed_through_with_the_product_of_signs():
    links = [Link("a", "x", "-"), Link("x", "y", "-"), Link("y", "b", "+"), Link("b", "a", "-")]
    graph = gather_links(links, {"a": "first", "b": "second"}, {"first": "The first"})

    assert graph.nodes == (Node("first", "The first"), Node("second", "second"))
    assert graph.links == (Link("first", "second", "+"), Link("second", "first", "-"))


def test_paths_that_say_more_and_less_make_a_link_of_both():
    links = [Link("a", "b", "+"), Link("a", "x", "+"), Link("x", "b", "-"), Link("b", "z", "±")]
    graph = gather_links([*links, Link("z", "c", "-")], {"a": "a", "b": "b", "c": "c"})

    assert graph.links == (Link("a", "b", "±"), Link("b", "c", "±"))


def test_what_a_stock_does_to_its_own_outflow_is_no_way_on():
    model = build_everything()
    links = find_links(model, run_model(model, 3))
    graph = gather_links(links, {"taken_up": "begun", "leaving": "ended", "waiting": "waiting"})

    assert Link("begun", "ended", "+") in graph.links


def test_what_is_too_tangled_is_refused():
    names = [str(nth) for nth in range(12)]
    links = [Link(a, b, "+") for a in names for b in names if a != b]

    with pytest.raises(ValueError, match="too many paths lead on from a"):
        gather_links([Link("a", "0", "+"), *links], {"a": "a"})


def test_links_within_a_group_and_circles_outside_all_are_left_out():
    links = [
        Link("a", "a2", "+"),
        Link("a", "x", "+"),
        Link("x", "y", "-"),
        Link("y", "x", "-"),
        Link("y", "a2", "-"),
    ]

    assert gather_links(links, {"a": "one", "a2": "one"}).links == ()
