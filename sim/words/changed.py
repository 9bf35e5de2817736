"""What was changed of a scenario, in words: lever by lever, then value by value."""

from collections.abc import Sequence

from sim.analysis.comparison import Comparison
from sim.message import Message
from sim.presets import find_preset
from sim.scenario import Described, Difference, Scenario, describe_keys, find_shipped
from sim.words.designs import ABOUT
from sim.words.explore import name_others, name_taken, name_variety
from sim.words.language import say, say_text
from sim.words.numbers import write_list
from sim.words.quantities import label_quantity, write_value_of

VARIETY_KEY = "demand.variety*"
NO_VARIETY = ("demand.variety", "0")
MOST_VALUES = 3
"""So many single values are told one by one; of more, how many they are."""
CHANGED = Message(
    "**Changed here:** {what}. This is a supposed case, not the service as it is shown otherwise."
)
VALUE = Message("{label}: {new} in place of {old}")


def tell_changed(comparison: Comparison, scenario: Scenario) -> list[str]:
    """Tell what was changed, after the question that changes so where there is one.

    Parameters
    ----------
    comparison
        What was found.
    scenario
        What was run, with its changes made.
    """
    about = comparison.provenance
    if not about.changed:
        return []
    names, others = name_levers(about.asked, comparison.designs)
    single = [one for one in about.changed if one.key in {_find_key(text) for text in others}]
    if others and len(single) == len(others) <= MOST_VALUES:
        items = {item.key: item for item in describe_keys(scenario)}
        names += [_tell_value(one, items.get(one.key)) for one in single]
    elif others or not names:
        names.append(name_others(len(others) or len(about.changed)))
    preset = find_preset(find_shipped(about.scenario_sha256 or "") or "", about.asked)
    asked = [f"**{say_text(preset.asks)}**"] if preset else []
    return [*asked, say(CHANGED, what=write_list(names))]


def name_levers(changes: Sequence[str], designs: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Say which levers are moved; return that, and the changes that no lever makes.

    Parameters
    ----------
    changes
        Such as ``demand.variety*=0``.
    designs
        Names of the two designs: it is the first whose conditions have levers.
    """
    first, second = designs
    named, others = [], []
    for text in changes:
        key, _, value = text.partition("=")
        condition = key.removeprefix(f"{first}.")
        if key == VARIETY_KEY and _is_number(value):
            named.append(name_variety(float(value)))
        elif (key, value) == NO_VARIETY:
            named.append(name_variety(0.0))
        elif condition in ABOUT and value == second:
            named.append(name_taken(condition, second))
        else:
            others.append(text)
    return named, others


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _find_key(text: str) -> str:
    return text.partition("=")[0].rstrip("*+-")


def _tell_value(change: Difference, item: Described | None) -> str:
    if item is None:
        return name_others(1)
    old, new = (write_value_of(item, value) for value in (change.old, change.new))
    return say(VALUE, label=label_quantity(item), old=old, new=new)
