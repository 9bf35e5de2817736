"""From a table and what its columns mean to a case log."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
from numpy.typing import NDArray

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.own.caselog import UNKNOWN, UNKNOWN_US, CaseLog, Role
from sim.own.clock import find_time_cells
from sim.own.lifecycle import find_completes, find_starts, pair
from sim.own.mapping import Mapping
from sim.own.reading import Table
from sim.own.times import find_local, read_times
from sim.own.unreadable import find_too_many, find_unreadable, is_blank
from sim.scenario.keys import unknown

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("case", "activity", "time", "clock", "start", "resource", "lifecycle")
ROLES = {
    "asks": Role.ASK,
    "citizen": Role.CITIZEN,
    "closes": Role.CLOSE,
    "automatic": Role.AUTOMATIC,
}
"""Which role the activities have that stand under a key of a mapping."""


def build_caselog(table: Table, mapping: Mapping) -> CaseLog:
    """Build the case log of a table.

    Rows that lack a case, an activity or a time are left out where they are few (see
    `sim.own.unreadable`); `sim.own.guessing` tells how many. An activity of which one row says that
    it starts and another that it is complete is one step.

    Parameters
    ----------
    table
        The table.
    mapping
        What its columns and activities mean.

    Raises
    ------
    ScenarioError
        If the two do not fit, or too many rows are no steps, with all problems at once.
    """
    _refuse(table, list(_check_mapping(table, mapping)))
    times = read_times(find_time_cells(table, mapping), mapping.time_format, mapping.tz)
    unreadable = find_unreadable(table, mapping, times)
    _refuse(table, find_too_many(unreadable, table.rows))
    steps = _read_steps(table, mapping, times)
    problems = _check_steps(steps, mapping)
    if not len(steps.case):
        problems = _tell_none(_read_steps(table, mapping._replace(end=None), times), mapping)
    _refuse(table, [*_check_dropped(table, mapping), *problems])
    return _sort(steps, mapping)


def _refuse(table: Table, problems: Sequence[str]) -> None:
    if problems:
        raise ScenarioError(table.name, list(problems))


def _check_mapping(table: Table, mapping: Mapping) -> Iterator[Message]:
    """Yield what a mapping says that its table does not have, or says twice."""
    for key in COLUMNS:
        name = getattr(mapping, key)
        if name is not None and name not in table.columns:
            yield unknown(key, name, table.columns)
    if mapping.tz not in available_timezones():
        yield unknown("tz", mapping.tz, sorted(available_timezones()))
    yield from _find_twice((key, getattr(mapping, key)) for key in COLUMNS)
    yield from _find_twice((key, name) for key in ROLES for name in getattr(mapping, key))


def _find_twice(named: Iterable[tuple[str, str | None]]) -> Iterator[Message]:
    """Yield names that stand under two keys."""
    taken: dict[str, str] = {}
    for key, name in named:
        if name is not None and taken.setdefault(name, key) != key:
            yield Message(
                "{name}: found under {one} and {other}, expected under one of the two",
                name=name,
                one=taken[name],
                other=key,
            )


class _Steps(NamedTuple):
    """Steps in the order of the file, with names still to be numbered by their cases' order."""

    case: NDArray[np.int64]
    activity: NDArray[np.int64]
    person: NDArray[np.int64]
    end_us: NDArray[np.int64]
    start_us: NDArray[np.int64]
    case_names: tuple[str, ...]
    activity_names: tuple[str, ...]
    person_names: tuple[str, ...]


def _read_steps(table: Table, mapping: Mapping, times: NDArray[np.int64]) -> _Steps:
    """Return the rows that are steps."""
    frame = table.frame
    keep = times != UNKNOWN_US
    for name in (mapping.case, mapping.activity):
        keep &= ~is_blank(frame[name])
    keep &= ~frame[mapping.activity].str.strip().isin(mapping.drop).to_numpy(dtype=bool)
    if mapping.end is not None:
        keep &= times < find_end_of_day(mapping.end, mapping.tz)
    starts = _read_starts(table, mapping, times, keep)
    if mapping.lifecycle is not None:
        keep &= find_completes(frame[mapping.lifecycle])
    return _number_steps(frame[keep], mapping, times[keep], starts[keep])


def _read_starts(
    table: Table, mapping: Mapping, times: NDArray[np.int64], keep: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return when the step of each row started, where that is told."""
    if mapping.start is not None:
        return read_times(table.frame[mapping.start], mapping.time_format, mapping.tz)
    if mapping.lifecycle is None:
        return np.full(table.rows, UNKNOWN_US, np.int64)
    words = table.frame[mapping.lifecycle]
    case, _ = _factorize(table.frame[mapping.case])
    activity, names = _factorize(table.frame[mapping.activity])
    step = case * len(names) + activity
    starts, completes = find_starts(words) & keep, find_completes(words) & keep
    return pair(step, times, starts, completes, UNKNOWN_US)


def find_end_of_day(day: date, tz: str) -> int:
    """Return when a day ends in a time zone (microseconds since 1970)."""
    import pandas as pd

    midnight = pd.Timestamp(day + timedelta(days=1)).tz_localize(
        ZoneInfo(tz), nonexistent="shift_forward", ambiguous=True
    )
    return int(midnight.tz_convert("UTC").tz_localize(None).as_unit("us").asm8.astype(np.int64))


def _number_steps(
    frame: "pd.DataFrame",
    mapping: Mapping,
    end_us: NDArray[np.int64],
    start_us: NDArray[np.int64],
) -> _Steps:
    case, case_names = _factorize(frame[mapping.case])
    activity, activity_names = _factorize(frame[mapping.activity])
    if mapping.resource is None:
        person, person_names = np.full(len(frame), UNKNOWN, np.int64), tuple[str, ...]()
    else:
        person, person_names = _factorize(frame[mapping.resource])
    return _Steps(
        case, activity, person, end_us, start_us, case_names, activity_names, person_names
    )


def _factorize(cells: "pd.Series[str]") -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Return cells as numbers, in the order in which they come, and their names; -1 if empty."""
    import pandas as pd

    text = cells.str.strip()
    codes, names = pd.factorize(text.mask(text == ""))
    return codes.astype(np.int64), tuple(map(str, names))


def _check_dropped(table: Table, mapping: Mapping) -> Iterator[Message]:
    """Yield names of activities to be left out that a file does not have."""
    if mapping.drop:
        _, known = _factorize(table.frame[mapping.activity])
        for name in mapping.drop:
            if name not in known:
                yield unknown("drop", name, known)


def _tell_none(steps: _Steps, mapping: Mapping) -> Iterator[Message]:
    """Yield why there is no step: the log ends before the first one, or none is left."""
    if mapping.end is None or not len(steps.case):
        yield Message("found no step that is complete and not dropped, expected one or more")
        return
    first = find_local(steps.end_us.min(keepdims=True), mapping.tz).astype("datetime64[us]")
    day = str(first.astype("datetime64[D]")[0])
    wanted = Message("the day of the first step, {day}, or a later one", day=day)
    yield mismatch("end", mapping.end.isoformat(), wanted)


def _check_steps(steps: _Steps, mapping: Mapping) -> Iterator[Message]:
    """Yield what does not fit between the names of a mapping and those of a file."""
    for key in ROLES:
        known = steps.activity_names + (steps.person_names if key == "automatic" else ())
        for name in getattr(mapping, key):
            if name not in known:
                yield unknown(key, name, known if key != "automatic" else steps.activity_names)


def _sort(steps: _Steps, mapping: Mapping) -> CaseLog:
    """Return the log: cases by their first step, steps by their end, ties as the file has them."""
    first = np.full(len(steps.case_names), np.iinfo(np.int64).max)
    np.minimum.at(first, steps.case, steps.end_us)
    by_first = np.argsort(first, kind="stable")
    rank = np.empty(len(by_first), np.int64)
    rank[by_first] = np.arange(len(by_first))
    case = rank[steps.case]
    order = np.lexsort((np.arange(len(case)), steps.end_us, case))
    ends_us = int(steps.end_us.max())
    if mapping.end is not None:
        ends_us = find_end_of_day(mapping.end, mapping.tz) - 1  # the last moment of that day
    log = CaseLog(
        case=case[order].astype(np.int32),
        activity=steps.activity[order].astype(np.int32),
        person=steps.person[order].astype(np.int32),
        end_us=steps.end_us[order],
        start_us=steps.start_us[order],
        role=np.zeros(len(steps.activity_names), np.int8),
        is_machine=np.zeros(len(steps.person_names), bool),
        case_names=tuple(steps.case_names[at] for at in by_first.tolist()),
        activity_names=steps.activity_names,
        person_names=steps.person_names,
        zone=mapping.tz,
        ends_us=ends_us,
    )
    return give_roles(log, mapping)


def give_roles(log: CaseLog, mapping: Mapping) -> CaseLog:
    """Return a log with the roles of activities, and the machines, that a mapping names."""
    roles = {name: role for key, role in ROLES.items() for name in getattr(mapping, key)}
    automatic = frozenset(mapping.automatic)
    return log._replace(
        role=np.array([roles.get(name, Role.WORK) for name in log.activity_names], np.int8),
        is_machine=np.array([name in automatic for name in log.person_names], bool),
    )
