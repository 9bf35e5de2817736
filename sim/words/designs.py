"""What people call the designs and their conditions.

The keys of the scenario files are a researcher's words. They stand where somebody would type them,
and beside the plain name where there is room.
"""

from collections.abc import Sequence

from sim.message import Message
from sim.words.language import say

_NAMES = {
    "functionalised": Message("divided and standardised"),
    "absorbing": Message("built for variation"),
    "certifying": Message("with certificates"),
    "contract-2005": Message("contract of 2005"),
    "contract-2010": Message("contract of 2010"),
    "early-help-kept": Message("early help kept"),
    "own-standard": Message("own standard"),
}
_IN_SENTENCES = {
    "functionalised": Message("the divided and standardised design"),
    "absorbing": Message("the design built for variation"),
}
_CONDITIONS = {
    "purpose": Message("purpose"),
    "functions": Message("functions"),
    "budget": Message("budget"),
    "standards": Message("standards"),
    "centralisation": Message("centralisation"),
    "digital": Message("digital intake"),
    "targets": Message("targets"),
    "inspection": Message("inspection"),
    "outsourcing": Message("outsourcing"),
    "prevention": Message("small needs turned away"),
}


def name_design(key: str) -> str:
    """Return the name of a design as it stands alone, to be said: *built for variation*."""
    return _NAMES.get(key, _spell(key))


def name_design_fully(key: str) -> str:
    """Return the name with the researcher's term beside it: *built for variation (absorbing)*."""
    name = name_design(key)
    return Message("{name} ({key})", name=name, key=key) if key in _IN_SENTENCES else name


def mention_design(key: str) -> str:
    """Return what a design is called in a sentence: *the design built for variation*."""
    return _IN_SENTENCES.get(key, Message("the design {name}", name=name_design(key)))


def say_designs(keys: Sequence[str]) -> list[str]:
    """Say the names of designs as they stand alone."""
    return [say(name_design(key)) for key in keys]


def name_condition(key: str) -> str:
    """Return the name of one of the eight conditions, or of a practice beside them, to be said."""
    return _CONDITIONS.get(key, _spell(key))


def _spell(key: str) -> str:
    return key.replace("-", " ").replace("_", " ")
