"""Diagrams show each thing and each link once, in DOT and as a picture of our own."""

import re
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest

from sim.dynamics.drawing.curves import Box, draw_arrow
from sim.dynamics.drawing.diagram import PALE, write_dot, write_graph_dot
from sim.dynamics.drawing.dot import quote
from sim.dynamics.drawing.flow_diagram import write_flow_dot
from sim.dynamics.drawing.layout import order_nodes, place_nodes
from sim.dynamics.drawing.loops import LoopGraph, Node
from sim.dynamics.drawing.picture import break_label, draw_loops, place_boxes
from sim.dynamics.system.links import Link, find_links
from sim.dynamics.system.run import run_model
from tests.unit.dynamics.models import build_everything

SVG = {"s": "http://www.w3.org/2000/svg"}
GRAPH = LoopGraph(
    tuple(Node(name, f'The "{name}" & what follows from it') for name in "abcdef"),
    (Link("a", "d", "+"), Link("d", "a", "-"), Link("b", "e", "±"), Link("c", "f", "+")),
)


def edges(dot):
    return re.findall(r'^  "([^"]+)" -> "([^"]+)"', dot, re.MULTILINE)


def test_a_whole_model_in_dot_has_every_link_once():
    model = build_everything()
    links = find_links(model, run_model(model, 3))
    dot = write_dot(model, links)

    assert edges(dot) == [(link.source, link.target) for link in links]
    assert '"waiting" [label="waiting", shape="box"' in dot
    assert '"taken_up" -> "waiting" [label="-", color="#B84A00"' in dot
    assert dot.count("{") == dot.count("}") == 1
    assert PALE not in dot


def test_what_is_not_lit_is_pale():
    dot = write_graph_dot(GRAPH, {"a", "d"})

    assert [line for line in dot.splitlines() if "->" in line and PALE not in line] == [
        '  "a" -> "d" [label="+", color="#0072B2", fontcolor="#0072B2", style="solid"];',
        '  "d" -> "a" [label="-", color="#B84A00", fontcolor="#B84A00", style="dashed"];',
    ]


def test_names_of_any_kind_stand_in_quotation_marks():
    assert quote('a "b" \\ c\nd') == '"a \\"b\\" \\\\ c\\nd"'


def test_stocks_and_flows_run_from_stock_to_stock_or_to_a_cloud():
    found = edges(write_flow_dot(build_everything()))

    assert ("before coming_in", "coming_in") in found
    assert ("coming_in", "waiting") in found
    assert ("waiting", "taken_up") in found
    assert ("taken_up", "stage_1") in found
    assert ("capacity", "taken_up") in found
    assert not any("after" in end for _, end in found)


def test_a_picture_shows_every_thing_and_every_link():
    root = ET.fromstring(draw_loops(GRAPH, title="Six things"))
    shown = [" ".join(t.text for t in g) for g in root.findall("s:g[@class='node']", SVG)]
    signs = [text.text for text in root.findall(".//s:text[@class='sign']", SVG)]

    assert shown == [node.label for node in GRAPH.nodes]
    assert signs == ["+", "−", "±", "+"]
    assert root.find("s:title", SVG).text == "Six things"
    assert "prefers-color-scheme: dark" in root.find("s:style", SVG).text


def test_a_picture_lights_up_what_is_asked_for():
    root = ET.fromstring(draw_loops(GRAPH, {"a", "d"}))
    classes = [group.attrib["class"] for group in root.findall("s:g", SVG)]

    assert classes.count("node lit") == 2
    assert classes.count("node pale") == 4
    assert [one for one in classes if one.startswith("link") and "pale" not in one] == [
        "link plus",
        "link minus",
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 12, 20])
def test_labels_of_a_picture_lie_apart_and_inside(count):
    nodes = tuple(Node(str(nth), "Something that waits and waits") for nth in range(count))
    links = tuple(Link(str(nth), str((nth * 3 + 1) % count), "+") for nth in range(1, count))
    graph = LoopGraph(nodes, tuple(link for link in links if link.source != link.target))
    root = ET.fromstring(draw_loops(graph))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    boxes = list(place_boxes(graph, width - 180, height - 90).values())

    for a, b in combinations(boxes, 2):
        assert abs(a.x - b.x) >= (a.width + b.width) / 2 or abs(a.y - b.y) >= a.height
    for box in boxes:
        assert 0 <= box.x - box.width / 2 <= box.x + box.width / 2 <= width
        assert 0 <= box.y - box.height / 2 <= box.y + box.height / 2 <= height


def test_an_arrow_ends_where_the_boxes_do():
    source, target = Box(0, 0, 40, 20), Box(200, 100, 60, 30)
    arrow, back = draw_arrow(source, target), draw_arrow(target, source)

    for end, box in ((arrow.start, source), (arrow.end, target)):
        assert not box.holds(end)
        assert box._replace(width=box.width + 4, height=box.height + 4).holds(end)
    assert hypot(arrow.bend[0] - back.bend[0], arrow.bend[1] - back.bend[1]) > 20


def test_links_that_cross_make_their_ends_change_places():
    graph = LoopGraph(
        tuple(Node(name, name) for name in "abcd"), (Link("a", "c", "+"), Link("b", "d", "+"))
    )

    assert order_nodes(graph) in (list("acbd"), list("adcb"), list("abdc"))
    assert order_nodes(graph) == order_nodes(graph)


def test_the_first_thing_is_at_the_top():
    places = place_nodes(["a", "b", "c", "d"], 100, 60)

    assert [(round(x), round(y)) for x, y in places.values()] == [
        (50, 0),
        (100, 30),
        (50, 60),
        (0, 30),
    ]


def test_long_labels_are_broken_between_words():
    assert break_label("People who wait for a decision") == ["People who wait", "for a decision"]
    assert break_label("Sammanlagdahandläggningstider och mer") == [
        "Sammanlagdahandläggningstider",
        "och mer",
    ]
    assert break_label("") == [""]
