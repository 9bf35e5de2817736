"""A forecast held against what came: figure by figure, beside the past repeated."""

from math import isfinite, nan
from typing import Any, NamedTuple

from sim.own.estimate import Estimate


class Held(NamedTuple):
    """One figure: as it was forecast, as the past would repeat itself, and as it came.

    Attributes
    ----------
    name
        Of the quantity, as `sim.own.estimate.TITLES` has it.
    forecast
        What the simulation of the first half says.
    repeated
        What the first half itself was.
    observed
        What the second half was, with its interval.
    """

    name: str
    forecast: float
    repeated: float
    observed: Estimate

    @property
    def error(self) -> float:
        """How far off the forecast is, as a part of what came."""
        return _find_error(self.forecast, self.observed.value)

    @property
    def error_of_repeating(self) -> float:
        """How far off it would have been to say that all stays as it was."""
        return _find_error(self.repeated, self.observed.value)

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program; what cannot be said is none."""
        told = {name: getattr(self, name) for name in ("forecast", "repeated", "error")}
        told["error_of_repeating"] = self.error_of_repeating
        numbers = {name: value if isfinite(value) else None for name, value in told.items()}
        return {"name": self.name, **numbers, "observed": self.observed.to_dict()}


def _find_error(said: float, came: float) -> float:
    if not (isfinite(said) and isfinite(came)):
        return nan
    if came == 0:
        return 0.0 if said == 0 else nan
    return abs(said - came) / abs(came)
