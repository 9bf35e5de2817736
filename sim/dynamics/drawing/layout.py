"""Where the things of a causal-loop diagram stand: on an oval, so that few links cross.

No program is asked and no chance is in it: the same diagram is always laid out alike.
"""

from collections.abc import Sequence
from itertools import combinations
from math import cos, pi, sin

from sim.dynamics.drawing.loops import LoopGraph

Point = tuple[float, float]
Pairs = Sequence[tuple[str, str]]
CROSSING = 4.0
"""What a crossing of two links counts, beside a step along the oval that a link spans."""
MANY = 24
"""Beyond so many things their order is left as it is: to try every exchange takes too long."""


def order_nodes(graph: LoopGraph) -> list[str]:
    """Order the things of a diagram around the oval.

    Two are exchanged as long as that makes links shorter, or fewer of them cross.
    """
    order = [node.name for node in graph.nodes]
    pairs = [(link.source, link.target) for link in graph.links]
    if len(order) > MANY:
        return order
    best = _count(order, pairs)
    improved = True
    while improved:
        improved = False
        for a, b in combinations(range(1, len(order)), 2):
            other = order.copy()
            other[a], other[b] = other[b], other[a]
            if (count := _count(other, pairs)) < best:
                order, best, improved = other, count, True
    return order


def place_nodes(order: Sequence[str], width: float, height: float) -> dict[str, Point]:
    """Return the place of each thing, the first one at the top and the others clockwise."""
    turns = [2 * pi * nth / len(order) - pi / 2 for nth in range(len(order))]
    return {
        name: (width / 2 * (1 + cos(turn)), height / 2 * (1 + sin(turn)))
        for name, turn in zip(order, turns, strict=True)
    }


def _count(order: Sequence[str], pairs: Pairs) -> float:
    """Return how far links reach along the oval, and how many cross."""
    place = {name: nth for nth, name in enumerate(order)}
    chords = [sorted((place[a], place[b])) for a, b in pairs]
    reach = sum(min(b - a, len(order) - b + a) for a, b in chords)
    crossings = sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in combinations(chords, 2))
    return reach + CROSSING * crossings
