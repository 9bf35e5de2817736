"""Terms: what a claim is about, and what a text has filled in.

=============================  =================================================================
term                           what it is
=============================  =================================================================
``MEASURE.ARM``                the mean of a measure in an arm
``MEASURE.ARM.TYPE``           the same, of one demand type
=============================  =================================================================

In texts, in braces, there are three more, of the first two arms:

=============================  =================================================================
``MEASURE.difference``         how far apart they are, without a sign
``MEASURE.less``               by how many percent of the higher the lower one is less
``MEASURE.more``               by how many percent of the lower the higher one is more
=============================  =================================================================

and what was put in, which a text says no otherwise than by asking for it:

=============================  =================================================================
``ARM:KEY``                    a quantity of an arm's scenario by its dotted key
=============================  =================================================================
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from sim.scenario import Text

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
Kind = Literal["difference", "less", "more"]
COMPARING = frozenset(get_args(Kind))
"""No arm may have one of these names."""
KINDS: tuple[Kind, ...] = get_args(Kind)
LANGUAGES = tuple(Text.model_fields)


class Term(NamedTuple):
    """A measure in an arm, of all citizens or of one demand type."""

    measure: str
    arm: str
    demand_type: str | None = None


class Change(NamedTuple):
    """How far the first two arms are apart in a measure, without a sign."""

    measure: str
    kind: Kind


class Input(NamedTuple):
    """A quantity of an arm's scenario, as it was put in."""

    arm: str
    key: str


Placeholder = Term | Change | Input


def read_term(text: str) -> Term:
    """Read a term.

    Raises
    ------
    ValueError
        If it is not written as one.
    """
    parts = text.split(".")
    if not 2 <= len(parts) <= 3 or not all(parts):
        raise ValueError(text)
    return Term(*parts)


def read_placeholder(text: str) -> Placeholder:
    """Read what stands in braces in a text.

    Raises
    ------
    ValueError
        If it is not written as a term, a change or an input.
    """
    arm, colon, key = text.partition(":")
    if colon:
        return Input(arm, key)
    measure, _, last = text.partition(".")
    for kind in KINDS:
        if last == kind and measure:
            return Change(measure, kind)
    return read_term(text)


def list_placeholders(text: Text) -> Iterator[str]:
    """List what stands in braces in a text, each once, in the order of the English."""
    yield from dict.fromkeys(PLACEHOLDER.findall(text.en or ""))
