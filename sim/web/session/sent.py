"""A file as a browser has sent it: whatever it is, no more of it is taken than its kind needs."""

import base64
import binascii
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.plain_text import show_hidden
from sim.web.running.limits import MOST_FILE_BYTES
from sim.words import own as words

MOST_SIGNS = 80
"""Of a name: longer ones are cut."""


class Kind(NamedTuple):
    """A kind of file that can be sent.

    Attributes
    ----------
    endings
        How its names end.
    most_bytes
        How large it may be.
    too_large
        What is said of one that is larger.
    """

    endings: tuple[str, ...]
    most_bytes: int
    too_large: Message

    @property
    def most_coded(self) -> int:
        """Signs of the largest file, as Base64 has it."""
        return 4 * -(-self.most_bytes // 3)


SCENARIO = Kind(
    (".toml",), MOST_FILE_BYTES, Message(words.TOO_LARGE.template, most=MOST_FILE_BYTES // 1000)
)


class Sent(NamedTuple):
    """A file that was sent."""

    name: str
    content: bytes


def read_sent(raw: Any, kind: Kind = SCENARIO) -> Sent:
    """Read what a browser has sent: the name of a file, and its content in Base64.

    Raises
    ------
    ScenarioError
        If it is too large, cannot be of that kind by its name, or did not arrive.
    """
    fields = raw if isinstance(raw, dict) else {}
    name, content = _clean(fields.get("name")), fields.get("content")
    if not name.lower().endswith(kind.endings):
        found = PurePosixPath(name).suffix or Message("no ending")
        problem = mismatch(
            name, found, Message(words.ENDING.template, endings=", ".join(kind.endings))
        )
    elif fields.get("is_large") or (isinstance(content, str) and len(content) > kind.most_coded):
        problem = kind.too_large
    elif isinstance(content, str) and (decoded := _decode(content, kind.most_bytes)) is not None:
        return Sent(name, decoded)
    else:
        problem = words.NOT_WHOLE
    raise ScenarioError(name, [problem])


def _clean(name: Any) -> str:
    """Return the name of a file without folders and what is no text, and no longer than it need."""
    text = name[-1000:] if isinstance(name, str) else ""
    path = PurePosixPath(show_hidden(text.replace("\\", "/")))
    return f"{path.stem[:MOST_SIGNS]}{path.suffix[:MOST_SIGNS]}"


def _decode(content: str, most_bytes: int) -> bytes | None:
    try:
        decoded = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if len(decoded) <= most_bytes else None
