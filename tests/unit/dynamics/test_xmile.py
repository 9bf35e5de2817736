"""Exported models give our own numbers in other people's tools."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import numpy as np
import pysd
import pytest
import simlin
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.dynamics.system.equations import Quantity, Stock, build_model
from sim.dynamics.system.formula import parse_formula
from sim.dynamics.system.run import run_model
from sim.dynamics.xmile.formulas import write_formula
from sim.dynamics.xmile.layout import lay_pipes, order_stocks, place_stocks
from sim.dynamics.xmile.write import write_xmile
from tests.unit.dynamics.models import build_everything, formulas

DAYS = 3
IN = {"x": "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"}
TOLERANCE = 1e-9


def write(folder, model, days=DAYS):
    path = folder / "model.xmile"
    path.write_text(write_xmile(model, days), encoding="utf-8")
    return path


def run_pysd(model, names):
    return model.run(return_columns=list(names))


def assert_same(theirs, model, days=DAYS, names=None):
    ours = run_model(model, days)
    for name in names or [one.name for one in (*model.stocks, *model.quantities)]:
        np.testing.assert_allclose(
            theirs[name].to_numpy(), ours.course(name), rtol=TOLERANCE, err_msg=name
        )


def names_of(model):
    return [one.name for one in (*model.stocks, *model.quantities)]


def test_pysd_gives_our_numbers(tmp_path):
    model = build_everything()
    loaded = pysd.read_xmile(write(tmp_path, model))

    assert_same(run_pysd(loaded, names_of(model)), model)


def test_simlin_gives_our_numbers_and_finds_nothing_amiss(tmp_path):
    model = build_everything()
    loaded = simlin.load(write(tmp_path, model))

    assert loaded.check() == ()
    assert_same(loaded.run().results, model)


def test_simlin_finds_a_unit_that_is_wrong(tmp_path):
    model = build_model("m", 1.0, [Stock("a", 1.0, (), (), "cases")], [Quantity("q", "a", "days")])

    problems = simlin.load(write(tmp_path, model)).check()

    assert "unit_mismatch" in problems[0].message


@pytest.mark.filterwarnings("ignore")
def test_a_file_can_become_one_of_vensim(tmp_path):
    model = build_everything()
    renamed = write_xmile(model, DAYS).replace('("noticed"', "(seen").replace("noticed", "seen")
    path = tmp_path / "model.xmile"
    path.write_text(renamed, encoding="utf-8")
    vensim = tmp_path / "model.mdl"
    vensim.write_bytes(simlin.load(path).project.to_mdl())
    stocks = [stock.name for stock in model.stocks]

    assert_same(run_pysd(pysd.read_vensim(vensim), stocks), model, names=stocks)


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(formulas(), min_size=25, max_size=25))
def test_any_formulas_give_our_numbers(tmp_path, texts):
    stocks = [Stock("a", 5.0, ("fill",), (), "x"), Stock("b", 2.0, (), ("drain",), "x")]
    flows = [
        Quantity("fill", "1.7", "x/day", is_flow=True),
        Quantity("drain", "b * 0.75", "x/day", is_flow=True),
    ]
    others = [Quantity(f"q{nth}", text, "x") for nth, text in enumerate(texts)]
    model = build_model("m", 0.25, stocks, [*flows, *others])
    path = write(tmp_path, model, 2)

    assert_same(run_pysd(pysd.read_xmile(path), names_of(model)), model, 2)
    assert_same(simlin.load(path).run().results, model, 2)


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("a + b * c", "a + b * c"),
        ("(a + b) * c", "(a + b) * c"),
        ("a - (b - c)", "a - (b - c)"),
        ("a / (b * c) / d", "a / (b * c) / d"),
        ("-a", "0 - a"),
        ("0.1 * 1e-7 + 20", "0.1 * 1e-07 + 20"),
        ("min(a, max(b, 2))", "MIN(a, MAX(b, 2))"),
        ("mod(time, 7)", "TIME mod 7"),
        ("mod(time, 0.5)", "TIME - INT(TIME / 0.5) * 0.5"),
        ("whole(time / 7)", "INT(TIME / 7)"),
        ("whole(a)", "IF a < 0 THEN 0 - INT(0 - a) ELSE INT(a)"),
        ("mod(a, b)", "a - (INT(a / b) - (IF a / b < INT(a / b) THEN 1 ELSE 0)) * b"),
        ("where(a < b, c, d) * 2", "(IF a < b THEN c ELSE d) * 2"),
        ("where(a < b, where(b < c, 1, 2), d)", "IF a < b THEN (IF b < c THEN 1 ELSE 2) ELSE d"),
        ("notes + a", '"notes" + a'),
    ],
)
def test_formulas_as_xmile_writes_them(formula, written):
    assert write_formula(parse_formula(formula).term) == written


def test_a_file_has_what_the_base_level_asks_for():
    root = ET.fromstring(write_xmile(build_everything(), DAYS))
    specs = root.find("x:sim_specs", IN)

    assert root.attrib["version"] == "1.0"
    assert {child.tag.partition("}")[2] for child in root.find("x:header", IN)} >= {
        "vendor",
        "product",
    }
    assert root.find("x:header/x:product", IN).attrib["version"]
    assert specs.attrib == {"method": "euler", "time_units": "days"}
    assert [specs.find(f"x:{name}", IN).text for name in ("start", "stop", "dt")] == [
        "0",
        "3",
        "0.001953125",
    ]
    assert root.findall(".//x:non_negative", IN) == []


def test_each_variable_stands_once_in_the_view_and_nothing_on_top_of_another():
    model = build_everything()
    root = ET.fromstring(write_xmile(model, DAYS))
    view = root.find(".//x:view", IN)
    shown = [one for kind in ("stock", "flow", "aux") for one in view.findall(f"x:{kind}", IN)]

    assert sorted(one.attrib["name"] for one in shown) == sorted(names_of(model))
    assert len({(one.attrib["x"], one.attrib["y"]) for one in shown}) == len(shown)
    for arrow in view.findall("x:connector", IN):
        assert {arrow.find("x:from", IN).text, arrow.find("x:to", IN).text} <= set(names_of(model))


def test_flows_in_the_view_turn_at_right_angles():
    root = ET.fromstring(write_xmile(build_everything(), DAYS))
    for flow in root.findall(".//x:view/x:flow", IN):
        points = [(pt.attrib["x"], pt.attrib["y"]) for pt in flow.findall("x:pts/x:pt", IN)]

        assert len(points) >= 2
        for (x, y), (to_x, to_y) in pairwise(points):
            assert (x == to_x) != (y == to_y)


def test_stocks_follow_one_another_as_their_flows_lead():
    def flow(name):
        return Quantity(name, "1", "x/day", is_flow=True)

    stocks = [
        Stock("c", 0.0, ("b_c",), ("c_a", "off"), "x"),
        Stock("a", 0.0, ("c_a", "on"), ("a_b",), "x"),
        Stock("b", 0.0, ("a_b",), ("b_c",), "x"),
        Stock("alone", 0.0, ("in_1", "in_2"), (), "x"),
    ]
    names = ["b_c", "c_a", "a_b", "off", "on", "in_1", "in_2", "nowhere"]
    model = build_model("m", 1.0, stocks, map(flow, names))
    places = place_stocks(order_stocks(model))
    pipes = lay_pipes(model, places)

    assert order_stocks(model) == [["c", "a", "b"], ["alone"]]
    assert len({tuple(pipe) for pipe in pipes.values()}) == len(names)
    for pipe in pipes.values():
        assert all((x == to_x) != (y == to_y) for (x, y), (to_x, to_y) in pairwise(pipe))


def test_a_model_without_stocks_has_a_view_too():
    model = build_model("m", 1.0, [], [Quantity("q", "time * 2", "days")])

    assert ET.fromstring(write_xmile(model, 1)).find(".//x:view/x:aux", IN).attrib["name"] == "q"


@pytest.mark.parametrize("name", ["delay", "TIME_STEP", "a__b", "_a", "b_", "größe", "A"])
def test_what_can_be_no_name_is_refused(name):
    stocks = [Stock("a", 1.0, (), (), "x"), Stock(name, 1.0, (), (), "x")]
    model = build_model("m", 1.0, stocks, [])

    with pytest.raises(ValueError, match="XMILE"):
        write_xmile(model, 1)
