"""What a file is taken for: which column is what, what its activities are, what it cannot say."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.message import Message
from sim.own.caselog import CaseLog
from sim.own.guessing.activities import RoleGuess, guess_roles
from sim.own.guessing.caveats import Caveat, find_caveats, put_worst_first
from sim.own.guessing.clocks import put_clock
from sim.own.guessing.columns import Columns, find_columns
from sim.own.guessing.machines import find_machines
from sim.own.guessing.profile import profile_column
from sim.own.guessing.vocabulary import find_language
from sim.own.guessing.zones import Zone, find_zone
from sim.own.logs import build_caselog, give_roles
from sim.own.mapping import Mapping
from sim.own.reading import Table


class Guess(NamedTuple):
    """What a file is taken for.

    Attributes
    ----------
    mapping
        Which column is what, and what its activities are.
    log
        The case log that this gives.
    why
        By key of the mapping ("case", "tz"), why it was taken.
    roles
        Activities and persons that are not plain work, and why.
    warnings
        What the file cannot say, the worst first.
    language
        The code of the language of its words; "" if that is not known.
    """

    mapping: Mapping
    log: CaseLog
    why: dict[str, Message]
    roles: tuple[RoleGuess, ...]
    warnings: tuple[Caveat, ...]
    language: str


def guess(table: Table) -> Guess:
    """Guess which column is what, what activities are, and find what the file cannot say.

    Parameters
    ----------
    table
        As it was read.

    Raises
    ------
    ScenarioError
        If it has no column of cases, of activities or of times, or too many of its rows are no
        steps.
    """
    profiles = [profile_column(table, name) for name in table.columns]
    columns = put_clock(table, find_columns(profiles, table.name), profiles)
    language = find_language([*table.columns, *set(columns.activity.cells)])
    zone = find_zone(columns.time.cells, _code_of(columns), language)
    mapping = _build_mapping(columns, zone)
    log = build_caselog(table, mapping)
    roles = _find_roles(log)
    mapping = _with_roles(mapping, roles)
    log = give_roles(log, mapping)
    return Guess(
        mapping,
        log,
        {**columns.why, "tz": zone.why},
        roles,
        put_worst_first((*find_caveats(table, mapping, log), *_tell_doubts(columns, zone))),
        language,
    )


def _code_of(columns: Columns) -> str | None:
    return None if columns.time.times is None else columns.time.times.code


def _build_mapping(columns: Columns, zone: Zone) -> Mapping:
    return Mapping(
        case=columns.case.name,
        activity=columns.activity.name,
        time=columns.time.name,
        clock=columns.clock and columns.clock.name,
        start=columns.start and columns.start.name,
        resource=columns.resource and columns.resource.name,
        lifecycle=columns.lifecycle and columns.lifecycle.name,
        tz=zone.name,
        time_format=_code_of(columns),
    )


def _find_roles(log: CaseLog) -> tuple[RoleGuess, ...]:
    """Return activities and persons that are not plain work; a name has one role."""
    found = (*guess_roles(log), *find_machines(log))
    return tuple({one.name: one for one in reversed(found)}.values())[::-1]


def _with_roles(mapping: Mapping, roles: tuple[RoleGuess, ...]) -> Mapping:
    def names(role: str) -> tuple[str, ...]:
        return tuple(one.name for one in roles if one.role == role)

    return mapping._replace(
        asks=names("asks"),
        closes=names("closes"),
        citizen=names("citizen"),
        automatic=names("automatic"),
    )


def _tell_doubts(columns: Columns, zone: Zone) -> Iterator[Caveat]:
    """Yield what was assumed of the times, and could be otherwise."""
    times = columns.time.times
    if times is not None and times.is_undecidable:
        text = Message(
            "{column}: no day is after the 12th, so day and month could be the other way round; "
            "{format} is assumed. If it is wrong, correct time_format in the mapping",
            column=columns.time.name,
            format=times.code,
        )
        yield Caveat("undecidable", text)
    if zone.is_assumed:
        text = Message(
            "time zone {zone}, {why}. If it is wrong, correct tz in the mapping",
            zone=zone.name,
            why=zone.why,
        )
        yield Caveat("zone", text)
    if columns.unlike is not None:
        text = Message(
            "{column}: its times are not written as those of {time} are, so it is not used",
            column=columns.unlike.name,
            time=columns.time.name,
        )
        yield Caveat("unlike", text)
