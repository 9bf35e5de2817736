"""A log by kind of event, so that each fold reads its own rows only."""

from typing import NamedTuple

import numpy as np

from sim.eventlog import KINDS, Event, EventLog
from sim.ledger.tables import Whole


class Grouped(NamedTuple):
    """A log with the rows of a kind together, in their order."""

    log: EventLog
    """The rows."""
    row: Whole
    """Which row of the log as it happened each one is."""
    start: Whole
    """Where each kind begins, and where the last one ends."""

    def of(self, kind: Event) -> EventLog:
        """Return the rows of one kind."""
        return EventLog(*(column[self._slice(kind)] for column in self.log))

    def rows_of(self, kind: Event) -> Whole:
        """Return which rows of the log those of one kind are."""
        return self.row[self._slice(kind)]

    def among(self, kinds: tuple[Event, ...]) -> EventLog:
        """Return the rows of several kinds, in the order of the log."""
        parts = [self.of(kind) for kind in kinds]
        order = np.argsort(np.concatenate([self.rows_of(kind) for kind in kinds]))
        columns = zip(*parts, strict=True)
        return EventLog(*(np.concatenate(column)[order] for column in columns))

    def _slice(self, kind: Event) -> slice:
        return slice(int(self.start[kind]), int(self.start[kind + 1]))


def group(log: EventLog) -> Grouped:
    """Bring the rows of each kind together."""
    # Eight bits are enough for the kinds, and let NumPy sort by radix.
    row = np.argsort(log.kind.astype(np.uint8), kind="stable")
    start = np.searchsorted(log.kind[row], np.arange(KINDS + 1))
    return Grouped(EventLog(*(column[row] for column in log)), row, start)
