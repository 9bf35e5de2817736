"""A tape of random bytes from which a service is read: each byte picks one of a few values.

One tape rather than a strategy for each number: Hypothesis varies most examples of many draws only
here and there, so that few of them are truly different services. A tape is drawn as a whole, and
still shrinks byte by byte. Byte 0 picks the first value, which is the plainest: what is left of a
service on which two engines differ is what they differ about.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from tests.builders import Raw, q

Value = TypeVar("Value")
Values = Sequence[float]


class Tape:
    """Bytes that are read one after the other; beyond the end they are 0."""

    def __init__(self, written: bytes) -> None:
        """Begin at the first byte."""
        self._bytes = iter(written)

    def pick(self, values: Sequence[Value]) -> Value:
        """Pick one of some values."""
        return values[next(self._bytes, 0) % len(values)]

    def part(self, length: int) -> "Tape":
        """Cut off the next bytes, so that what is read from them leaves the rest in its place."""
        return Tape(bytes(next(self._bytes, 0) for _ in range(length)))

    def table(self, numbers: Mapping[str, Values]) -> Raw:
        """Pick a quantity for each key."""
        return {key: q(self.pick(values)) for key, values in numbers.items()}

    def shares(self, parts: int) -> list[float]:
        """Pick shares that add up to 1, some of them maybe 0."""
        weights = [self.pick((1, 2, 0, 4)) for _ in range(parts)]
        weights[0] += not any(weights)
        return [weight / sum(weights) for weight in weights]

    def heads(self, people: int, places: int) -> list[float]:
        """Share so many people out to so many places, with at least one of them in each."""
        counts = [1] * places
        for _ in range(people - places):
            counts[self.pick(range(places))] += 1
        return [count / people for count in counts]
