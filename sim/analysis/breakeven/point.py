"""The two designs at one value of a quantity."""

from typing import Any, NamedTuple

from sim.results import Interval


class Point(NamedTuple):
    """A measure in two designs at one value of the quantity that is varied.

    Attributes
    ----------
    x
        The value.
    first, second
        The measure in either design; `None` where it does not apply.
    difference
        Second less first, of the same citizens with the same luck.
    reason
        Why the measure does not apply, or not in every replication; otherwise `None`.
    """

    x: float
    first: Interval | None
    second: Interval | None
    difference: Interval | None
    reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        intervals = {name: getattr(self, name) for name in ("first", "second", "difference")}
        found = {name: value and value.to_dict() for name, value in intervals.items()}
        about = {} if self.reason is None else {"reason": self.reason}
        return {"x": self.x, **found, **about}


def sign_of(number: float) -> int:
    """Return -1, 0 or 1."""
    return (number > 0) - (number < 0)


def sure_sign_of(difference: Interval) -> int:
    """Return the sign of a difference whose interval leaves 0 on one side, otherwise 0."""
    return sign_of(difference.mean) if difference.low > 0 or difference.high < 0 else 0
