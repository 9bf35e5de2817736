"""The result of comparing two designs: every measure in both, the difference, and its origin."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.results.compared import Compared
from sim.results.parquet import write_frame
from sim.results.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd

Json = dict[str, Any]


@dataclass(frozen=True)
class Comparison:
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
    provenance
        All that is needed to have the same numbers again.
    """

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, str]
    measures: dict[str, Compared]
    by_demand_type: dict[str, dict[str, Compared]]
    provenance: Provenance

    def to_dict(self) -> Json:
        """Return the whole result as JSON has it; the form is stable and documented."""
        return {
            "service": self.service,
            "seed": self.seed,
            "replications": self.replications,
            "days": self.days,
            "designs": list(self.designs),
            "measures": {name: self._measure_dict(name) for name in self.measures},
            "provenance": self.provenance.to_dict(),
        }

    def _measure_dict(self, name: str) -> Json:
        compared = self.measures[name]
        types = self.by_demand_type.items()
        by_type = {t: self._pair_dict(of_type[name]) for t, of_type in types if name in of_type}
        return {
            "unit": compared.unit,
            **self._pair_dict(compared),
            "by_demand_type": by_type,
        }

    def _pair_dict(self, compared: Compared) -> Json:
        intervals = zip(
            (*self.designs, "difference"),
            (compared.first, compared.second, compared.difference),
            strict=True,
        )
        pair: Json = {name: value and value.to_dict() for name, value in intervals}
        return pair if compared.reason is None else {**pair, "reason": compared.reason}

    def to_frame(self) -> "pd.DataFrame":
        """Return a tidy table: one row for each measure, demand type and design or difference."""
        from sim.results.frame import build_frame  # pandas is slow to import

        return build_frame(self.designs, self.measures, self.by_demand_type)

    def write_parquet(self, path: str | Path, *, overwrite: bool = False) -> None:
        """Write the tidy table to a Parquet file, with its provenance in the metadata.

        Parameters
        ----------
        path
            The file.
        overwrite
            Whether to replace a file that is there.

        Raises
        ------
        RunError
            If there is one and it is not to be replaced, or the file cannot be written.
        """
        about = {"provenance": self.provenance.to_dict()}
        write_frame(self.to_frame(), path, overwrite=overwrite, about=about)
