"""A contact as a browser sends it: what it is, when, and its cause; never the citizen's words."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from sim.own.tally import CAUSES, Contact, Kind, read_time

GONE = "gone"
"""The kind of a contact that was taken back."""
NUMBER = re.compile(r"[0-9a-z-]{4,64}")
KINDS = {kind.name.lower(): kind for kind in Kind}
MOST_SIGNS = 32
"""Of a time."""


class Heard(NamedTuple):
    """A contact that was listened to.

    Attributes
    ----------
    number
        What the browser has drawn for it: whoever sends it again sends the same one.
    contact
        The contact; `None` if it was taken back.
    """

    number: str
    contact: Contact | None


def read_heard(fields: Mapping[str, Any]) -> Heard | None:
    """Read a contact; `None` if it is none."""
    number, time, kind, cause = (str(fields.get(n, "")) for n in ("id", "time", "kind", "cause"))
    if not NUMBER.fullmatch(number):
        return None
    if kind == GONE:
        return Heard(number, None)
    read = read_time(time[:MOST_SIGNS])
    if read is None or kind not in KINDS or cause not in ("", *CAUSES):
        return None
    named = cause if cause and KINDS[kind] is Kind.FAILURE else None
    return Heard(number, Contact(read, KINDS[kind], named))
