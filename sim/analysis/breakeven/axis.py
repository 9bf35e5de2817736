"""A quantity that is varied: which places of the scenario it is, and from where to where."""

from typing import Any, NamedTuple


class Axis(NamedTuple):
    """A quantity that is varied.

    Attributes
    ----------
    key
        Its key, as a change has it.
    low, high
        From where to where it is varied.
    own
        The scenario's own value; the mean, where the key stands for several places. `None` where
        a place has none.
    unit, about
        Its unit, and what it means.
    places
        How many places of the scenario the key stands for.
    is_proportional
        Whether these hold different values: then all are multiplied by one factor, so that their
        proportions stay, and what is shown is their mean.
    """

    key: str
    low: float
    high: float
    own: float | None
    unit: str
    about: str
    places: int
    is_proportional: bool

    @property
    def name(self) -> str:
        """The quantity as a sentence has it: the last word, if it is of all demand."""
        first, *rest = self.key.split(".")
        return rest[0].replace("_", " ") if first == "demand" and len(rest) == 1 else self.key

    def change_to(self, value: float) -> str:
        """Return the change that brings the quantity to a value."""
        if self.is_proportional and self.own:
            return f"{self.key}*={value / self.own!r}"
        return f"{self.key}={value!r}"

    def grid(self, count: int) -> list[float]:
        """Return values evenly over the range, and the scenario's own if it lies between them."""
        step = (self.high - self.low) / (count - 1)
        even = [*(self.low + place * step for place in range(count - 1)), self.high]
        if self.own is None or not self.low < self.own < self.high:
            return even
        far = [x for x in even if abs(x - self.own) > self.tolerance or x in (self.low, self.high)]
        return sorted({*far, self.own})

    @property
    def tolerance(self) -> float:
        """How well a crossing is to be known."""
        return (self.high - self.low) / 1_000

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return self._asdict()
