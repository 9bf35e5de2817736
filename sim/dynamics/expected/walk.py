"""The way of cases through a design, in expectation: how often they come where, and why.

All that depends on luck alone is worked out here: what is captured, lost, noticed, absorbed, cut
short and sent back. What depends on how busy staff are (waiting, asking how it goes, pressure) is
left to the equations.
"""

from sim.blueprint import Blueprint
from sim.dynamics.expected.content import Content, draw_content, work_off
from sim.dynamics.expected.deliver import deliver
from sim.dynamics.expected.faces import Faces
from sim.dynamics.expected.intake import arrive, let_in
from sim.dynamics.expected.job import do_job
from sim.dynamics.expected.node import LEAST, Closed, Node, Place
from sim.dynamics.expected.refusing import refuse
from sim.dynamics.expected.tally import Tally
from sim.dynamics.expected.turning import turn_away
from sim.dynamics.expected.way import Attempt, find_way
from sim.scenario import Demand

MOST_ATTEMPTS = 25


def follow_cases(
    blueprint: Blueprint, demand: Demand, number: int, faces: tuple[Faces, ...]
) -> Tally:
    """Follow one arriving case, in expectation, through all its attempts.

    Parameters
    ----------
    blueprint, demand, number
        The design, and the demand type with its place among all.
    faces
        The staff of each function.
    """
    way, tally = find_way(blueprint, demand, number, faces), Tally(blueprint.layout.functions)
    node, refused = arrive(way)
    turned_away, content = turn_away(draw_content(demand, blueprint), blueprint)
    tally.add("turned", 1, turned_away)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        at = Attempt(way, attempt, work_off(content, blueprint), tally, {})
        if attempt == 1:
            refuse(at, refused)
        node, content = _follow_attempt(at, node)
        if node.number <= LEAST:
            break
    return tally


def _follow_attempt(at: Attempt, node: Node) -> tuple[Node, Content]:
    """Follow cases through an attempt; return those that come back, and what is to be done."""
    at.add("begins", node.number)
    closed = Closed.of(let_in(at, node), at.way.last + 1)
    while at.pending:
        place = min(at.pending, key=_order)
        here = at.pending.pop(place)
        if here.number > LEAST:
            closed = closed.join(do_job(at, place, here))
    return deliver(at, closed)


def _order(place: Place) -> tuple[int, int, int, int]:
    """Return which places come first: those behind in the work, from which others are reached."""
    return place.done, place.function, place.visit, place.sent_back
