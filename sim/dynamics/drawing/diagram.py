"""Causal-loop diagrams in DOT: of a whole model, or of a few things gathered from it."""

from collections.abc import Collection, Iterable

from sim.dynamics.drawing.dot import write_digraph, write_edge, write_node
from sim.dynamics.drawing.loops import LoopGraph
from sim.dynamics.system.equations import TIME, Model
from sim.dynamics.system.links import BOTH, MINUS, PLUS, Link

COLOURS = {PLUS: "#0072B2", MINUS: "#B84A00", BOTH: "#5F5A52"}
STYLES = {PLUS: "solid", MINUS: "dashed", BOTH: "dotted"}
"""So that a sign can be told without its colour too."""
INK, PALE = "#22201C", "#B9B4AA"


def write_dot(model: Model, links: Iterable[Link], lit: Collection[str] = ()) -> str:
    """Write the causal loops of a whole model; what no link touches is left out.

    Parameters
    ----------
    model
        The equations; stocks stand in boxes.
    links
        Their links.
    lit
        Names to light up, with the links between them; the others are pale. If there is none, none
        is pale.
    """
    links = tuple(links)
    stocks = [stock.name for stock in model.stocks]
    touched = {end for link in links for end in (link.source, link.target)}
    names = [*stocks, *(quantity.name for quantity in model.quantities), TIME]
    nodes = [
        _write_node(name, name, lit, "box" if name in stocks else "plaintext")
        for name in names
        if name in touched
    ]
    return write_digraph(model.name, [*nodes, *(_write_link(link, lit) for link in links)])


def write_graph_dot(graph: LoopGraph, lit: Collection[str] = (), *, name: str = "loops") -> str:
    """Write the causal loops of a few things; `lit` are those to light up, by name."""
    nodes = [_write_node(node.name, node.label, lit, "plaintext") for node in graph.nodes]
    return write_digraph(name, [*nodes, *(_write_link(link, lit) for link in graph.links)])


def is_lit(link: Link, lit: Collection[str]) -> bool:
    """Tell whether a link is not pale: both its ends are lit, or nothing is lit at all."""
    return not lit or (link.source in lit and link.target in lit)


def _write_node(name: str, label: str, lit: Collection[str], shape: str) -> str:
    colour = INK if not lit or name in lit else PALE
    width = "2" if name in lit else "1"
    return write_node(
        name, label=label, shape=shape, color=colour, fontcolor=colour, penwidth=width
    )


def _write_link(link: Link, lit: Collection[str]) -> str:
    colour = COLOURS[link.sign] if is_lit(link, lit) else PALE
    style = STYLES[link.sign]
    return write_edge(
        link.source, link.target, label=link.sign, color=colour, fontcolor=colour, style=style
    )
