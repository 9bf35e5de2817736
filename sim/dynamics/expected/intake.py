"""How needs get in: captured by a form or a dialogue, refused, settled by the front office."""

import numpy as np

from sim.dynamics.expected.elapsed import start_clock
from sim.dynamics.expected.node import LEAST, Node, Place
from sim.dynamics.expected.particulars import (
    MISSING,
    ON_FILE,
    Cases,
    count,
    draw_particulars,
    move,
    split,
    split_complete,
)
from sim.dynamics.expected.passing import send
from sim.dynamics.expected.tally import Tally
from sim.dynamics.expected.way import Attempt, Way
from sim.units import MILLION


def arrive(way: Way, tally: Tally) -> Node:
    """Return new cases."""
    intake = way.blueprint.intake
    new, form = draw_particulars(way.demand.variety.value), intake.form_share
    by_form = move(new * form, MISSING, ON_FILE, intake.capture_form)
    by_word = move(new * (1 - form), MISSING, ON_FILE, intake.capture_dialogue)
    seconds = form * intake.form_s + (1 - form) * intake.dialogue_s
    cases = _refuse(way, tally, by_form) + by_word
    return begin(way, cases, way.demand.ready.value, seconds)


def _refuse(way: Way, tally: Tally, forms: Cases) -> Cases:
    """Send incomplete forms back, where the design does; they come again complete."""
    refuses = way.blueprint.intake.refuses
    if refuses <= 0:
        return forms
    complete, lacking = split(forms, MISSING, ON_FILE, 1.0)
    tally.add("refused", 1, count(lacking) * refuses)
    incomplete = split_complete(forms)[1]
    return complete + lacking * refuses + incomplete * (1 - refuses)


def begin(way: Way, cases: Cases, ready: float, intake_s: float) -> Node:
    """Return cases whose attempt begins now."""
    number = count(cases)
    elapsed = start_clock(way.blueprint, way.target, number)
    return Node(cases, elapsed, number * ready, intake_s)


def let_in(at: Attempt, node: Node) -> Cases:
    """Let cases in, and return those that the front office has settled."""
    layout, settled = at.way.blueprint.layout, np.zeros_like(node.cases)
    if layout.has_front:
        node, settled = _take_contact(at, node)
    is_read = bool(at.number > 1 or layout.has_front)
    owned = 0.0 if layout.has_front else at.way.faces[0].own() * (at.number > 1)
    send(at, Place(0, 0, 0), node, is_read=is_read, owned=owned)
    return settled


def _take_contact(at: Attempt, node: Node) -> tuple[Node, Cases]:
    """Let the front office take contacts; return those that go on, and those that are settled."""
    at.add("front_s", node.number * node.intake_s)
    node = node._replace(intake_s=0.0)
    if at.number > 1:
        return node, np.zeros_like(node.cases)
    plain = np.zeros_like(node.cases)
    plain[0, 0, 0] = node.cases[0, 0, 0] * at.way.blueprint.intake.settles
    _settle(at, count(plain))
    left = 1 - count(plain) / max(node.number, LEAST)
    rest = node._replace(
        cases=node.cases - plain, elapsed=node.elapsed * left, unready=node.unready * left
    )
    return rest, plain


def _settle(at: Attempt, number: float) -> None:
    """Let the front office settle so many cases, which have no particulars."""
    decision = at.way.blueprint.decision
    seconds = float(at.worked.done_s.sum()) * at.way.blueprint.work.pace_ppm / MILLION
    seconds += decision.report_s + decision.check * decision.check_s
    seconds += decision.control * decision.control_s
    at.add("settled", number)
    at.add("front_s", number * seconds)
    at.add("checks", number * decision.check)
