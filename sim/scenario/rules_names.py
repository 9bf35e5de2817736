"""Rules about names, texts and what evidence points to."""

import re
from collections.abc import Iterable, Iterator
from math import isfinite

from sim.design import Design
from sim.errors import mismatch
from sim.message import Message
from sim.scenario.contents import texts_of_demand
from sim.scenario.demand import Demand
from sim.scenario.keys import fields, found, unknown, within
from sim.scenario.parse import Parts
from sim.scenario.schema import Evidence, ScenarioFile
from sim.scenario.text import Text

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
NAME = Message("lower-case letters, digits, - and _, a letter first")
OWN_NAME = Message("one that nothing else has")


def check_names(parts: Parts) -> Iterator[Message]:
    """Check that names can be told from each other and from keys, as in ``split.budget``."""
    yield from _check_row("demand", parts.demand, fields(Demand))
    yield from _check_row("designs", parts.designs, {*fields(Design), *fields(ScenarioFile)})
    for name, design in parts.designs.items():
        pools = [function.name for function in design.functions.pools]
        yield from _check_row(f"designs.{name}.functions.pools", pools, ())


def _check_row(key: str, names: Iterable[str], taken: Iterable[str]) -> Iterator[Message]:
    seen = set(taken)
    for name in names:
        had = Message("the name {name}", name=found(name))
        if not _NAME.fullmatch(name):
            yield mismatch(key, had, NAME)
        if name in seen:
            yield mismatch(key, had, OWN_NAME)
        seen.add(name)


def check_texts(parts: Parts) -> Iterator[Message]:
    """Check that no text shown to people is empty."""
    texts: dict[str, Text] = {}
    for name, demand in parts.demand.items():
        texts |= texts_of_demand(f"demand.{name}", demand)
    if parts.service:
        texts |= {"service.title": parts.service.title, "service.about": parts.service.about}
    for key, text in texts.items():
        yield from _check_text(key, text)


def _check_text(key: str, text: Text) -> Iterator[Message]:
    for language in text.spoken:
        if not getattr(text, language).strip():
            yield mismatch(f"{key}.{language}", Message("nothing"), Message("words"))


def check_evidence(parts: Parts) -> Iterator[Message]:
    """Check that evidence is about a design and demand type that exist, and fits itself."""
    for i, evidence in enumerate(parts.evidence):
        key = f"evidence.{i}"
        if parts.whole and evidence.design not in parts.designs:
            yield unknown(f"{key}.design", evidence.design, parts.designs)
        if parts.whole and evidence.compared_with not in {None, *parts.designs}:
            yield unknown(f"{key}.compared_with", str(evidence.compared_with), parts.designs)
        if parts.whole and evidence.demand_type not in {None, *parts.demand}:
            yield unknown(f"{key}.demand_type", str(evidence.demand_type), parts.demand)
        yield from _check_tolerance(key, evidence)


def _check_tolerance(key: str, evidence: Evidence) -> Iterator[Message]:
    low, high = evidence.tolerance
    if not (isfinite(low) and isfinite(high)):
        had = Message("[{low:g}, {high:g}]", low=low, high=high)
        yield mismatch(f"{key}.range", had, Message("finite numbers"))
    elif not low <= evidence.value <= high:
        yield mismatch(f"{key}.is", found(evidence.value), within(low, high))
