"""The points of a plan, by its method."""

import math
from collections.abc import Iterator, Sequence
from itertools import product

from sim.message import Message
from sim.sweep.plan.asked import is_whole, refuse_count
from sim.sweep.plan.factor import Factor, Value
from sim.sweep.plan.part import Point
from sim.sweep.plan.reading import DUMMY_FACTOR, spread
from sim.sweep.plan.sampling import (
    FACTORIAL,
    GRID,
    LHS,
    MORRIS,
    SAMPLED,
    SOBOL,
    WITH_DUMMY,
    Method,
    Sampling,
    count_drawn,
    draw_shares,
)

MOST_POINTS = 10_000_000
"""More than can be run; each takes a tenth of a second or so."""
LEAST = {
    GRID: {"steps": 2},
    LHS: {"points": 1},
    SOBOL: {"base": 2},
    MORRIS: {"trajectories": 2, "levels": 2},
}
"""The numbers that a method asks for, and the least of each."""


def with_dummy(method: Method, factors: tuple[Factor, ...]) -> tuple[Factor, ...]:
    """Return the factors that a method varies: the dummy last, where it has one."""
    return (*factors, DUMMY_FACTOR) if method in WITH_DUMMY else factors


def check_sampling(method: Method, sampling: Sampling) -> Iterator[Message]:
    """Yield what is wrong with the numbers that a method is given."""
    given = sampling._asdict()
    wrong = [
        refuse_count(name, given[name], least)
        for name, least in LEAST.get(method, {}).items()
        if not is_whole(given[name]) or given[name] < least
    ]
    yield from wrong
    if method == SOBOL and not wrong and given["base"] & (given["base"] - 1):
        yield Message("base: found {n}, expected a power of two", n=given["base"])
    if method == MORRIS and not wrong and given["levels"] % 2:
        yield Message("levels: found {n}, expected an even number", n=given["levels"])


def check_factors(method: Method, factors: Sequence[Factor]) -> Iterator[Message]:
    """Yield the factors that a method cannot vary."""
    for factor in factors:
        if method == FACTORIAL and factor.levels and len(factor.levels) != 2:
            yield Message(
                "{key}: found {n} values, expected two, as a factorial plan has; a grid takes more",
                key=factor.key,
                n=len(factor.levels),
            )


def count_points(method: Method, factors: Sequence[Factor], sampling: Sampling) -> int:
    """Return how many points there will be, before they are."""
    if method in SAMPLED:
        return count_drawn(method, len(factors), sampling)
    return math.prod(len(levels) for levels in _list_levels(method, factors, sampling))


def choose_points(
    method: Method, factors: Sequence[Factor], sampling: Sampling, seed: int
) -> tuple[Point, ...]:
    """Return the points: values in the order of the factors."""
    if method not in SAMPLED:
        return tuple(product(*_list_levels(method, factors, sampling)))
    shares = draw_shares(method, len(factors), sampling, seed)
    columns = [
        [factor.at(share) for share in column]
        for factor, column in zip(factors, shares.T.tolist(), strict=True)
    ]
    return tuple(zip(*columns, strict=True))


def _list_levels(
    method: Method, factors: Sequence[Factor], sampling: Sampling
) -> list[tuple[Value, ...]]:
    """Return the values of each factor: in a grid several, in a factorial plan two."""
    steps = sampling.steps or 2
    return [spread(factor, steps if method == GRID else 2) for factor in factors]
