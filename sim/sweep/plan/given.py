"""What a plan file gives each key: its own range, a range, or the only values."""

from collections.abc import Mapping
from typing import Any

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.scenario.keys import found
from sim.sweep.plan.asked import Given, Range, gather
from sim.sweep.plan.schema import read_span

OWN = "own"
"""Stands for a key's own range."""


def read_varied(table: str, raw: Mapping[str, Any]) -> tuple[dict[str, Given], list[str]]:
    """Return what each key is given, and what is wrong with it."""
    given, problems = gather(lambda pair: (pair[0], _read_given(table, *pair)), raw.items())
    return dict(given), problems


def _read_given(table: str, key: str, raw: Any) -> Given:
    if raw == OWN:
        return None
    if isinstance(raw, list):
        return raw
    if not isinstance(raw, dict):
        wanted = Message('"own", a list of values, or a table with low and high')
        raise ScenarioError(key, [mismatch(f"{table}.{key}", found(raw), wanted)])
    span, problems = read_span(raw)
    if span is None:
        lines = [Message("{key}: {problem}", key=f"{table}.{key}", problem=p) for p in problems]
        raise ScenarioError(key, [*lines])
    return Range(span.low, span.high, span.steps)
