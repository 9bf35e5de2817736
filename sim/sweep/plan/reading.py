"""From what is asked for to factors: found in a scenario, with their ranges, and checked."""

import math
from collections.abc import Iterable, Iterator
from itertools import combinations

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.scenario import Described
from sim.scenario.keys import found
from sim.scenario.places import Place, UnknownKeyError
from sim.sweep.plan.asked import Asked, Range
from sim.sweep.plan.factor import DUMMY, TIMES, Factor, Value, spans_orders
from sim.sweep.plan.ground import Ground, takes_number, takes_whole
from sim.sweep.plan.ranged import COUNT

DUMMY_FACTOR = Factor(DUMMY, DUMMY, 0.0, 1.0, about="Nothing: what it seems to do is noise.")
FACTOR_UNIT = "factor"


def read_factor(asked: Asked, ground: Ground | None) -> Factor:
    """Return a factor of a scenario, or of a model that is no service.

    Raises
    ------
    ScenarioError
        If it cannot be varied so, with all problems at once.
    """
    if ground is None:
        return _with_values(Factor(asked.key, asked.kind, math.nan, math.nan), asked, asked.range)
    try:
        places = ground.find(asked.key.removesuffix(TIMES))
    except UnknownKeyError as error:
        raise ScenarioError(asked.key, [error.args[0]]) from error
    described = [ground.describe(place) for place in places]
    found_there = _describe(asked, places, described[0])
    wanted = asked.range or (None if asked.values else _find_own(asked, described, ground, places))
    factor = _with_values(found_there, asked, wanted)
    problems = list(dict.fromkeys(_find_problems(factor, ground))) if _is_given(asked) else []
    if problems:
        raise ScenarioError(asked.key, problems)
    return factor


def _is_given(asked: Asked) -> bool:
    """Tell whether the caller gave values: an own range was checked with its scenario."""
    return asked.range is not None or asked.values is not None


def _describe(asked: Asked, places: list[Place], item: Described) -> Factor:
    """Return a factor without values."""
    times = asked.key.endswith(TIMES)
    whole = not times and (item.unit == COUNT or any(map(takes_whole, places)))
    unit = FACTOR_UNIT if times else item.unit
    return Factor(
        asked.key,
        asked.kind,
        math.nan,
        math.nan,
        is_whole=whole,
        unit=unit,
        about=item.about,
        places=tuple(places),
    )


def _find_own(
    asked: Asked, described: list[Described], ground: Ground, places: list[Place]
) -> Range:
    """Return the range that the scenario declares for a key, where it is one."""
    key = asked.key
    ranges = {item.plausible for item in described}
    if not all(map(takes_number, places)):
        raise ScenarioError(key, [_ask_for_words(key, ground, places[0])])
    if key.endswith(TIMES):
        times = Message("{key}: multiplies, expected a range, such as 0.8 to 1.2", key=key)
        raise ScenarioError(key, [times])
    if len(ranges) > 1:
        several = Message(
            "{key}: means places with different ranges, expected a range for all of them", key=key
        )
        raise ScenarioError(key, [several])
    (own,) = ranges
    if own is None or own[0] >= own[1]:
        raise ScenarioError(key, [_ask_for_range(key)])
    return Range(*own)


def _ask_for_range(key: str) -> Message:
    return Message(
        "{key}: has no range of its own, expected a lowest and a highest value, or a list", key=key
    )


def _ask_for_words(key: str, ground: Ground, place: Place) -> Message:
    words = ", ".join(ground.list_words(place))
    return Message(
        "{key}: takes words, expected a list of some of them: {words}", key=key, words=words
    )


def _with_values(factor: Factor, asked: Asked, wanted: Range | None) -> Factor:
    """Return a factor with its ends and levels."""
    if asked.values:
        numbers = [value for value in asked.values if not isinstance(value, str)]
        ends = (min(numbers), max(numbers)) if len(numbers) == len(asked.values) else None
        low, high = ends or (math.nan, math.nan)
        return factor._replace(low=low, high=high, levels=asked.values)
    if wanted is None:
        raise ScenarioError(asked.key, [_ask_for_range(asked.key)])
    is_log = spans_orders(wanted.low, wanted.high, factor.is_whole)
    ranged = factor._replace(low=wanted.low, high=wanted.high, is_log=is_log)
    return ranged._replace(levels=spread(ranged, wanted.steps)) if wanted.steps else ranged


def spread(factor: Factor, steps: int) -> tuple[Value, ...]:
    """Return the values that a factor takes in a grid: its levels, or so many, evenly spread."""
    if factor.levels:
        return factor.levels
    return tuple(dict.fromkeys(factor.at(step / (steps - 1)) for step in range(steps)))


def _find_problems(factor: Factor, ground: Ground) -> Iterator[str]:
    """Yield what is wrong with the values of a factor: the ends of its numbers, and each word."""
    words = [value for value in factor.levels if isinstance(value, str)]
    numbers = [value for value in factor.levels if not isinstance(value, str)]
    numbers = numbers or ([] if words else [factor.low, factor.high])
    if numbers and not all(map(takes_number, factor.places)):
        yield _ask_for_words(factor.key, ground, factor.places[0])
        return
    broken = [number for number in numbers if factor.is_whole and number != int(number)]
    for number in broken:
        yield mismatch(factor.key, found(number), Message("a whole number"))
    sound = sorted({*numbers} - {*broken})
    ends: list[Value] = [*sound[:1], *sound[1:][-1:]]
    for value in (*ends, *words):
        yield from ground.find_problems(factor, value)


def find_overlaps(factors: Iterable[Factor]) -> Iterator[Message]:
    """Yield the factors that would set the same place."""
    for one, other in combinations(factors, 2):
        if any(_meet(a, b) for a in one.places for b in other.places):
            yield Message(
                "{key}: means the same as {other}, or a part of it, expected one of the two",
                key=other.key,
                other=one.key,
            )


def _meet(one: Place, other: Place) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
