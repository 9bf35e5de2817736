"""What stands at each key of a scenario, in words, for whoever shows it or has it changed."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple, get_args

from pydantic.fields import FieldInfo

from sim.design import Frozen, Quantity
from sim.scenario.keys import bare, origin, possible
from sim.scenario.schema import Evidence, ScenarioFile

Bounds = tuple[float, float]
MONEY = "currency"
"""Unit of every amount of money, whatever a scenario counts it in."""


class Described(NamedTuple):
    """One number or word of a scenario, with what it means."""

    key: str
    """Dotted key, as it is written in a change."""
    about: str
    """What it means."""
    part_of: str
    """Name of the function or other listed entry that it belongs to; empty for most."""
    unit: str
    """Its unit; of money the code of its currency; empty for a word."""
    value: float | str | None
    """The number or word; `None` where a key that may be left out is."""
    possible: Bounds | None = None
    """Lowest and highest number that is accepted; `None` for a word."""
    plausible: Bounds | None = None
    """Lowest and highest plausible number, where the scenario gives them."""
    choices: tuple[str, ...] = ()
    """The words to choose from; empty for a number."""
    optional: bool = False
    """Whether it may be left out."""
    source: str = ""
    """Where it comes from: a key of the sources, or a general word; empty for a word."""
    source_text: str = ""
    """That source in the words of the scenario; empty for a general word."""


def describe_keys(scenario: ScenarioFile, below: str = "") -> list[Described]:
    """Describe every quantity and every choice of words of a scenario, in the order of its file.

    Below a dotted key, such as ``designs.split.purpose``, only those of that table.
    """
    everything = _describe_table(scenario, "", "", scenario.sources)
    asked = (item for item in everything if not below or item.key.startswith(f"{below}."))
    currency = scenario.service.currency
    return [item._replace(unit=currency) if item.unit == MONEY else item for item in asked]


def _describe_table(
    table: Frozen, key: str, part_of: str, sources: dict[str, str]
) -> Iterator[Described]:
    for name, field in type(table).model_fields.items():
        place = f"{key}.{name}" if key else name
        value = getattr(table, name)
        if bare(field.annotation) is Quantity:
            yield _describe_quantity(place, part_of, field, value, sources)
        elif origin(field.annotation) is Literal:
            about, choices = field.description or "", get_args(field.annotation)
            yield Described(place, about, part_of, "", value, choices=choices)
        else:
            yield from _describe_below(value, place, part_of, sources)


def _describe_below(
    value: object, key: str, part_of: str, sources: dict[str, str]
) -> Iterator[Described]:
    if isinstance(value, Frozen) and not isinstance(value, Evidence):
        yield from _describe_table(value, key, part_of, sources)
    elif isinstance(value, dict):
        below = (_describe_below(item, f"{key}.{k}", part_of, sources) for k, item in value.items())
        yield from chain.from_iterable(below)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _describe_below(item, f"{key}.{i}", getattr(item, "name", ""), sources)


def _describe_quantity(
    key: str, part_of: str, field: FieldInfo, quantity: Quantity | None, sources: dict[str, str]
) -> Described:
    bounds = possible(field)
    source = quantity.source if quantity else ""
    return Described(
        key=key,
        about=field.description or "",
        part_of=part_of,
        unit=bounds.unit if bounds else "",
        value=quantity.value if quantity else None,
        possible=bounds and (bounds.low, bounds.high),
        plausible=quantity.plausible if quantity else None,
        optional=type(None) in get_args(field.annotation),
        source=source,
        source_text=sources.get(source, ""),
    )
