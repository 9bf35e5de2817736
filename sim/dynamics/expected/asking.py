"""What is noticed to be missing is asked for: answered at once, or by a letter later on."""

from sim.dynamics.expected.elapsed import restart_clock
from sim.dynamics.expected.node import LEAST, Node, Place
from sim.dynamics.expected.particulars import MISSING, ON_FILE, Cases, count, split
from sim.dynamics.expected.passing import send_again
from sim.dynamics.expected.way import Attempt


def ask(at: Attempt, place: Place, node: Node) -> Node:
    """Let staff ask for what they notice; return the cases that go on at once."""
    work, knows, answers = at.way.blueprint.work, at.knows(place), at.way.chances.answers
    notices = knows * work.notice_familiar + (1 - knows) * work.notice
    none, some = split(node.cases, MISSING, ON_FILE, notices)
    asked = count(some)
    at.add("asks", asked, place.function)
    at.add("other_s", asked * work.ask_s, place.function)
    _write(at, place, node, some * (1 - answers))
    return _go_on(at, node, none, some * answers)


def _write(at: Attempt, place: Place, node: Node, asked: Cases) -> None:
    """Let cases wait for the answer to a letter, and come again."""
    way, number, whole = at.way, count(asked), max(node.number, LEAST)
    at.add("letters", number, place.function)
    elapsed = restart_clock(way.blueprint, node.elapsed, number / whole)
    news = way.wait(node.news.scale(number / whole), way.answering)
    again = Node(asked, elapsed, news, way.blueprint.intake.form_s)
    send_again(at, place, again)


def _go_on(at: Attempt, node: Node, none: Cases, answered: Cases) -> Node:
    """Return those who go on at once: nothing was noticed, or the citizen answered."""
    whole = max(node.number, LEAST)
    first, second = count(none) / whole, count(answered) / whole
    elapsed = node.elapsed * first + restart_clock(at.way.blueprint, node.elapsed, second)
    return Node(none + answered, elapsed, node.news.scale(first + second), 0.0)
