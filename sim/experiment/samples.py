"""What replications yield: for each measure a value of each run, or why there is none."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.experiment.cells import CellRun, Readings, Scope, Wanted
from sim.experiment.intervals import Values, build_known_interval, find_unseen
from sim.measures import Scale
from sim.message import Message
from sim.results import Interval

DOES_NOT_APPLY = Message("it does not apply")


class Sample(NamedTuple):
    """One measure in every run: arrays of shape (replications, cells)."""

    values: Values
    """Its values; NaN where it does not apply."""
    reasons: NDArray[Any]
    """Why it does not; `None` where it does."""
    wholes: Values | None = None
    """Of how many each value is a part; NaN where that is not known."""

    def interval_of(self, place: int, scale: Scale) -> Interval | None:
        """Return the mean of one cell with its interval; `None` if too few runs have a value."""
        return build_known_interval(self.values[:, place], scale, self._wholes_of(place))

    def difference(self, scale: Scale, places: tuple[int, int] = (0, 1)) -> Interval | None:
        """Return how much larger it is in the second of two cells than in the first.

        Where neither saw an event, each may have as many as its own interval allows.
        """
        first, second = self.values[:, places].T
        paired = build_known_interval(second - first)
        less, more = (self._find_unseen(place, scale) for place in places)
        if paired is None or not more or not less or paired.mean:
            return paired
        if first[0]:
            more, less = less, more
        return Interval(0.0, -less, more)

    def _find_unseen(self, place: int, scale: Scale) -> float:
        wholes = self._wholes_of(place)
        return 0.0 if wholes is None else find_unseen(self.values[:, place], scale, wholes)

    def _wholes_of(self, place: int) -> Values | None:
        return None if self.wholes is None else self.wholes[:, place]

    def first(self, replications: int) -> "Sample":
        """Return its first replications."""
        values, reasons, wholes = self
        cut = None if wholes is None else wholes[:replications]
        return Sample(values[:replications], reasons[:replications], cut)

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
                name: Sample(
                    np.full(shape, np.nan), np.full(shape, None, object), np.full(shape, np.nan)
                )
                for name in names
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
                    if reading.whole is not None and sample.wholes is not None:
                        sample.wholes[place] = reading.whole

    def first(self, replications: int, scope: Scope = None) -> dict[str, Sample]:
        """Return the samples of the first replications, by measure."""
        by_measure = self._by_scope[scope].items()
        return {name: sample.first(replications) for name, sample in by_measure}
