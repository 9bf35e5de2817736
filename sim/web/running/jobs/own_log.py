"""A log that a visitor has sent: read and understood as far as it can be; none of it is kept."""

import gzip
from typing import NamedTuple

from sim.analysis import RunSettings
from sim.errors import ScenarioError
from sim.message import Message
from sim.own.caselog import UNKNOWN_US, CaseLog
from sim.own.clock import find_time_cells
from sim.own.guessing import find_caveats, guess
from sim.own.guessing.time_formats import ENOUGH, find_time_format
from sim.own.logs import build_caselog
from sim.own.mapping import Mapping
from sim.own.reading import Table, read_table
from sim.own.simulated import simulate_caselog
from sim.own.times import read_times
from sim.own.waits import Waits, measure_waits
from sim.own.writing import pack_csv
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s

S_PER_BYTE = 1e-5
"""Processor time for each packed byte of a log, measured on CSV; rather more than it takes."""
LOOKED_AT = 2_000
"""Times by which it is found how times are written."""
MOST_NAMES = 1_000
"""Activities and persons that can be chosen from: who has more has a wrong column."""


class OwnLog(NamedTuple):
    """What was understood of a file."""

    mapping: Mapping
    why: dict[str, Message]
    """Why it is so, by key of the mapping, where it was guessed."""
    warnings: tuple[Message, ...]
    """What the file cannot say."""
    columns: tuple[str, ...]
    activities: tuple[str, ...]
    persons: tuple[str, ...]
    """Names that stand in the columns of the mapping."""
    log: CaseLog | None
    """`None` where none can be built so."""
    problems: tuple[str, ...]
    """Why not."""


class ReadLog(NamedTuple):
    """The reading of a file, with a mapping, or with one that is guessed."""

    name: str
    content: bytes
    mapping: Mapping | None = None

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return 1.0 + S_PER_BYTE * len(self.content)

    def make(self, _on_progress: Progress) -> OwnLog:
        """Read it."""
        table = read_table(self.content, self.name)
        mapping = self.mapping and _find_format(table, self.mapping)
        try:
            if mapping is None:
                return _guess(table)
            log = build_caselog(table, mapping)
            caveats = find_caveats(table, mapping, log)
        except ScenarioError as error:
            mapping = mapping or _take_any(table)
            return _describe(table, mapping)._replace(problems=tuple(error.problems))
        told = tuple(one.text for one in caveats)
        return _describe(table, mapping)._replace(log=log, warnings=told)


def _guess(table: Table) -> OwnLog:
    guessed = guess(table)
    told = tuple(one.text for one in guessed.warnings)
    found = _describe(table, guessed.mapping)
    return found._replace(why=guessed.why, warnings=told, log=guessed.log)


def _take_any(table: Table) -> Mapping:
    """Return a mapping to be corrected, where none can be guessed."""
    case, activity, time, *_ = (*table.columns, *3 * table.columns[-1:])
    return Mapping(case, activity, time)


def _find_format(table: Table, mapping: Mapping) -> Mapping:
    """Return a mapping with the format in which the column of times is written, if that is seen.

    The one that it has stays if it fits: it may have been found on more cells than are looked at.
    """
    if not {mapping.time, mapping.clock or mapping.time} <= set(table.columns):
        return mapping
    cells = find_time_cells(table, mapping).head(LOOKED_AT)
    times = read_times(cells, mapping.time_format, "UTC")
    if (times != UNKNOWN_US).mean() >= ENOUGH:
        return mapping
    found = find_time_format(cells.tolist())
    return mapping if found is None else mapping._replace(time_format=found.code)


def _describe(table: Table, mapping: Mapping) -> OwnLog:
    activities, persons = (
        _list_names(table, column) for column in (mapping.activity, mapping.resource)
    )
    return OwnLog(mapping, {}, (), table.columns, activities, persons, None, ())


class MeasureWaits(NamedTuple):
    """For whom the cases of a log wait."""

    log: CaseLog

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return 1.0 + 1e-5 * len(self.log.case)

    def make(self, _on_progress: Progress) -> Waits:
        """Measure it."""
        return measure_waits(self.log)


class SimulateLog(NamedTuple):
    """A simulated log as a file, for who has none."""

    scenario: Scenario
    design: str
    days: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=2)
        return 2.0 + expect_s(self.scenario, 1, settings)

    def make(self, _on_progress: Progress) -> bytes:
        """Simulate and write it."""
        log = simulate_caselog(self.scenario, self.design, days=self.days)
        return gzip.compress(pack_csv(log), compresslevel=1)


def _list_names(table: Table, column: str | None) -> tuple[str, ...]:
    if column is None or column not in table.columns:
        return ()
    names = table.frame[column].str.strip().unique().tolist()
    return tuple(name for name in names if name)[:MOST_NAMES]
