"""What has happened over many runs, so that no mechanism goes untried.

Events and their words are read off the logs. What a log does not say in so many words, such as
which moment brought something about or how a job ended, is noted as the reference engine does it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.engines.order import Moment
from sim.engines.reference.rules import queues
from sim.engines.reference.simulate import MODEL
from sim.engines.rules import Outcome, Priority
from sim.eventlog import Cause, Event, EventLog, Job
from tests.agreement.difference import NAMED_STEPS


def _word(member: IntEnum) -> str:
    """What a thing is called: as numbers, a moment and a cause are equal."""
    return f"{type(member).__name__}.{member.name}"


def _words(kind: Event, steps: Iterable[IntEnum]) -> set[str]:
    return {f"{_word(kind)} {_word(step)}" for step in steps}


VISITS = {Job.VISIT, Job.EXTRA_VISIT}
NEVER = frozenset(
    word
    for event, jobs in (
        (Event.LAY_ASIDE, VISITS),
        (Event.GO_ON, VISITS),
        (Event.MISS, set(Job) - {Job.VISIT}),
        (Event.HANG_UP, set(Job) - {Job.CALL, Job.INTAKE}),
        (Event.WITHDRAW, {Job.CALL, *VISITS}),
    )
    for word in _words(event, jobs)
)
"""What cannot happen: a visit is made to its end, nothing else has a window, only calls are hung
up, and only cases are withdrawn."""
EXPECTED = frozenset(
    {_word(member) for names in (Moment, Outcome, Priority, Event, Cause) for member in names}
    | {word for kind, steps in NAMED_STEPS.items() for word in _words(kind, steps)} - NEVER
)
"""All that can happen: every moment, every end of a job, every event with every word it has."""


def in_log(log: EventLog) -> set[str]:
    """All that can be read off a log."""
    found = {*map(_word, _members(Event, log.kind)), *map(_word, _members(Cause, log.cause))}
    for kind, steps in NAMED_STEPS.items():
        found |= _words(kind, _members(steps, log.of_kind(kind).step))
    return found


def _members(names: type[IntEnum], numbers: NDArray[np.int64]) -> set[IntEnum]:
    known = {member.value for member in names}
    return {names(number) for number in set(numbers.tolist()) & known}


@contextmanager
def noting(note: Counter[str]) -> Iterator[None]:
    """Note each moment, end of a job and class of a queue while the reference engine runs."""
    with pytest.MonkeyPatch.context() as patch:
        for table in (MODEL.happens, MODEL.follows):
            for name, follow in table.items():
                patch.setitem(table, name, _noted(note, _word(name), follow))
        patch.setattr(queues, "class_of", _noted_class(note, queues.class_of))
        yield


def _noted(note: Counter[str], name: str, follow: Callable[..., None]) -> Callable[..., None]:
    def noted(*about: Any) -> None:
        note[name] += 1
        follow(*about)

    return noted


def _noted_class(note: Counter[str], class_of: Callable[..., Priority]) -> Callable[..., Priority]:
    def noted(*about: Any) -> Priority:
        priority = class_of(*about)
        note[_word(priority)] += 1
        return priority

    return noted
