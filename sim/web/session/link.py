"""A link that carries a scenario: one code in the address, the same in every language.

The code holds the service, each change, days, replications and seed, and which file they were made
for; its first sign is the version of its form. It is data that anybody may have written: it is read
within bounds, and nothing in it is more than a name or a number.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.web.session.bounds import DAYS, REPLICATIONS, SEED

VERSION = "1"
MOST_SIGNS, MOST_BYTES = 6_000, 40_000
MOST_CHANGES, MOST_TYPED = 200, 300
DAMAGED = Message(
    "the code in the address is damaged: perhaps it was cut short on its way; ask for it anew, or "
    "open the page without it"
)
OTHER_VERSION = Message(
    "the code in the address is of another version of this page; open the page without it"
)


class Linked(NamedTuple):
    """What a link carries."""

    service: str
    changes: dict[str, str]
    days: int
    replications: int
    seed: int
    file: str
    """The beginning of the hash of the scenario file."""


def write_code(linked: Linked) -> str:
    """Write the code of what is linked to."""
    table = json.dumps(list(linked), separators=(",", ":"), ensure_ascii=False)
    packed = base64.urlsafe_b64encode(zlib.compress(table.encode(), 9)).decode()
    return VERSION + packed.rstrip("=")


def read_code(code: str) -> Linked:
    """Read a code.

    Raises
    ------
    RunError
        If it is damaged, or of another version.
    """
    if not code.startswith(VERSION):
        raise RunError(OTHER_VERSION if code[:1].isdecimal() else DAMAGED)
    try:
        return _build(json.loads(_unpack(code[len(VERSION) :])))
    except (ValueError, binascii.Error, zlib.error, RecursionError) as error:
        raise RunError(DAMAGED) from error


def _unpack(text: str) -> bytes:
    """Unpack a code, of which no more than so much is ever unpacked."""
    if len(text) > MOST_SIGNS or not text.isascii():
        raise ValueError
    packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    unpacking = zlib.decompressobj()
    table = unpacking.decompress(packed, MOST_BYTES)
    if not unpacking.eof:
        raise ValueError
    return table


def _build(table: Any) -> Linked:
    if not isinstance(table, list) or len(table) != len(Linked._fields):
        raise ValueError
    service, changes, days, replications, seed, file = table
    if not isinstance(service, str) or not isinstance(file, str) or not _are_changes(changes):
        raise ValueError
    numbers = ((DAYS, days), (REPLICATIONS, replications), (SEED, seed))
    if not all(type(number) is int and bounds.holds(number) for bounds, number in numbers):
        raise ValueError
    return Linked(service, dict(changes), days, replications, seed, file)


def _are_changes(changes: Any) -> bool:
    return (
        isinstance(changes, Mapping)
        and len(changes) <= MOST_CHANGES
        and all(isinstance(v, str) and len(k) + len(v) <= MOST_TYPED for k, v in changes.items())
    )
