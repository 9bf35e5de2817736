"""What is said of causal loops: what acts on what, in a picture and in words, and what one adds."""

from sim.analysis.twin import Acting
from sim.dynamics import LOOPS
from sim.dynamics.drawing.diagram import write_graph_dot
from sim.dynamics.drawing.loops import LoopGraph, Node
from sim.dynamics.drawing.picture import draw_loops
from sim.dynamics.drawing.picture_style import WRITTEN
from sim.dynamics.twin.things import LIT
from sim.message import Message
from sim.words.designs import mention_design
from sim.words.language import say, say_sentence
from sim.words.numbers import write_percent

TITLE = Message("Causal loops: where more of one thing makes more of another, and where less")
FOLD = Message("Loops: what acts on what")
ONLY_CASES = Message(
    "Stocks and flows, with their loops and where they tip, are of one-off cases: there are none "
    "of a service that makes visits."
)
HEADING = Message("What acts on what in {design}")
SIGNS = Message(
    "An arrow says: + more of the one makes more of the other; − less; ± now more, now less. "
    "Nobody has drawn the arrows: a little more of one thing is put into stocks and flows that run "
    "with the staff of today, and what then becomes of the others is looked at."
)
WHICH, NONE = Message("Light up a loop"), Message("none")
ADDS = Message(
    "{loop}. What it adds here, measured by cutting it: contacts **{contacts}**, end-to-end "
    "time **{days}**, work **{work}**."
)
HARDLY_ACTS = Message(
    "{loop}. **It hardly acts here**: contacts, end-to-end time and work are within half a "
    "percent of what they are where it is cut."
)
UNTOLD = Message(
    "{loop}. With it or without it the staff are so near tipping that **nothing can be told** "
    "of it here."
)
HARDLY = 0.005
"""What adds less than this, to any of the figures, hardly acts."""


def list_loops() -> list[str]:
    """List the loops that have a name, by what the command line calls them."""
    return [loop.name for loop in LOOPS]


def say_loop(name: str) -> str:
    """Say what a loop is; of none, that."""
    return next((say_sentence(loop.title) for loop in LOOPS if loop.name == name), say(NONE))


def tell_whose_loops(design: str) -> str:
    """Tell whose loops are shown."""
    return say(HEADING, design=mention_design(design))


def tell_acting(acting: Acting) -> str:
    """Tell what a loop adds to a design."""
    loop = next(one.title for one in LOOPS if one.name == acting.loop)
    changes = [change for change in acting.changes.values() if change is not None]
    if len(changes) < len(acting.changes):
        return say_sentence(UNTOLD, loop=loop)
    if max(map(abs, changes)) < HARDLY:
        return say_sentence(HARDLY_ACTS, loop=loop)
    contacts, days, work = (write_percent(change, 1, is_signed=True) for change in changes)
    return say_sentence(ADDS, loop=loop, contacts=contacts, days=days, work=work)


def draw_graph(graph: LoopGraph, loop: str) -> str:
    """Draw loops as SVG, with one of them lit."""
    return draw_loops(_label(graph), LIT.get(loop, ()), title=say(TITLE))


def write_graph(graph: LoopGraph) -> str:
    """Write loops as text for Graphviz."""
    return write_graph_dot(_label(graph))


def _label(graph: LoopGraph) -> LoopGraph:
    """Return loops whose labels are said in the language spoken."""
    nodes = tuple(Node(node.name, say(node.label)) for node in graph.nodes)
    return graph._replace(nodes=nodes)


def spell_graph(graph: LoopGraph) -> str:
    """Tell in words what loops show: for those who do not see it."""
    labels = {node.name: say(node.label) for node in graph.nodes}
    links = (
        f"{labels[link.source]} → {labels[link.target]}: {WRITTEN[link.sign]}"
        for link in graph.links
    )
    return f"{say(TITLE)}. {'; '.join(links)}."
