"""How needs get in: captured by a form or a dialogue, and settled by the front office."""

from math import exp

import numpy as np

from sim.dynamics.expected.elapsed import hold_days, start_clock
from sim.dynamics.expected.news import News
from sim.dynamics.expected.node import LEAST, Node, Place
from sim.dynamics.expected.particulars import (
    MISSING,
    ON_FILE,
    Cases,
    count,
    draw_particulars,
    move,
)
from sim.dynamics.expected.passing import send
from sim.dynamics.expected.refusing import split_refused
from sim.dynamics.expected.way import Attempt, Way
from sim.units import MILLION


def arrive(way: Way) -> tuple[Node, Node]:
    """Return new cases: those that are taken in, and the forms that are to be sent back."""
    intake, form = way.blueprint.intake, way.blueprint.intake.form_share
    new, ready = draw_particulars(way.demand.variety.value), way.demand.ready.value
    by_form = move(new * form, MISSING, ON_FILE, intake.capture_form)
    by_word = move(new * (1 - form), MISSING, ON_FILE, intake.capture_dialogue)
    taken_in, refused = split_refused(by_form, intake.refuses)
    cases = taken_in + by_word
    seconds = count(taken_in) * intake.form_s + count(by_word) * intake.dialogue_s
    node = begin(way, cases, ready, seconds / max(count(cases), LEAST))
    return node, begin(way, refused, ready, intake.form_s)


def begin(way: Way, cases: Cases, ready: float, intake_s: float) -> Node:
    """Return cases whose attempt begins now; so large a part has no last answer yet."""
    number = count(cases)
    elapsed = start_clock(way.blueprint, way.target, number)
    held = hold_days(way.blueprint) / max(way.demand.ready_days.value, LEAST)
    return Node(cases, elapsed, News(number * ready * exp(-held)), intake_s)


def let_in(at: Attempt, node: Node) -> Cases:
    """Let cases in, and return those that the front office has settled."""
    layout, settled = at.way.blueprint.layout, np.zeros_like(node.cases)
    if layout.has_front:
        node, settled = _take_contact(at, node)
    is_read = bool(at.number > 1 or layout.has_front)
    owned = 0.0 if layout.has_front else at.way.faces[0].own() * (at.number > 1)
    send(at, Place(0, 0, 0, 0), node, is_read=is_read, owned=owned)
    return settled


def _take_contact(at: Attempt, node: Node) -> tuple[Node, Cases]:
    """Let the front office take contacts; return those that go on, and those that are settled."""
    at.add("front_s", node.number * node.intake_s)
    node = node._replace(intake_s=0.0)
    if at.number > 1:
        return node, np.zeros_like(node.cases)
    ready = 1 - node.news.number / max(node.number, LEAST)
    plain = np.zeros_like(node.cases)
    plain[0, 0, 0] = node.cases[0, 0, 0] * at.way.blueprint.intake.settles * ready
    _settle(at, count(plain))
    left = 1 - count(plain) / max(node.number, LEAST)
    return node._replace(cases=node.cases - plain, elapsed=node.elapsed * left), plain


def _settle(at: Attempt, number: float) -> None:
    """Let the front office settle so many cases, which have no particulars."""
    decision = at.way.blueprint.decision
    seconds = float(at.worked.done_s.sum()) * at.way.blueprint.work.pace_ppm / MILLION
    seconds += decision.report_s + decision.check * decision.check_s
    seconds += decision.control * decision.control_s
    at.add("settled", number)
    at.add("front_s", number * seconds)
    at.add("checks", number * decision.check)
