"""From a raw table to a scenario, or to all of its problems at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from sim.design import Design
from sim.errors import mismatch
from sim.message import Message
from sim.scenario.demand import Demand
from sim.scenario.keys import Key, dotted, expected, fields, found, is_table, kind_at, nearest
from sim.scenario.rules_raw import check_texts
from sim.scenario.schema import (
    Costs,
    Evidence,
    Loops,
    OpeningHours,
    ScenarioFile,
    Service,
    Shock,
    Staff,
)

Part = TypeVar("Part")
Raw = dict[str, Any]
"""A scenario as it stands in its file."""


@dataclass(frozen=True)
class Parts:
    """The parts of a scenario that hold no problem of their own; others are `None` or left out.

    The rules that join several keys are looked at on these, so that they are reported in one go
    with a misspelt key elsewhere.
    """

    service: Service | None = None
    calendar: OpeningHours | None = None
    staff: Staff | None = None
    costs: Costs | None = None
    loops: Loops | None = None
    demand: dict[str, Demand] = field(default_factory=dict)
    designs: dict[str, Design] = field(default_factory=dict)
    shock: tuple[Shock, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: dict[str, str] | None = None
    whole: ScenarioFile | None = None


def parse(raw: Raw) -> tuple[Parts, list[str]]:
    """Read a raw table by the schema.

    Returns
    -------
    The parts that could be read, and one line for each problem of the rest.
    """
    texts: list[str] = list(check_texts(raw))
    try:
        scenario = ScenarioFile.model_validate(raw)
    except ValidationError as error:
        return _sound_parts(raw), [*texts, *describe_problems(error)]
    return parts_of(scenario), texts


def parts_of(scenario: ScenarioFile) -> Parts:
    """Return the parts of a scenario that could be read as a whole."""
    return Parts(**dict(scenario), whole=scenario)


def _sound_parts(raw: Raw) -> Parts:
    return Parts(
        service=_read(Service, raw.get("service")),
        calendar=_read(OpeningHours, raw.get("calendar")),
        staff=_read(Staff, raw.get("staff")),
        costs=_read(Costs, raw.get("costs")),
        loops=_read(Loops, raw.get("loops", {})),
        demand=_read_each(Demand, raw.get("demand")),
        designs=_read_each(Design, raw.get("designs")),
        shock=_read(tuple[Shock, ...], raw.get("shock", ())) or (),
        evidence=_read(tuple[Evidence, ...], raw.get("evidence", ())) or (),
        sources=_read(dict[str, str], raw.get("sources", {})),
    )


def _read(kind: type[Part], raw: object) -> Part | None:
    try:
        return TypeAdapter(kind).validate_python(raw)
    except ValidationError:
        return None


def _read_each(kind: type[Part], raw: object) -> dict[str, Part]:
    tables = raw if isinstance(raw, dict) else {}
    parts = {name: _read(kind, table) for name, table in tables.items()}
    return {name: part for name, part in parts.items() if part is not None}


def describe_problems(error: ValidationError) -> list[str]:
    """Return one line for each problem: key, what was found, what is expected."""
    return [_line(details["loc"], details) for details in error.errors()]


def _line(keys: Sequence[Key], details: ErrorDetails) -> Message:
    key = dotted(keys) or Message("the file")
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            wanted = expected(kind_at(ScenarioFile, keys))
            return Message("{key}: missing, expected {expected}", key=key, expected=wanted)
        case "extra_forbidden":
            return Message("{key}: unknown key, {hint}", key=key, hint=_nearest_key(keys))
        case "value_error":
            return Message("{key}: {problem}", key=key, problem=context["error"].args[0])
    return mismatch(key, found(details["input"]), _expected(keys, details))


def _expected(keys: Sequence[Key], details: ErrorDetails) -> Message:
    context = details.get("ctx", {})
    match details["type"]:
        case "greater_than":
            return Message("more than {bound}", bound=context["gt"])
        case "less_than_equal":
            return Message("at most {bound}", bound=context["le"])
        case "too_short":
            return Message("at least {count} in it", count=context["min_length"])
        case "string_pattern_mismatch":
            return Message("lower-case letters, digits and hyphens, a letter first")
    return expected(kind_at(ScenarioFile, keys))


def _nearest_key(keys: Sequence[Key]) -> Message:
    above = kind_at(ScenarioFile, keys[:-1])
    return nearest(str(keys[-1]), fields(above) if is_table(above) else ())
