"""Quantities of a scenario as people read them, and what stands at the levers that move them."""

import re
from collections.abc import Mapping

from sim.message import Message
from sim.scenario import Described
from sim.words.basis import SOURCE_KINDS
from sim.words.designs import name_condition
from sim.words.language import say
from sim.words.numbers import (
    SHARE,
    SPACE,
    currency_of,
    decimals_typed,
    write_currency,
    write_decimal,
    write_list,
    write_money,
    write_percent,
)

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
    "holidays.none": Message("no public holidays"),
    "holidays.sweden": Message("public holidays of Sweden"),
    "holidays.denmark": Message("public holidays of Denmark"),
}
"""What a key may be set to where it takes a word: its last part, and the word."""

ONE = {
    "calendar days": Message("calendar day"),
    "hours": Message("hour"),
    "minutes": Message("minute"),
    "weeks": Message("week"),
}
"""Units of one."""

NOTHING_DIFFERS = Message("Nothing differs from the file.")
TAKE_BACK = Message("Take all changes back")
ANY_CHANGE = Message("Any other change")
AS_TYPED = Message("As on the command line")
AS_TYPED_HELP = Message(
    "Such as `staff.total=12`, `demand.arrivals_per_day*=1.2` or `absorbing.targets.days=7`."
)
MAKE_CHANGE = Message("Make this change")
NOT_MADE = Message("This change is not made:")
CANNOT_RUN = Message("This cannot be run as it stands:")
WAYS_OUT = Message("Set a value that is possible, undo the latest change, or go back to the file.")
UNDO = Message("Undo the latest change")
GO_BACK = Message("Go back to the file")
VARIETY = Message("Variety of needs (× the file's)")
DESIGN = Message("Design to change")
CONDITION = Message("Condition")
TAKE = Message("Take it from the other design")
TAKE_HELP = Message(
    "Changes this condition alone, which is how improving single elements is tried."
)
BACK = Message("Back to the file")
BEYOND = Message("Go beyond what is plausible")
BEYOND_HELP = Message("Numbers to type instead of sliders; only what is impossible is refused.")
NOT_THERE = Message("not there")
DIFFERING = Message("Values that differ from the file: {count}")
GAIN = Message("**Gain.** {gain}")
PRICE = Message("**Price.** {price}")
IN_THE_OTHER = Message("{design}: {value}")
MOVED = Message("**Moved**; in the file: {value}")

_END_OF_LABEL = re.compile(r"[.:;] ")


def label_quantity(item: Described) -> str:
    """Return a quantity's name for a slider: the beginning of what it means, and its unit."""
    label = _END_OF_LABEL.split(say(item.about))[0].removesuffix(".")
    unit = {SHARE: "%", COUNT: "", "": ""}.get(item.unit, _say_unit(item.unit))
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
    if currency := currency_of(item.unit):
        return write_money(value, currency, decimals_typed(value))
    number = write_decimal(value)
    if item.unit in (COUNT, FACTOR):
        return number
    return f"{number}{SPACE}{say(ONE.get(item.unit, item.unit) if value == 1 else item.unit)}"


def _say_unit(unit: str) -> str:
    return write_currency(unit) if currency_of(unit) else say(unit)


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


def say_moves(counts: Mapping[str, int]) -> str:
    """Say which conditions of a design are moved, and in how many values."""
    listed = write_list([f"{say(name_condition(name))} ({n})" for name, n in counts.items()])
    return say(Message("Moved in this design: **{conditions}**", conditions=listed))


def explain_quantity(item: Described, key: str) -> str:
    """Explain a quantity: what it means, where it comes from, what is plausible, its key."""
    lines = [say(item.about), say(Message("Where from: {source}.", source=say_source(item)))]
    if item.plausible:
        lines.append(say(Message("Plausible: {range}.", range=write_plausible(item))))
    return "\n\n".join([*lines, say(Message("On the command line: `{key}`", key=key))])
