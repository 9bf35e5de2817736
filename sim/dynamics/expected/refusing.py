"""Forms that lack something are sent back before any work, where the design does that."""

from sim.dynamics.expected.elapsed import start_clock
from sim.dynamics.expected.node import Node, Place
from sim.dynamics.expected.particulars import MISSING, ON_FILE, Cases, move, split_complete
from sim.dynamics.expected.passing import send, send_again
from sim.dynamics.expected.way import Attempt


def split_refused(forms: Cases, refuses: float) -> tuple[Cases, Cases]:
    """Return the forms that are taken in, and those that are sent back."""
    complete, incomplete = split_complete(forms)
    return complete + incomplete * (1 - refuses), incomplete * refuses


def refuse(at: Attempt, node: Node) -> None:
    """Send forms back: one letter each, and one answer with all that was missing.

    It is a job of the first function that ends in a letter. Where there is a front office, this
    does it: then the job takes no time, and that of the front office is counted there.
    """
    if not node.number:
        return
    has_front = at.way.blueprint.layout.has_front
    for name in ("begins", "jobs", "letters", "asks", "refused"):
        at.add(name, node.number)
    seconds = node.number * (node.intake_s + at.way.blueprint.work.ask_s)
    at.add("front_s" if has_front else "other_s", seconds)
    bring = send if has_front else send_again  # by whom a case is known who has not refused it
    bring(at, Place(0, 0, 0, 0), _complete(at, node))


def _complete(at: Attempt, node: Node) -> Node:
    """Return what comes back: with nothing missing, and held again where work is held."""
    way, cases = at.way, move(node.cases, MISSING, ON_FILE, 1.0)
    elapsed = start_clock(way.blueprint, way.target, node.number)
    news = way.wait(node.news, way.answering)
    return Node(cases, elapsed, news, way.blueprint.intake.form_s)
