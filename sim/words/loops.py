"""The causal loops of stocks and flows as a picture, in a language."""

from collections.abc import Collection

from sim.dynamics import Model, Trajectory
from sim.dynamics.drawing.diagram import write_graph_dot
from sim.dynamics.drawing.loops import LoopGraph
from sim.dynamics.drawing.picture import draw_loops
from sim.dynamics.twin.things import LABELS, find_loops
from sim.message import Message
from sim.words.language import say

TITLE = Message("Causal loops: where more of one thing makes more of another, and where less")
WRITTEN = Message("{file} written.")


def find_twin_loops(model: Model, course: Trajectory) -> LoopGraph:
    """Find the loops of a run, with what the things are called."""
    return find_loops(model, course, {thing: say(label) for thing, label in LABELS.items()})


def draw_twin_loops(
    model: Model, course: Trajectory, *, is_svg: bool = True, lit: Collection[str] = ()
) -> str:
    """Draw the loops of a run: as SVG, or as text for Graphviz."""
    graph = find_twin_loops(model, course)
    if is_svg:
        return draw_loops(graph, lit, title=say(TITLE))
    return write_graph_dot(graph, lit, name="loops")
