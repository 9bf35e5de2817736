"""A causal-loop diagram as an SVG picture, drawn without any other program."""

from collections.abc import Collection
from math import hypot
from xml.etree import ElementTree as ET

from sim.dynamics.drawing.curves import Arrow, Box, draw_arrow
from sim.dynamics.drawing.diagram import is_lit
from sim.dynamics.drawing.layout import Point, order_nodes, place_nodes
from sim.dynamics.drawing.loops import LoopGraph, Node
from sim.dynamics.drawing.picture_style import KINDS, WRITTEN, write_style
from sim.dynamics.drawing.signs import place_signs
from sim.dynamics.system.links import Link

LETTER, LINE = 8.0, 18.0
"""Width of a letter, as a guess, and height of a line, for text of 14 px."""
LONGEST = 18
"""Letters in a line of a label, if its words are no longer."""
MARGIN_X, MARGIN_Y = 90.0, 45.0
HEAD_LONG, HEAD_WIDE = 9.0, 4.0


def draw_loops(graph: LoopGraph, lit: Collection[str] = (), *, title: str = "") -> str:
    """Draw a causal-loop diagram.

    Parameters
    ----------
    graph
        What is drawn.
    lit
        Names of things to light up, with the links between them; the others are pale. If there is
        none, none is pale.
    title
        What is read aloud, and shown where the pointer rests.

    Returns
    -------
    str
        An ``<svg>`` element, which can stand in a page or be a file of its own.
    """
    count = len(graph.nodes)
    width, height = 180.0 + 66.0 * count, 100.0 + 46.0 * count
    boxes = place_boxes(graph, width, height)
    root = _start(width + 2 * MARGIN_X, height + 2 * MARGIN_Y, title)
    arrows = [draw_arrow(boxes[link.source], boxes[link.target]) for link in graph.links]
    signs = place_signs(arrows, boxes.values())
    for link, arrow, sign in zip(graph.links, arrows, signs, strict=True):
        _add_link(
            root, link, arrow, sign, KINDS[link.sign] + ("" if is_lit(link, lit) else " pale")
        )
    for node in graph.nodes:
        _add_node(root, node, boxes[node.name], lit)
    return ET.tostring(root, encoding="unicode")


def place_boxes(graph: LoopGraph, width: float, height: float) -> dict[str, Box]:
    """Return the box around the label of each thing."""
    places = place_nodes(order_nodes(graph), width, height)
    boxes = dict[str, Box]()
    for node in graph.nodes:
        lines, (x, y) = break_label(node.label), places[node.name]
        wide = max(map(len, lines)) * LETTER + 12
        boxes[node.name] = Box(x + MARGIN_X, y + MARGIN_Y, wide, len(lines) * LINE + 8)
    return boxes


def break_label(label: str) -> list[str]:
    """Break a label into lines that are not too long; a long word stays whole."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LONGEST:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _start(width: float, height: float, title: str) -> ET.Element:
    size = {"width": f"{width:g}", "height": f"{height:g}"}
    about = {"viewBox": f"0 0 {width:g} {height:g}", "role": "img", "class": "loops"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **about})
    if title:
        ET.SubElement(root, "title").text = title
    ET.SubElement(root, "style").text = write_style()
    ET.SubElement(root, "rect", {"class": "ground", **size})
    return root


def _add_link(root: ET.Element, link: Link, arrow: Arrow, sign: Point, kind: str) -> None:
    group = ET.SubElement(root, "g", {"class": f"link {kind}"})
    points = [f"{x:.1f},{y:.1f}" for x, y in (arrow.start, arrow.bend, arrow.end)]
    line = f"M{points[0]} Q{points[1]} {points[2]}"
    ET.SubElement(group, "path", {"class": "line", "d": line})
    ET.SubElement(group, "path", {"class": "head", "d": _write_head(arrow)})
    at = {"x": f"{sign[0]:.1f}", "y": f"{sign[1]:.1f}"}
    ET.SubElement(group, "text", {"class": "sign", **at}).text = WRITTEN[link.sign]


def _write_head(arrow: Arrow) -> str:
    (x, y), (from_x, from_y) = arrow.end, arrow.bend
    length = hypot(x - from_x, y - from_y) or 1.0
    dx, dy = (x - from_x) / length, (y - from_y) / length
    back_x, back_y, aside_x, aside_y = (
        dx * HEAD_LONG,
        dy * HEAD_LONG,
        -dy * HEAD_WIDE,
        dx * HEAD_WIDE,
    )
    left = f"{x - back_x + aside_x:.1f},{y - back_y + aside_y:.1f}"
    right = f"{x - back_x - aside_x:.1f},{y - back_y - aside_y:.1f}"
    return f"M{x:.1f},{y:.1f} L{left} L{right} Z"


def _add_node(root: ET.Element, node: Node, box: Box, lit: Collection[str]) -> None:
    kind = "node" if not lit else "node lit" if node.name in lit else "node pale"
    group = ET.SubElement(root, "g", {"class": kind})
    lines = break_label(node.label)
    for nth, line in enumerate(lines):
        y = box.y + (nth - (len(lines) - 1) / 2) * LINE
        ET.SubElement(group, "text", {"x": f"{box.x:.1f}", "y": f"{y:.1f}"}).text = line
