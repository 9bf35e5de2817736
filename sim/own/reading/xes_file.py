"""Event logs in XES (IEEE 1849): a trace for each case, an event for each step.

Only the attributes that stand directly in a trace or an event are read: those of a trace as columns
``case:KEY``, those of an event as ``KEY``.
"""

from typing import TYPE_CHECKING

from sim.message import Message
from sim.own.reading.limits import MOST_CELL, MOST_DEPTH, check_shape, refuse
from sim.own.reading.table import LONGEST_NAME, OnProgress, Table
from sim.own.reading.xml_guard import XmlGuard

if TYPE_CHECKING:
    import pandas as pd

VALUES = frozenset(("string", "date", "int", "float", "boolean", "id"))
"""Elements that are an attribute with a value."""
LOG, TRACE, EVENT, OF_CASE = "log", "trace", "event", "case:"
AT_LOG, AT_TRACE, AT_EVENT = 1, 2, 3
"""How deep each stands."""
CHECKED_EVERY = 10_000


class _Events(XmlGuard):
    """Takes the events of a log, a column for each key; no two equal texts are kept."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows, self.root = 0, ""
        self.columns: dict[str, list[str]] = {}
        self._texts: dict[str, str] = {}
        self._of_case: dict[str, str] = {}
        self._of_event: dict[str, str] = {}
        self._taken: dict[str, str] | None = None
        self._taken_at = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Take what begins: a trace, an event, or an attribute of it."""
        self.depth = depth = self.depth + 1
        if depth == self._taken_at and self._taken is not None and "value" in attributes:
            self._take(attributes)
        elif depth <= AT_EVENT and tag not in VALUES:
            self._enter(tag.rpartition(":")[2], depth)
        elif depth > MOST_DEPTH:
            super().begin(tag, attributes)

    def _enter(self, tag: str, depth: int) -> None:
        if depth == AT_LOG:
            self.root = tag
        elif depth == AT_TRACE and tag == TRACE:
            self._of_case = self._taken = {}
            self._taken_at = AT_TRACE + 1
        elif depth == AT_EVENT and tag == EVENT and self._taken_at:
            self._of_event = self._taken = {}
            self._taken_at = AT_EVENT + 1

    def _take(self, attributes: dict[str, str]) -> None:
        value, key = attributes["value"], attributes.get("key", "")
        if len(value) > MOST_CELL or len(key) > LONGEST_NAME:
            long = Message("found a value of more than {most} characters", most=MOST_CELL)
            raise self.refuse(long)
        if self._taken is not None:
            self._taken[key] = self._texts.setdefault(value, value)

    def end(self, _tag: str) -> None:
        """Keep an event that ends."""
        depth = self.depth
        self.depth = depth - 1
        if depth > AT_EVENT or depth >= self._taken_at:
            return
        if depth == AT_EVENT:
            self._keep()
            self._taken, self._taken_at = self._of_case, AT_TRACE + 1
        elif depth == AT_TRACE:
            self._taken, self._taken_at = None, 0

    def _keep(self) -> None:
        rows, columns = self.rows, self.columns
        for key, value in self._of_event.items():
            self._put(key, value, rows, columns)
        for key, value in self._of_case.items():
            self._put(OF_CASE + key, value, rows, columns)
        self.rows = rows + 1
        if not rows % CHECKED_EVERY:
            check_shape(self.name, rows, len(columns))

    def _put(self, key: str, value: str, rows: int, columns: dict[str, list[str]]) -> None:
        column = columns.get(key)
        if column is None:
            check_shape(self.name, rows, len(columns) + 1)
            column = columns[key] = []
        if len(column) < rows:
            column.extend([""] * (rows - len(column)))
        if len(column) == rows:
            column.append(value)

    def build_frame(self) -> "pd.DataFrame":
        """Return the events as a table, and let go of them."""
        import pandas as pd

        found = {}
        for key in list(self.columns):
            column = self.columns.pop(key)
            column.extend([""] * (self.rows - len(column)))
            found[key] = pd.Series(column, index=range(1, self.rows + 1), dtype=str)
        return pd.DataFrame(found)


def read_xes(content: bytes, name: str, tell: OnProgress) -> Table:
    """Read an event log in XES.

    Raises
    ------
    ScenarioError
        If it is none, or holds no event, a document type, or more than can be held.
    """
    events = _Events(name)
    events.read(content, tell)
    if events.root != LOG:
        raise refuse(name, Message("found XML that is no event log, expected XES: <log> first"))
    if not events.rows:
        raise refuse(name, Message("found no event in it, expected one for each step of a case"))
    check_shape(name, events.rows, len(events.columns))
    frame = events.build_frame()
    return Table(name, tuple(frame.columns), frame, "xes", "xml")
