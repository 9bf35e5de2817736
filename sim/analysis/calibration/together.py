"""Searching shared constants together with what each service has of its own.

Given the shared constants, services do not meet: the loss of each hangs on its own quantities
alone. So each generation of the search has two steps. First everything moves at once, and the sum
over the services judges; then what a service has of its own moves alone, and that service judges.

The moves are those of adaptive differential evolution (Zhang & Sanderson 2009,
doi 10.1109/TEVC.2009.2014613: current-to-pbest/1, without its archive and its adaptation): towards
one of the best, and by the difference of two others, so that what has to change together does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.calibration.sharing import Part
from sim.analysis.calibration.trial import Free, Tried

Shares = NDArray[np.float64]
"""How far through its range each of some quantities lies."""
Places = Callable[[Sequence[Free], int, np.random.Generator], Shares]
"""Places so many candidates in the ranges of quantities, a row for each."""
BEST_SHARE = 0.25
"""The part of the population that counts as the best."""
FACTOR = (0.4, 0.9)
"""Least and largest part of a difference that is moved by."""
CROSSOVER = 0.7
"""Chance of each quantity to move."""


class Trial(NamedTuple):
    """Values to be tried in one service."""

    part: Part
    values: tuple[float, ...]
    """Of the shared constants that are searched."""
    own: tuple[float, ...]
    """Of what the service has of its own."""


TryAll = Callable[[Sequence[Trial]], list[Tried]]
"""Tries all of some values, side by side where it can; returns what each gave."""


class Joint(NamedTuple):
    """A candidate: shared constants, and for each service what it has of its own."""

    shared: Shares
    own: dict[str, Shares]
    tried: dict[str, Tried]
    """What it gave in each service."""

    def loss_in(self, names: Sequence[str]) -> float:
        """Return what is made small, over some services."""
        return fsum(self.tried[name].bounded_loss for name in names)

    def within_in(self, names: Sequence[str]) -> int:
        """Return how many figures of some services lie within their tolerance."""
        return sum(self.tried[name].within for name in names)


@dataclass(frozen=True)
class Search:
    """A search of shared constants over some services; it leaves the candidates it is given alone.

    Attributes
    ----------
    shared
        The shared constants that are free.
    parts
        The services.
    try_all
        Tries values in services.
    rng
        Decides every move.
    """

    shared: tuple[Free, ...]
    parts: tuple[Part, ...]
    try_all: TryAll
    rng: np.random.Generator

    @property
    def names(self) -> list[str]:
        """Names of the services."""
        return [part.name for part in self.parts]

    def without(self, name: str) -> "Search":
        """Return the search over the other services."""
        return replace(self, parts=tuple(part for part in self.parts if part.name != name))

    def only(self, name: str) -> "Search":
        """Return the search over one service alone."""
        return replace(self, parts=tuple(part for part in self.parts if part.name == name))

    def takes(self, free: Free) -> bool:
        """Tell whether some service of it takes a shared constant."""
        return any(free.key == taken.key for part in self.parts for taken in part.shared)

    def begin(self, population: int, place: Places) -> list[Joint]:
        """Try the candidates that a search begins with.

        Parameters
        ----------
        population
            How many.
        place
            Where they lie in the ranges.
        """
        shared = place(self.shared, population, self.rng)
        own = {part.name: place(part.own, population, self.rng) for part in self.parts}
        return self.try_joints(
            [
                (shared[row], {name: of[row] for name, of in own.items()})
                for row in range(population)
            ]
        )

    def move_together(self, members: Sequence[Joint]) -> list[Joint]:
        """Move everything at once; whoever is better in the sum over the services stays."""
        losses = [member.loss_in(self.names) for member in members]
        places = np.array([self._join(member) for member in members])
        moves = [self._split(self._move(places, losses, place)) for place in range(len(members))]
        pairs = zip(members, self.try_joints(moves), losses, strict=True)
        return [new if new.loss_in(self.names) <= loss else old for old, new, loss in pairs]

    def move_own(self, members: Sequence[Joint]) -> list[Joint]:
        """Move what each service has of its own; whoever is better in that service stays."""
        moves = [
            (part, place, own)
            for part in self.parts
            if part.own
            for place, own in enumerate(self._move_part(part, members))
        ]
        trials = [self._build_trial(part, members[place].shared, own) for part, place, own in moves]
        moved = list(members)
        for (part, place, own), tried in zip(moves, self.try_all(trials), strict=True):
            if tried.bounded_loss <= moved[place].tried[part.name].bounded_loss:
                moved[place] = _put(moved[place], part.name, own, tried)
        return moved

    def _move_part(self, part: Part, members: Sequence[Joint]) -> list[Shares]:
        """Return where the own quantities of a service move to, for each member."""
        losses = [member.tried[part.name].bounded_loss for member in members]
        places = np.array([member.own[part.name] for member in members])
        return [self._move(places, losses, place) for place in range(len(members))]

    def try_joints(self, moves: Sequence[tuple[Shares, dict[str, Shares]]]) -> list[Joint]:
        """Try candidates in every service."""
        trials = [
            self._build_trial(part, shared, own[part.name])
            for shared, own in moves
            for part in self.parts
        ]
        tried, size = self.try_all(trials), len(self.parts)
        return [
            Joint(shared, own, dict(zip(self.names, tried[nth * size :], strict=False)))
            for nth, (shared, own) in enumerate(moves)
        ]

    def _build_trial(self, part: Part, shared: Shares, own: Shares) -> Trial:
        return Trial(part, values_at(self.shared, shared), values_at(part.own, own))

    def _move(self, places: Shares, losses: Sequence[float], place: int) -> Shares:
        """Return where one member moves to: half-way to the end of a range that it would leave."""
        here, count = places[place], len(losses)
        best = self.rng.choice(np.argsort(losses)[: max(round(BEST_SHARE * count), 1)])
        one, other = self.rng.choice(np.delete(np.arange(count), place), 2, replace=False)
        factor = self.rng.uniform(*FACTOR)
        towards = here + factor * (places[best] - here) + factor * (places[one] - places[other])
        kept = self.rng.random(here.size) >= CROSSOVER
        kept[self.rng.integers(here.size)] = False
        inside = np.where(towards < 0, here / 2, np.where(towards > 1, (1 + here) / 2, towards))
        moved: Shares = np.where(kept, here, inside)
        return moved

    def _join(self, member: Joint) -> Shares:
        return np.concatenate([member.shared, *(member.own[name] for name in self.names)])

    def _split(self, joined: Shares) -> tuple[Shares, dict[str, Shares]]:
        ends = np.cumsum([len(self.shared), *(len(part.own) for part in self.parts)])
        shared, *own = np.split(joined, ends[:-1])
        return shared, dict(zip(self.names, own, strict=True))


def values_at(free: Sequence[Free], shares: Shares) -> tuple[float, ...]:
    """Return the values of quantities at shares of their ranges."""
    return tuple(quantity.at(share) for quantity, share in zip(free, shares, strict=True))


def _put(member: Joint, name: str, own: Shares, tried: Tried) -> Joint:
    """Return a candidate with other own quantities in one service."""
    return Joint(member.shared, {**member.own, name: own}, {**member.tried, name: tried})
