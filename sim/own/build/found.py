"""What is known of a service, of which a scenario is built."""

from collections.abc import Mapping
from math import inf, isfinite, nan
from types import MappingProxyType
from typing import NamedTuple

from sim.design.quantity import FITTED
from sim.own.build.lying import WEEK_DAYS, Open
from sim.own.build.quantities import LOG, Table, round_off, state_measured
from sim.own.estimate import Estimate
from sim.own.waits import Ender


class Known(NamedTuple):
    """What a log, and what else there is, tells of a service.

    Attributes
    ----------
    estimates
        By the names of `sim.own.estimate.TITLES`.
    waited
        Days of a case by what ends them.
    sources
        What the estimates rest on, in words that find it, by the key of the source of each. The key
        begins with "measured".
    pick_up_median_days
        Half of the waits that another person ends are shorter.
    begun_by_citizen
        Share of the cases whose first step is the citizen's.
    keys
        The key of the source of each estimate that is not the log's, by its name.
    """

    estimates: dict[str, Estimate]
    waited: dict[Ender, Estimate]
    sources: dict[str, str]
    pick_up_median_days: float = nan
    begun_by_citizen: float = 0.0
    keys: Mapping[str, str] = MappingProxyType({})

    def value(self, name: str, otherwise: float = 0.0) -> float:
        """Return an estimate's value; where the data cannot say it, something else."""
        found = self.estimates.get(name)
        return found.value if found is not None and isfinite(found.value) else otherwise

    def has(self, name: str) -> bool:
        """Tell whether the data say something of a quantity."""
        found = self.estimates.get(name)
        return found is not None and isfinite(found.value)

    @property
    def open(self) -> Open:
        """When the service is open."""
        return Open(
            min(max(round(self.value("days_per_week", 5)), 1), WEEK_DAYS),
            round_off(min(max(self.value("opens_hour", 8), 0.0), 23.0)),
            round_off(min(max(self.value("hours_per_day", 8), 1.0), 24.0)),
        )

    def days(self, ender: Ender) -> float:
        """Return the days of a case that end so; 0 where the data cannot say it."""
        found = self.waited.get(ender)
        return found.value if found is not None and isfinite(found.value) else 0.0

    def source(self, name: str) -> str:
        """Return the key of what a quantity rests on."""
        return self.keys.get(name, LOG)

    def state(self, name: str, otherwise: Table, *, least: float = 0.0, most: float = inf) -> Table:
        """Return a quantity as it was measured; `otherwise` where the data cannot say it."""
        found = self.estimates.get(name)
        return state_measured(found, otherwise, least=least, most=most, source=self.source(name))

    def is_fitted(self, name: str) -> bool:
        """Tell whether a quantity was replaced by what fits."""
        return self.source(name) == FITTED

    def with_others(self, estimates: Mapping[str, Estimate], key: str) -> "Known":
        """Return what is known, with estimates from elsewhere in place of the log's.

        Parameters
        ----------
        estimates
            By name; what they cannot say either stays as it was.
        key
            Of their source.
        """
        said = {name: one for name, one in estimates.items() if isfinite(one.value)}
        keys = {**self.keys, **dict.fromkeys(said, key)}
        return self._replace(estimates=self.estimates | said, keys=keys)

    def citing(self, key: str, source: str) -> "Known":
        """Return what is known, with one more source."""
        return self._replace(sources={**self.sources, key: source})

    def with_fitted(self, values: Mapping[str, float]) -> "Known":
        """Return what is known, with some quantities replaced by what fits."""
        fitted = {name: Estimate(name, value, nan, nan, 0) for name, value in values.items()}
        return self.with_others(fitted, FITTED)
