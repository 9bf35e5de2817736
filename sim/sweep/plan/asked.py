"""What is asked to be varied: keys, each with a range, with values, or with a range of its own."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeGuard, TypeVar

import numpy as np

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.scenario.keys import found
from sim.sweep.plan.factor import DUMMY, LEVER, UNCERTAINTY, Kind, Value
from sim.sweep.plan.part import write_word

Item = TypeVar("Item")
Read = TypeVar("Read")


class Range(NamedTuple):
    """A range that is given; with steps only so many values of it, evenly spread."""

    low: float
    high: float
    steps: int | None = None


Given = tuple[float, float] | Range | Sequence[Value] | None
"""What a key may be given: a range (a tuple), its only values (a list), or nothing: its own."""
Varied = Sequence[str] | Mapping[str, Given]
"""What is to be varied: keys, each in its own range, or what each is given."""


class Asked(NamedTuple):
    """A key that is to be varied."""

    key: str
    kind: Kind
    range: Range | None = None
    values: tuple[Value, ...] | None = None


def read_asked(levers: Varied, uncertainties: Varied) -> tuple[list[Asked], list[str]]:
    """Return what is to be varied, levers first, and what is wrong with it in itself."""
    given = [*_list(LEVER, levers), *_list(UNCERTAINTY, uncertainties)]
    asked, problems = gather(_read, given)
    keys = [key for _, key, _ in given]
    twice = [key for key in dict.fromkeys(keys) if keys.count(key) > 1]
    return asked, [*map(refuse_twice, twice), *problems]


def gather(read: Callable[[Item], Read], items: Iterable[Item]) -> tuple[list[Read], list[str]]:
    """Return what can be read of some items, and the problems of the others."""
    done: list[Read] = []
    problems: list[str] = []
    for item in items:
        try:
            done.append(read(item))
        except ScenarioError as error:
            problems += error.problems
    return done, problems


def refuse_twice(key: str) -> Message:
    """Say that something was found more than once."""
    return Message("{key}: found more than once, expected it once", key=key)


def _list(kind: Kind, varied: Varied) -> Iterator[tuple[Kind, str, Given]]:
    """List keys with what they are given; a text alone is one key."""
    if isinstance(varied, str):
        varied = [varied]
    for key in varied:
        yield kind, key, varied[key] if isinstance(varied, Mapping) else None


def _read(given: tuple[Kind, str, Given]) -> Asked:
    kind, key, what = given
    if key == DUMMY:
        own = Message("{key}: is the name of what a plan adds itself, expected another", key=key)
        raise ScenarioError(key, [own])
    if what is None:
        return Asked(key, kind)
    if isinstance(what, tuple):
        return Asked(key, kind, range=_read_range(key, what))
    return Asked(key, kind, values=read_values(key, what))


def _read_range(key: str, given: tuple[float | None, ...]) -> Range:
    if len(given) not in (2, 3) or not all(map(is_number, given[:2])):
        raise _refuse(key, Message("a range of two numbers, the lower one first"), given)
    low, high, steps = (
        float(given[0] or 0),
        float(given[1] or 0),
        given[2] if len(given) > 2 else None,
    )
    if not low < high:
        raise _refuse(key, Message("a range of two numbers, the lower one first"), given)
    if steps is not None and (not is_whole(steps) or steps < 2):
        raise ScenarioError(key, [refuse_count(f"{key}: steps", steps, 2)])
    return Range(low, high, None if steps is None else int(steps))


def read_values(key: str, given: Sequence[Value]) -> tuple[Value, ...]:
    """Return values; numbers alone in their order, so that more of a share is never less."""
    if isinstance(given, str) or not given:
        raise _refuse(key, Message("a list of values"), given)
    wrong = [value for value in given if not isinstance(value, str) and not is_number(value)]
    if wrong:
        raise _refuse(key, Message("numbers and words"), wrong)
    values = [value if isinstance(value, str) else float(value) for value in given]
    if len(set(values)) < len(values):
        raise _refuse(key, Message("each value once"), given)
    if len(set(map(write_word, values))) < len(values):
        raise _refuse(key, Message("no number that is among the words as well"), given)
    numbers = [value for value in values if not isinstance(value, str)]
    return tuple(sorted(numbers) if len(numbers) == len(values) else values)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether something is a number that can be varied."""
    if isinstance(value, bool) or not isinstance(value, float | int | np.number):
        return False
    return math.isfinite(value)


def is_whole(value: object) -> TypeGuard[int]:
    """Tell whether something is a whole number."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def refuse_count(name: str, number: object, least: int) -> Message:
    """Say that a whole number is too small, or none."""
    return mismatch(name, found(number), Message("a whole number, at least {least}", least=least))


def _refuse(key: str, expected: Message, given: object) -> ScenarioError:
    shown = ", ".join(map(found, given)) if isinstance(given, list | tuple) else found(given)
    return ScenarioError(key, [mismatch(key, shown or Message("nothing"), expected)])
