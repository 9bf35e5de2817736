"""A job of a function: it may close cases early, read in, ask, wait for news, work, pass on."""

import numpy as np

from sim.dynamics.expected.asking import ask
from sim.dynamics.expected.decide import decide
from sim.dynamics.expected.elapsed import hold_days, restart_clock
from sim.dynamics.expected.news import News
from sim.dynamics.expected.node import LEAST, Closed, Node, Place
from sim.dynamics.expected.particulars import MISSING, ON_FILE, Cases, count_on_file, move
from sim.dynamics.expected.passing import send, send_again
from sim.dynamics.expected.way import Attempt
from sim.units import MILLION

MOST_SENT_BACK = 3
"""So often at most a case is sent back in an attempt."""


def do_job(at: Attempt, place: Place, node: Node) -> Closed:
    """Let a function do its jobs, send the cases on, and return those that are closed."""
    at.add("jobs", node.number, place.function)
    at.add("other_s", node.number * node.intake_s, place.function)
    node, closed = _close_early(at, place, node)
    node = _read_in(at, place, node)
    node = ask(at, place, node)
    node = _park(at, place, node)
    place = _work(at, place, node)
    return closed.join(Closed.of(_pass_on(at, place, node), at.way.last + 1))


def _close_early(at: Attempt, place: Place, node: Node) -> tuple[Node, Closed]:
    """Close some of the cases past due; return the others, and those."""
    decision, number = at.way.blueprint.decision, node.number
    none = Closed.of(np.zeros_like(node.cases), at.way.last + 1)
    if decision.premature <= 0 or place.visit > 0:
        return node, none
    share = decision.premature * float(node.elapsed[-1]) / max(float(node.elapsed.sum()), LEAST)
    at.add("early", number * share, place.function)
    at.add("other_s", number * share * decision.report_s, place.function)
    elapsed = node.elapsed.copy()
    elapsed[-1] *= 1 - decision.premature
    rest = node.scale(1 - share)._replace(elapsed=elapsed)
    none.unworked[place.function :] = number * share
    return rest, none._replace(early=node.cases * share)


def _read_in(at: Attempt, place: Place, node: Node) -> Node:
    """Let whoever is new to a case read it; some of it does not survive."""
    blueprint, (function, visit, *_) = at.way.blueprint, place
    if at.number == 1 and function == 0 and visit == 0 and not blueprint.layout.has_front:
        return node
    work, new = blueprint.work, 1 - at.knows(place)
    seconds = work.read_in_s * node.number
    seconds += work.read_in_particular_s * count_on_file(node.cases)
    at.add("other_s", seconds * new, function)
    at.add("read_in_s", seconds * new, function)
    return node._replace(cases=move(node.cases, ON_FILE, MISSING, new * (1 - work.convey)))


def _park(at: Attempt, place: Place, node: Node) -> Node:
    """Let cases wait whose last answer does not exist yet, and return the others."""
    if place.function < at.way.last or node.news.number <= LEAST:
        return node
    blueprint, share = at.way.blueprint, node.news.number / max(node.number, LEAST)
    at.add("parks", node.news.number, place.function)
    at.add("news_days", node.news.coming * at.way.demand.ready_days.value)
    parked = node.scale(share)._replace(
        news=News(),
        elapsed=restart_clock(blueprint, node.elapsed, share),
        intake_s=blueprint.intake.call_s,
    )
    send_again(at, place, parked)
    return node.scale(1 - share)._replace(news=News())


def _work(at: Attempt, place: Place, node: Node) -> Place:
    """Work off a function's content, once an attempt; return where the cases are then."""
    function = place.function
    if function < place.done:
        return place
    number, pace = node.number, at.way.blueprint.work.pace_ppm / MILLION
    if place[:3] == (0, 0, 0) and hold_days(at.way.blueprint) > 0:
        pace *= 1 - at.way.blueprint.work.planned_gain_ppm / MILLION
    at.add("content_s", number * float(at.worked.done_s[function]) * pace, function)
    at.add("rework_s", number * float(at.worked.again_s[function]) * pace, function)
    return place._replace(done=function + 1)


def _pass_on(at: Attempt, place: Place, node: Node) -> Cases:
    """Send cases back, or on to the next function, or decide them; return those decided."""
    function, _, done, sent_back = place
    may_go_back = function > 0 and sent_back < MOST_SENT_BACK
    back = at.way.blueprint.work.goes_back if may_go_back else 0.0
    if back > 0:
        at.add("backs", node.number * back, function)
        send(at, Place(function - 1, 1, done, sent_back + 1), node.scale(back))
    on = node.scale(1 - back)
    if function == at.way.last:
        return decide(at, on.cases)
    visit = 0 if done == function + 1 else 1
    send(at, Place(function + 1, visit, done, sent_back), on)
    return np.zeros_like(node.cases)
