"""Quantities of a scenario as people read them: short labels, values with their unit, choices."""

import re

from sim.message import Message
from sim.scenario import Described
from sim.words.basis import SOURCE_KINDS
from sim.words.language import say
from sim.words.numbers import SHARE, SPACE, decimals_typed, write_decimal, write_percent

COUNT, FACTOR = "count", "factor"

NONE = Message("none")
CHOICES = {
    "kind.case": Message("one-off cases"),
    "kind.visits": Message("recurrent visits"),
    "content_shape.lognormal": Message("lognormal"),
    "content_shape.gamma": Message("gamma"),
    "done.activity": Message("the activity finished"),
    "done.need": Message("the need met"),
    "clock.arrival": Message("at arrival"),
    "clock.complete": Message("once information is complete"),
    "order.arrival": Message("as it comes"),
    "order.deadline": Message("what can still meet its deadline first"),
}
"""What a key may be set to where it takes a word: its last part, and the word."""

_END_OF_LABEL = re.compile(r"[.:;] ")


def label_quantity(item: Described) -> str:
    """Return a quantity's name for a slider: the beginning of what it means, and its unit."""
    label = _END_OF_LABEL.split(say(item.about))[0].removesuffix(".")
    unit = {SHARE: "%", COUNT: "", "": ""}.get(item.unit, say(item.unit))
    if unit and not label.lower().startswith(unit.split()[-1]):
        label = f"{label} ({unit})"
    if not item.part_of:
        return label
    return f"{name_function(item.part_of).capitalize()}: {label[0].lower()}{label[1:]}"


def name_function(name: str) -> str:
    """Return the name of a function of a design as people read it."""
    return say(name).replace("-", " ")


def write_value_of(item: Described, value: float | int | str | None) -> str:
    """Write a value of a quantity with its unit."""
    if value is None:
        return say(NONE)
    if isinstance(value, str):
        return say_choice(item, value)
    if item.unit == SHARE:
        return write_percent(value, decimals_typed(value * 100))
    number = write_decimal(value)
    return number if item.unit in (COUNT, FACTOR) else f"{number}{SPACE}{say(item.unit)}"


def say_choice(item: Described, word: str) -> str:
    """Say one of the words that a key may be set to."""
    return say(CHOICES[f"{item.key.split('.')[-1]}.{word}"])


def say_source(item: Described) -> str:
    """Say what a quantity rests on."""
    return say(item.source_text or SOURCE_KINDS.get(item.source, item.source))


def write_plausible(item: Described) -> str:
    """Write a quantity's plausible range; empty where it has none."""
    if item.plausible is None:
        return ""
    low, high = (write_value_of(item, end) for end in item.plausible)
    return say(Message("{low} to {high}", low=low, high=high))
