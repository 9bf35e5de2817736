"""Mapping files: which column of a log is what, in TOML that a person corrects."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import tomlkit
from pydantic import Field, ValidationError

from sim.design import Frozen
from sim.errors import ScenarioError, mismatch
from sim.files import write_text
from sim.message import Message
from sim.own.mapping import Mapping
from sim.own.times import NUMBERED
from sim.plain_text import cut
from sim.scenario.keys import unknown
from sim.scenario.problems import list_problems
from sim.scenario.reading import parse_toml, read_content


class MappingFile(Frozen):
    """What a mapping file may say."""

    case: str = Field(min_length=1, description="Column of the case.")
    activity: str = Field(min_length=1, description="Column of what was done.")
    time: str = Field(min_length=1, description="Column of when it was done.")
    clock: str | None = Field(
        None, description="Column of the time of day, where the one of when it was done has days."
    )
    start: str | None = Field(None, description="Column of when it was begun.")
    resource: str | None = Field(None, description="Column of who did it.")
    lifecycle: str | None = Field(
        None, description="Column that says of each row: a step starts, or it is complete."
    )
    tz: str = Field("UTC", description="Time zone of times that state none, and of days.")
    time_format: str | None = Field(
        None, description="How times are written, such as %d-%m-%Y %H:%M; left out: ISO 8601."
    )
    asks: tuple[str, ...] = Field((), description="Activities that ask the citizen for something.")
    citizen: tuple[str, ...] = Field((), description="Activities of the citizen.")
    closes: tuple[str, ...] = Field((), description="Activities that close the case.")
    automatic: tuple[str, ...] = Field((), description="Activities and persons that are machines.")
    drop: tuple[str, ...] = Field((), description="Activities that are left out.")
    end: str | None = Field(None, description="The last day that the file tells of.")


HEADING = (
    "What the columns and activities of a log mean. Correct what is wrong.",
    "Names stand here as the file has them; of persons only machines are named.",
)
MISSING = Message(
    "no such file, expected a mapping: requisite own guess FILE --out {path} writes that of a log"
)
LISTS = ("asks", "citizen", "closes", "automatic", "drop")
"""Keys that are written even where they are empty, to be filled in."""


def load_mapping(path: str | Path) -> Mapping:
    """Load a mapping file.

    Raises
    ------
    ScenarioError
        If it cannot be used, with all problems at once.
    """
    if not Path(path).exists():
        raise ScenarioError(str(path), [Message(MISSING.template, path=path)])
    return read_mapping(read_content(Path(path)), str(path))


def read_mapping(content: bytes, where: str) -> Mapping:
    """Read what a mapping file holds.

    Parameters
    ----------
    content
        The TOML.
    where
        What problems name.

    Raises
    ------
    ScenarioError
        If it cannot be used, with all problems at once.
    """
    raw, _ = parse_toml(content, where)
    last, problems = _take_end(raw)
    try:
        file = MappingFile.model_validate(raw)
    except ValidationError as error:
        raise ScenarioError(where, [*list_problems(error, MappingFile), *problems]) from error
    problems += [*_check(file)]
    if problems:
        raise ScenarioError(where, problems)
    return Mapping(**{**file.model_dump(), "end": last})


def _take_end(raw: dict[str, Any]) -> tuple[date | None, list[str]]:
    """Take the last day out of a table; TOML has days of its own, and they may be texts."""
    value = raw.pop("end", None)
    if isinstance(value, datetime):
        value = value.date()
    if value is None or isinstance(value, date):
        return value, []
    try:
        return date.fromisoformat(str(value)), []
    except ValueError:
        wanted = Message("a day, such as 2024-06-30")
        return None, [mismatch("end", f'"{cut(str(value), 40)}"', wanted)]


def _check(file: MappingFile) -> Iterator[str]:
    """Yield what is wrong whatever the log says."""
    if file.tz not in available_timezones():
        yield unknown("tz", file.tz, sorted(available_timezones()))
    if file.time_format is not None and file.time_format not in NUMBERED:
        yield from _check_format(file.time_format)


def _check_format(found: str) -> Iterator[str]:
    wanted = Message(
        "a format such as %d-%m-%Y %H:%M, or one of {numbered}", numbered=", ".join(NUMBERED)
    )
    try:
        moment = datetime(2024, 3, 5, 14, 30)
        is_whole = datetime.strptime(moment.strftime(found), found).date() == moment.date()
    except ValueError:
        is_whole = False
    if not is_whole and "%z" not in found:
        yield mismatch("time_format", f'"{cut(found, 40)}"', wanted)


def build_toml(mapping: Mapping) -> str:
    """Return a mapping as TOML, which `read_mapping` reads back as the same."""
    document = tomlkit.document()
    for line in HEADING:
        document.add(tomlkit.comment(line))
    for key, field in MappingFile.model_fields.items():
        value = getattr(mapping, key)
        if value is None or (value == () and key not in LISTS):
            continue
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(str(field.description)))
        document.add(key, _write(value))
    return tomlkit.dumps(document)


def _write(value: Any) -> Any:
    """Return a value of TOML; a list has a line for each of its texts."""
    if not isinstance(value, tuple):
        return tomlkit.item(value)
    found = tomlkit.array()
    found.extend(value)
    return found.multiline(len(value) > 1)


def write_mapping(mapping: Mapping, path: str | Path, *, overwrite: bool = False) -> None:
    """Write a mapping file.

    Parameters
    ----------
    mapping
        What it says.
    path
        The file.
    overwrite
        Whether to replace a file that is there.

    Raises
    ------
    RunError
        If the file may not be written, or cannot be.
    """
    write_text(path, build_toml(mapping), overwrite=overwrite)
