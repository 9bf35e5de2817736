"""What replications yield: for each measure a value of each run, or why there is none."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.experiment.cells import CellRun, Readings, Scope, Wanted
from sim.experiment.intervals import Values
from sim.message import Message

DOES_NOT_APPLY = Message("it does not apply")


class Sample(NamedTuple):
    """One measure in every run: arrays of shape (replications, cells)."""

    values: Values
    """Its values; NaN where it does not apply."""
    reasons: NDArray[Any]
    """Why it does not; `None` where it does."""

    def of(self, place: int) -> tuple[Values, str | None]:
        """Return the values of one cell, and the first reason why it does not apply."""
        reason = next((reason for reason in self.reasons[:, place] if reason), None)
        return self.values[:, place], reason

    def known(self, place: int) -> list[float]:
        """Return the values of one cell in the replications in which it applies."""
        of_cell = self.values[:, place]
        found: list[float] = of_cell[~np.isnan(of_cell)].tolist()
        return found

    def find_reason(self) -> str | None:
        """Say why it does not apply, and in how many runs if not in all of a cell."""
        missing = np.isnan(self.values)
        if not missing.any():
            return None
        reason: str = self.reasons.T[missing.T][0]
        if (missing.all(axis=0) | ~missing.any(axis=0)).all():
            return reason
        return self.say_in_how_many(reason)

    def say_in_how_many(self, reason: str) -> str:
        """Say in how many runs it does not apply, if not in all."""
        count, runs = int(np.isnan(self.values).sum()), self.values.size
        if count == runs:
            return reason
        return Message(
            "{reason} (in {count} of {runs} runs)", reason=reason, count=count, runs=runs
        )


class Samples:
    """The samples of all measures that are wanted, filled as runs get done.

    There will be so many replications of so many cells, at most.
    """

    def __init__(self, wanted: Wanted, replications: int, cells: int) -> None:
        shape = (replications, cells)
        self._by_scope = {
            scope: {
                name: Sample(np.full(shape, np.nan), np.full(shape, None, object)) for name in names
            }
            for scope, names in wanted.items()
        }

    def put(self, run: CellRun, readings: Readings) -> None:
        """Keep what was measured of a run."""
        place = run.replication, run.place
        for scope, by_measure in readings.items():
            for name, reading in by_measure.items():
                sample = self._by_scope[scope][name]
                if reading.value is None:
                    sample.reasons[place] = reading.reason or DOES_NOT_APPLY
                else:
                    sample.values[place] = reading.value

    def first(self, replications: int, scope: Scope = None) -> dict[str, Sample]:
        """Return the samples of the first replications, by measure."""
        by_measure = self._by_scope[scope].items()
        return {name: Sample(v[:replications], r[:replications]) for name, (v, r) in by_measure}
