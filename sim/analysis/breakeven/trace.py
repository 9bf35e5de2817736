"""Tracing a profile: look at a grid, close in on changes of sign, then on the ends of bands.

One closes in with a secant, and by halves where that is too slow. The function is a mean of
simulations on fixed luck, so it is the same at each look, but it has small steps: a case more or
less. Neither a slope nor a smooth curve is relied on; the two ends always have different signs, and
at least every second look halves what is between them.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from sim.analysis.breakeven.profile import Crossing, Point, Profile, Unsure, sign_of
from sim.analysis.breakeven.stretches import Mark, Stretch, find_runs, find_stretches
from sim.results import Interval

Look = Callable[[float], Point]
Place = Callable[[float], float]
Winner = Callable[[int], str]
"""From the sign of a difference, not 0, to the name of the design that does better."""
BEYOND = 0.4
"""How far beyond the secant's guess one looks, in parts of the tolerance: where the guess is good,
the next one falls on the other side and both together are close enough."""

_mean, _low, _high = map(attrgetter, ("mean", "low", "high"))


class End(NamedTuple):
    """One end of what a change of sign lies between."""

    x: float
    y: float


def trace_profile(
    look: Look, grid: Sequence[float], tolerance: float, winner: Winner, place: Place = float
) -> Profile:
    """Trace the difference along one quantity.

    Parameters
    ----------
    look
        What to find at a value; the same at each look.
    grid
        The values to look at first, in order. Of an even number of changes of sign between two
        neighbours none is seen.
    tolerance
        How well the crossings and their bands are to be known.
    winner
        Who does better.
    place
        From a value to the nearest that the quantity can have.
    """
    tracer = _Tracer(look, tolerance, place)
    points = [tracer.at(x) for x in grid]
    runs = list(find_runs(points))
    stretches = [s for run in runs for s in find_stretches(run, tracer.find_roots(run))]
    crossings = [s for s in stretches if s.signs[0] * s.signs[1] < 0]
    return Profile(
        points=tuple(points),
        crossings=tuple(_build_crossing(tracer, stretch, winner) for stretch in crossings),
        unsure=tuple(
            Unsure(*tracer.find_band(stretch), stretch.roots)
            for stretch in stretches
            if stretch not in crossings
        ),
        throughout=None if crossings else _find_throughout(points, winner),
    )


def _build_crossing(tracer: "_Tracer", stretch: Stretch, winner: Winner) -> Crossing:
    below, above = map(winner, stretch.signs)
    roots = stretch.roots  # an odd number, since the signs differ
    return Crossing(roots[len(roots) // 2], *tracer.find_band(stretch), below, above, roots)


def _find_throughout(points: Sequence[Point], winner: Winner) -> str | None:
    """Return who does better wherever that is sure, or if it is nowhere, at every point."""
    found = [point.judged for point in points if point.judged is not None]
    sure = {difference.sure_sign for difference in found} - {0}
    signs = sure or {sign_of(difference.mean) for difference in found} - {0}
    return winner(signs.pop()) if len(signs) == 1 else None


class _Tracer:
    """Remembers every point that was looked at."""

    def __init__(self, look: Look, tolerance: float, place: Place) -> None:
        self._look, self._tolerance, self._place = look, tolerance, place
        self._known: dict[float, Point] = {}

    def at(self, x: float) -> Point:
        """Return what is found at a value, looking there at most once."""
        if x not in self._known:
            self._known[x] = self._look(x)
        return self._known[x]

    def find_roots(self, run: Sequence[Point]) -> list[float]:
        """Return where the mean changes sign between neighbours; those exactly 0 are no sides."""
        ends = [self._end(point.x, _mean) for point in run]
        sides = [end for end in ends if end.y != 0]
        changes = [(a, b) for a, b in pairwise(sides) if sign_of(a.y) != sign_of(b.y)]
        return [self._middle(*self._close_in(a, b, _mean)) for a, b in changes]

    def find_band(self, stretch: Stretch) -> tuple[float | None, float | None]:
        """Return the ends of a stretch; `None` where it reaches the end of the run."""
        low = stretch.before and self._find_edge(stretch.before, stretch.marks[0])
        high = stretch.after and self._find_edge(stretch.after, stretch.marks[-1])
        return low, high

    def _find_edge(self, sure: Mark, unsure: Mark) -> float:
        """Return the last value, from a sure mark on, at which the sign is still sure."""
        read = _low if sure.sign > 0 else _high
        left, right = sorted((sure.x, unsure.x))
        ends = [self._end(x, read) for x in self._between(left, right)]
        ends = ends if sure.x == left else ends[::-1]
        place = max(i for i, end in enumerate(ends) if sign_of(end.y) == sure.sign)
        if place == len(ends) - 1:
            return ends[place].x
        return self._close_in(ends[place], ends[place + 1], read)[0].x

    def _between(self, left: float, right: float) -> list[float]:
        """Return the values with a difference that were looked at so far, both ends included."""
        known = (p.x for p in self._known.values() if p.judged is not None)
        return sorted(x for x in known if left <= x <= right)

    def _close_in(self, a: End, b: End, read: Callable[[Interval], float]) -> tuple[End, End]:
        def read_at(x: float) -> float | None:
            judged = self.at(x).judged
            return None if judged is None else read(judged)

        return close_in(read_at, a, b, self._tolerance, self._place)

    def _end(self, x: float, read: Callable[[Interval], float]) -> End:
        judged = self._known[x].judged
        assert judged is not None
        return End(x, read(judged))

    @staticmethod
    def _middle(a: End, b: End) -> float:
        return (a.x + b.x) / 2


def close_in(
    read: Callable[[float], float | None],
    a: End,
    b: End,
    tolerance: float,
    place: Place = float,
) -> tuple[End, End]:
    """Bring two ends together about a change of sign.

    Parameters
    ----------
    read
        The function; `None` where it has no value: then one stops there.
    a, b
        Two ends at which its signs are not the same, and not 0 at the first.
    tolerance
        How near is near enough.
    place
        From a value to the nearest at which one can look.

    Returns
    -------
    Two ends of the same kind.
    """
    halve = False
    while (width := abs(b.x - a.x)) > tolerance:
        x = place((a.x + b.x) / 2 if halve else _aim(a, b, tolerance))
        y = read(x)
        if y is None:
            break
        if sign_of(y) == sign_of(a.y):
            a = End(x, y)
        else:
            b = End(x, y)
        halve = abs(b.x - a.x) > width / 2
    return a, b


def _aim(a: End, b: End, tolerance: float) -> float:
    """Return where the secant meets 0, a little further towards the middle; or the middle."""
    if math.isinf(a.y) or math.isinf(b.y):
        return (a.x + b.x) / 2
    guess = a.x + (b.x - a.x) * a.y / (a.y - b.y)
    towards = sign_of((a.x + b.x) / 2 - guess)
    return guess + towards * BEYOND * tolerance
