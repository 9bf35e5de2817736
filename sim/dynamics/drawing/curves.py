"""Curved arrows between boxes of text: a curve bent to one side, cut where it enters a box."""

from typing import NamedTuple

from sim.dynamics.drawing.layout import Point

BEND = 0.18
"""How far a curve bends from the straight line, as a part of its length."""
SAMPLES = 200


class Box(NamedTuple):
    """A box around a text."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, point: Point) -> bool:
        """Tell whether a point is inside."""
        dx, dy = abs(point[0] - self.x), abs(point[1] - self.y)
        return dx < self.width / 2 and dy < self.height / 2


class Arrow(NamedTuple):
    """A quadratic Bézier curve."""

    start: Point
    bend: Point
    end: Point

    def point_at(self, share: float) -> Point:
        """Return the point at a share of the curve."""
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
        x, y = (
            a * start + b * bend + c * end
            for start, bend, end in zip(self.start, self.bend, self.end, strict=True)
        )
        return x, y

    def cut(self, first: float, last: float) -> "Arrow":
        """Return the piece between two shares of the curve, which is such a curve again."""
        here, there = 1 - first, 1 - last
        x, y = (
            here * there * start + (here * last + first * there) * bend + first * last * end
            for start, bend, end in zip(self.start, self.bend, self.end, strict=True)
        )
        return Arrow(self.point_at(first), (x, y), self.point_at(last))


def draw_arrow(source: Box, target: Box) -> Arrow:
    """Draw the arrow from one box to another, bent to the left of its way.

    The arrow back bends the other way, so that the two lie apart.
    """
    start, end = (source.x, source.y), (target.x, target.y)
    dx, dy = end[0] - start[0], end[1] - start[1]
    bend = ((start[0] + end[0]) / 2 + BEND * dy, (start[1] + end[1]) / 2 - BEND * dx)
    whole = Arrow(start, bend, end)
    shares = [nth / SAMPLES for nth in range(SAMPLES + 1)]
    outside = [share for share in shares if not _is_in(whole.point_at(share), source, target)]
    return whole.cut(outside[0], outside[-1]) if outside else whole


def _is_in(point: Point, source: Box, target: Box) -> bool:
    return source.holds(point) or target.holds(point)
