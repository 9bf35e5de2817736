"""What people call the designs and their conditions, and what each condition is good for.

The keys of the scenario files are a researcher's words. They stand where somebody would type them,
and beside the plain name where there is room.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.message import Message
from sim.words.language import say

_NAMES = {
    "functionalised": Message("divided and standardised"),
    "absorbing": Message("built for variation"),
    "certifying": Message("with certificates"),
    "contract-2005": Message("contract of 2005"),
    "contract-2010": Message("contract of 2010"),
    "early-help-kept": Message("early help kept"),
    "mended": Message("divided, mended"),
    "divided": Message("divided"),
    "one-person": Message("one person throughout"),
    "own-standard": Message("own standard"),
    "as-it-is": Message("as it is"),
    "asked-at-once": Message("asked for at once"),
    "no-dates": Message("without fixed dates"),
}
_IN_SENTENCES = {
    "functionalised": Message("the divided and standardised design"),
    "absorbing": Message("the design built for variation"),
}
DIFFERENCE = Message("difference")


class Condition(NamedTuple):
    """What a condition is called, what it is honestly good for, and its price."""

    name: Message
    gain: Message
    price: Message


ABOUT = {
    "purpose": Condition(
        Message("purpose"),
        Message("Closing activities only is quick."),
        Message("Particulars that were missed leave the building."),
    ),
    "functions": Condition(
        Message("functions"),
        Message("Specialists are faster."),
        Message("Every change of hands reads in, loses, and queues again."),
    ),
    "budget": Condition(
        Message("budget"),
        Message("The cost of an activity falls."),
        Message(
            "Content that is cut is not gone: it returns, grown, or stays unmet and costs "
            "downstream."
        ),
    ),
    "standards": Condition(
        Message("standards"),
        Message("Standard answers are quick."),
        Message("They are too much, too little or wrong for who is not standard."),
    ),
    "centralisation": Condition(
        Message("centralisation"),
        Message("Pooled queues wait less, and routes are shorter."),
        Message("No face knows the citizen."),
    ),
    "digital": Condition(
        Message("digital intake"),
        Message("Intake is cheap."),
        Message("What the form does not ask is missing."),
    ),
    "targets": Condition(
        Message("targets"),
        Message("The reported figure is met, and waits can truly fall where there is slack."),
        Message("The tail waits."),
    ),
    "inspection": Condition(
        Message("inspection"),
        Message("It catches the dishonest share."),
        Message("The honest wait and pay, and the dishonest learn the threshold."),
    ),
    "outsourcing": Condition(
        Message("outsourcing"),
        Message("The contractor is cheaper."),
        Message("Tenders and supervision cost, and a bankruptcy brings new faces."),
    ),
    "prevention": Condition(
        Message("small needs turned away"),
        Message("The small need costs nothing today."),
        Message("It may come back later, grown."),
    ),
    "staff": Condition(
        Message("number of staff"),
        Message("Who waits, waits less where there are more hands."),
        Message("They are paid with work or without."),
    ),
}
"""The eight conditions in their order, then the two practices and the staff beside them."""


def name_design(key: str) -> str:
    """Return the name of a design as it stands alone, to be said: *built for variation*."""
    return _NAMES.get(key, _spell(key))


def name_design_fully(key: str) -> str:
    """Return the name with the researcher's term beside it: *built for variation (absorbing)*."""
    return Message("{name} ({key})", name=_NAMES[key], key=key) if key in _NAMES else _spell(key)


def mention_design(key: str) -> str:
    """Return what a design is called in a sentence: *the design built for variation*."""
    return _IN_SENTENCES.get(key, Message("the design {name}", name=name_design(key)))


def say_designs(keys: Sequence[str]) -> list[str]:
    """Say the names of designs as they stand alone."""
    return [say(name_design(key)) for key in keys]


def name_condition(key: str) -> str:
    """Return the name of one of the eight conditions, or of a practice beside them, to be said."""
    return ABOUT[key].name if key in ABOUT else _spell(key)


def _spell(key: str) -> str:
    return Message.verbatim(key.replace("-", " ").replace("_", " "))
