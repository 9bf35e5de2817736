"""Where the signs of arrows stand: near their heads, where least else is."""

from collections.abc import Iterable, Sequence
from itertools import product
from math import hypot

from sim.dynamics.drawing.curves import Arrow, Box
from sim.dynamics.drawing.layout import Point

ALONG, BESIDE = (18.0, 30.0, 44.0), (11.0, -11.0)
"""How far a sign may stand from the head of its arrow, along it and beside it."""
ENOUGH = 11.0
"""A sign that is so far from all else is as good as any."""
SAMPLES = 60


def place_signs(arrows: Sequence[Arrow], boxes: Iterable[Box]) -> list[Point]:
    """Return the place of the sign of each arrow.

    Of the places near its head the first is taken that is far enough from arrows, labels and the
    signs that stand already; if there is none, the one that is farthest.
    """
    shares = [nth / SAMPLES for nth in range(SAMPLES + 1)]
    taken = [arrow.point_at(share) for arrow in arrows for share in shares]
    boxes, signs = tuple(boxes), list[Point]()
    for arrow in arrows:
        spots = [_spot(arrow, along, beside) for along, beside in product(ALONG, BESIDE)]
        room = [min(_room(spot, taken, boxes), ENOUGH - 1) for spot in spots]
        signs.append(spots[room.index(max(room))])
        taken.append(signs[-1])
    return signs


def _spot(arrow: Arrow, along: float, beside: float) -> Point:
    (x, y), (from_x, from_y) = arrow.end, arrow.bend
    length = hypot(x - from_x, y - from_y) or 1.0
    dx, dy = (x - from_x) / length, (y - from_y) / length
    return x - along * dx + beside * dy, y - along * dy - beside * dx


def _room(spot: Point, taken: Iterable[Point], boxes: Iterable[Box]) -> float:
    if any(box.holds(spot) for box in boxes):
        return 0.0
    return min(hypot(spot[0] - x, spot[1] - y) for x, y in taken)
