"""A mean with its confidence interval."""

from typing import NamedTuple


class Interval(NamedTuple):
    """A mean over replications, and the ends of its 95 % confidence interval."""

    mean: float
    low: float
    high: float

    @property
    def half_width(self) -> float:
        """Half of the distance between the ends."""
        return (self.high - self.low) / 2

    @property
    def sure_sign(self) -> int:
        """The sign of the mean where the interval leaves 0 on one side: -1 or 1; otherwise 0."""
        return (self.low > 0) - (self.high < 0)

    def to_dict(self) -> dict[str, float]:
        """Return it as JSON has it."""
        return self._asdict()
