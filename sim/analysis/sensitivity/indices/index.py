"""The result: indices of each factor, with intervals, beside what noise alone yields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from sim.analysis.sensitivity.result import SensitivityResult
from sim.results import Interval
from sim.sweep.plan.factor import DUMMY

FIRST, TOTAL = "first", "total"
MU, MU_STAR, SIGMA = "mu", "mu_star", "sigma"


class FactorIndex(NamedTuple):
    """One index of one factor."""

    factor: str
    kind: str
    """Lever, uncertainty or dummy."""
    statistic: str
    """`first` or `total` (Sobol); `mu`, `mu_star` or `sigma` (Morris)."""
    value: float
    low: float | None
    high: float | None
    """The ends of its 95 % interval; `None` where it has none."""
    floor: float
    """What noise alone may yield of this index."""
    is_told: bool | None
    """Whether its interval lies above that; `None` where it has no interval."""

    @property
    def interval(self) -> Interval:
        """The index with its interval; without one, its value thrice."""
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        return Interval(self.value, low, high)


@dataclass(frozen=True)
class Indices(SensitivityResult):
    """Indices of each factor.

    Attributes
    ----------
    about
        What they are about: they are of the mean over replications.
    kind
        `sobol` or `morris`.
    indices
        Every index of every factor, in the order of the factors.
    noise
        By index, what luck alone would yield of it if it fell anew at each point, found from
        replications; `None` where there is one replication only.
    """

    ANALYSIS: ClassVar[str] = "indices"
    COLUMNS = FactorIndex._fields
    TYPES: ClassVar[Mapping[str, Any]] = MappingProxyType(
        {"low": "float64", "high": "float64", "is_told": "boolean"}
    )

    kind: str
    indices: tuple[FactorIndex, ...]
    noise: dict[str, float | None]

    def of(self, statistic: str) -> dict[str, FactorIndex]:
        """Return one index of all factors, by their key."""
        return {one.factor: one for one in self.indices if one.statistic == statistic}

    def list_rows(self) -> Iterator[FactorIndex]:
        """List the rows: one for each index of each factor."""
        yield from self.indices


class Estimate(NamedTuple):
    """An index of all factors, in their order, each with half of its interval's length."""

    statistic: str
    values: list[float]
    half_widths: list[float]
    noise: float | None


def judge(factors: Sequence[tuple[str, str]], estimate: Estimate) -> Iterator[FactorIndex]:
    """Hold an index of each factor against noise: that of the dummy, and that of luck.

    Parameters
    ----------
    factors
        Key and kind of each.
    estimate
        The index.
    """
    ends = list(zip(factors, estimate.values, estimate.half_widths, strict=True))
    dummies = [value + half for (_, kind), value, half in ends if kind == DUMMY]
    floor = max((*dummies, estimate.noise or 0.0, 0.0))
    for (key, kind), value, half in ends:
        low, high, name = value - half, value + half, estimate.statistic
        yield FactorIndex(key, kind, name, value, low, high, floor, bool(low > floor))
