"""A run that visitors wait for: who they are, how far it is, and what came of it."""

import math
import time
from collections.abc import Hashable
from enum import Enum, auto
from threading import Event
from typing import Any

from sim.web.running.jobs import Job
from sim.web.running.limits import GRACE_S


class State(Enum):
    """Where a run stands."""

    WAITING = auto()
    PREPARING = auto()
    """Its turn has come, and the process is being made ready."""
    RUNNING = auto()
    DONE = auto()


class Place:
    """Where a visitor waits: one whose page is drawn anew waits in two, until the older is left.

    Attributes
    ----------
    visitor
        Who waits.
    """

    def __init__(self, visitor: Hashable) -> None:
        self.visitor = visitor


class SharedRun:
    """A run that one or more visitors wait for.

    Attributes
    ----------
    key, job
        What is asked for, and how it is made. Whoever asks for an equal key shares it.
    state
        Where it stands.
    done, total
        Runs that are made of it, and how many there will be, if that is known.
    started_s
        When its turn came, by the monotonic clock.
    """

    def __init__(self, key: Hashable, job: Job) -> None:
        self.key, self.job = key, job
        self.state = State.WAITING
        self.done = 0
        self.total: int | None = None
        self.started_s = 0.0
        self._places: list[Place] = []
        self._left_s = time.monotonic()
        self._over = Event()
        self._result: Any = None
        self._error: BaseException | None = None

    def join(self, visitor: Hashable) -> Place:
        """Let a visitor wait for it; return the place in which they do, which they leave."""
        place = Place(visitor)
        self._places.append(place)
        return place

    def leave(self, place: Place) -> None:
        """Let nobody wait in a place any longer, unless it is given up already."""
        if place in self._places:
            self._left_s = time.monotonic()
            self._places.remove(place)

    def give_up(self, visitor: Hashable) -> None:
        """Let a visitor want it no more: it need not go on for a moment on their account."""
        self._places = [place for place in self._places if place.visitor != visitor]
        self._left_s = -math.inf

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits for it, or did a moment ago."""
        return bool(self._places) or time.monotonic() - self._left_s < GRACE_S

    @property
    def lasts_s(self) -> float:
        """Seconds since its turn came."""
        return time.monotonic() - self.started_s

    def begin(self, *, is_ready: bool) -> None:
        """Note that its turn has come."""
        self.state = State.RUNNING if is_ready else State.PREPARING
        self.started_s = time.monotonic()

    def tell(self, done: int, total: int | None) -> None:
        """Note how far it is."""
        if self.state is State.PREPARING:
            self.begin(is_ready=True)
        self.done, self.total = done, total

    def put_back(self) -> None:
        """Note that it waits again."""
        self.state, self.done, self.total = State.WAITING, 0, None

    def end(self, result: Any = None, error: BaseException | None = None) -> None:
        """Note what came of it."""
        self._result, self._error = result, error
        self.state = State.DONE
        self._over.set()

    def wait(self, seconds: float) -> bool:
        """Wait a while for its end; tell whether it has come."""
        return self._over.wait(seconds)

    @property
    def result(self) -> Any:
        """What was made.

        Raises
        ------
        RequisiteError
            If it cannot be made as asked.
        """
        if self._error is not None:
            raise self._error
        return self._result
