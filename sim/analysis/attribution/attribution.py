"""The result: every measure asked for taken apart, and where it comes from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.analysis.attribution.attributed import Attributed
from sim.results import Provenance, write_frame

if TYPE_CHECKING:
    import pandas as pd


class Attribution(NamedTuple):
    """What each condition does between two designs, with 95 % confidence intervals.

    Attributes
    ----------
    service, seed, replications, days
        What was run: calendar days of arrivals, warm-up included.
    designs
        The two designs; a difference is the second less the first.
    conditions
        The conditions, and practices beside them, in which the two differ.
    same_in_both
        The conditions in which they do not: moving one changes nothing.
    runs
        How many runs that took.
    measures
        Each measure that applies in every run, by its name.
    left_out
        Each other measure, and why it does not apply.
    provenance
        All that is needed to have the same numbers again.
    """

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, str]
    conditions: tuple[str, ...]
    same_in_both: tuple[str, ...]
    runs: int
    measures: dict[str, Attributed]
    left_out: dict[str, str]
    provenance: Provenance

    def to_dict(self) -> dict[str, Any]:
        """Return the whole result as JSON has it; the form is stable and documented."""
        return {
            **self._asdict(),
            "designs": list(self.designs),
            "conditions": list(self.conditions),
            "same_in_both": list(self.same_in_both),
            "measures": {name: measure.to_dict() for name, measure in self.measures.items()},
            "provenance": self.provenance.to_dict(),
        }

    def to_frame(self) -> "pd.DataFrame":
        """Return a tidy table: one row for each number with its interval."""
        from sim.analysis.attribution.frame import build_frame  # pandas is slow to import

        return build_frame(self.measures)

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
