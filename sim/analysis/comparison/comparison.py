"""The result of comparing two designs: every measure in both, the difference, and its origin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.experiment import SIGNS, Busiest, Settling
from sim.message import Message
from sim.results import NOTHING, Interval, Json, Provenance, Result, as_json

TOLD_ALWAYS = (*SIGNS, "utilisation")
"""Measures that are told of a design that does not settle: they are how one sees it."""
DOES_NOT_SETTLE = Message(
    "a design that does not settle has no mean: it depends on how long one looks"
)


class Compared(NamedTuple):
    """One measure in two designs."""

    unit: str
    """Unit, with the scenario's currency filled in."""
    title: str
    """Name shown to people."""
    better: str | None
    """Which way is better, as the measure says."""
    first: Interval | None
    second: Interval | None
    """The measure in either design; `None` where it does not apply."""
    difference: Interval | None
    """Second less first, of the same citizens with the same luck."""
    reason: str | None
    """Why it does not apply, or not in every replication; otherwise `None`."""

    def keep(self, first: bool, second: bool) -> "Compared":
        """Return it without the mean of a design that is not to be told."""
        if first and second:
            return self
        return self._replace(
            first=self.first if first else None,
            second=self.second if second else None,
            difference=None,
            reason=DOES_NOT_SETTLE,
        )


@dataclass(frozen=True)
class Comparison(Result):
    """Two designs side by side, with 95 % confidence intervals.

    Attributes
    ----------
    service, seed, replications, days
        What was run: calendar days of arrivals, warm-up included.
    designs
        The two designs; a difference is the second less the first.
    measures
        Each measure by its name.
    by_demand_type
        The same for each demand type, of the measures that make sense for one alone.
    busiest
        The busiest pool of each of the two designs; `None` where there is only one.
    settling
        Whether each of the two designs settles; if one does not, its means are no findings.
    provenance
        All that is needed to have the same numbers again.
    break_even_wage
        By what all wages of the second design are to be multiplied for both to cost the same per
        citizen helped; `None` where that was not measured.
    staff
        Members of staff of each of the two designs, where they do not have as many; or `None`.
    """

    COLUMNS = ("measure", "unit", "demand_type", "design", "mean", "low", "high", "reason")
    """Of the table. `demand_type` is empty for all citizens; `design` may be "difference"."""

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, str]
    measures: dict[str, Compared]
    by_demand_type: dict[str, dict[str, Compared]]
    busiest: tuple[Busiest | None, Busiest | None]
    settling: tuple[Settling, Settling]
    provenance: Provenance
    break_even_wage: Interval | None = None
    staff: tuple[int, int] | None = None

    @property
    def settles(self) -> bool:
        """Whether both designs do."""
        return all(found.settles for found in self.settling)

    def tell(self, demand_type: str | None = None) -> dict[str, Compared]:
        """Return the measures that people are told: no means of a design that does not settle."""
        measures = self.measures if demand_type is None else self.by_demand_type[demand_type]
        keeps = [found.settles for found in self.settling]
        return {
            name: compared if name in TOLD_ALWAYS else compared.keep(*keeps)
            for name, compared in measures.items()
        }

    def to_dict(self) -> Json:
        """Return the whole result as JSON has it; the form is stable and documented."""
        measures = {name: self._measure_dict(name) for name in self.measures}
        settling = dict(zip(self.designs, self.settling, strict=True))
        busiest = dict(zip(self.designs, self.busiest, strict=True))
        found: Json = as_json(
            {**vars(self), "measures": measures, "settling": settling, "busiest": busiest}
        )
        del found["by_demand_type"]
        return found

    def _measure_dict(self, name: str) -> Json:
        compared = self.measures[name]
        types = self.by_demand_type.items()
        by_type = {t: self._pair_dict(of_type[name]) for t, of_type in types if name in of_type}
        return {"unit": compared.unit, **self._pair_dict(compared), "by_demand_type": by_type}

    def _pair_dict(self, compared: Compared) -> Json:
        pair: Json = as_json(self._columns(compared))
        return pair if compared.reason is None else {**pair, "reason": compared.reason}

    def _columns(self, compared: Compared) -> dict[str, Interval | None]:
        first, second = self.designs
        intervals = (compared.first, compared.second, compared.difference)
        return dict(zip((first, second, "difference"), intervals, strict=True))

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each measure, demand type and design or difference."""
        for name, compared in self.measures.items():
            yield from self._rows_of(name, None, compared)
            for demand_type, of_type in self.by_demand_type.items():
                if name in of_type:
                    yield from self._rows_of(name, demand_type, of_type[name])

    def _rows_of(
        self, name: str, demand_type: str | None, compared: Compared
    ) -> Iterator[tuple[Any, ...]]:
        for column, interval in self._columns(compared).items():
            yield name, compared.unit, demand_type, column, *(interval or NOTHING), compared.reason
