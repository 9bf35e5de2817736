"""What the address gives in plain: a service, and numbers.

One rule for all of them: what is here, or within its bounds, is taken; anything else is left out,
and is said to be.
"""

from collections.abc import Iterator

import streamlit as st

from sim.message import Message
from sim.web.session.asked import cut
from sim.web.session.bounds import EVERY_BOUND, Bounds
from sim.web.session.files import list_open
from sim.words.numbers import write_number

MOST_DIGITS = 9
"""Longer numbers are none that anybody means."""
NO_NUMBER = Message(
    'Left out of the address: {name}, found "{text}", expected a whole number from {least} to '
    "{most}"
)
NO_SERVICE = Message(
    'Left out of the address: service, found "{text}", which is none of those that can be chosen '
    "here"
)


def start_number(bounds: Bounds, default: int) -> int:
    """Return the number that the address gives, or else a default."""
    number = read_number(bounds, st.query_params.get(bounds.name, ""))
    return default if number is None else number


def read_number(bounds: Bounds, text: str) -> int | None:
    """Return the number that a text is; `None` if it is none within the bounds."""
    if not text.isdecimal() or len(text) > MOST_DIGITS:
        return None
    return int(text) if bounds.holds(int(text)) else None


def list_left_out() -> Iterator[Message]:
    """List what the address gives that is left out."""
    given = st.query_params.to_dict()
    if (service := given.get("service")) is not None and service not in list_open():
        yield Message(NO_SERVICE.template, text=cut(service))
    for bounds in EVERY_BOUND:
        text = given.get(bounds.name)
        if text is not None and read_number(bounds, text) is None:
            yield Message(
                NO_NUMBER.template,
                name=bounds.name,
                text=cut(text),
                least=write_number(bounds.least, 0),
                most=write_number(bounds.most, 0),
            )
