"""Which encoding a text file has, and its text in UTF-8."""

import codecs
import re
from typing import NamedTuple

from sim.message import Message
from sim.own.reading.limits import check_bytes, refuse

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UTF_8, UTF_16, WESTERN = "utf-8", "utf-16", "cp1252"
START, BLOCK = 4_096, 8_000_000
"""Bytes by which a file without a mark is judged, and that are decoded at a time."""
MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
"""A letter in UTF-8 that is none of ASCII: ``å`` is two bytes."""
MOST_BROKEN = 0.05
"""Share of such letters that may be broken in a file that is UTF-8 all the same."""


class Text(NamedTuple):
    """A text in UTF-8, the encoding that it had, and what was done to it."""

    content: bytes
    encoding: str
    notes: tuple[Message, ...] = ()


def find_first_character(content: bytes) -> str:
    """Return the first character that is no space, of a file in whatever encoding; "" of none."""
    start = content[:START]
    for mark, _ in BOMS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").decode("latin-1").lstrip()[:1]


def decode(content: bytes, name: str) -> Text:
    """Return the text of a file.

    Raises
    ------
    ScenarioError
        If it is no text.
    """
    mark, encoding = next((one for one in BOMS if content.startswith(one[0])), (b"", ""))
    if encoding == UTF_16:
        return _decode_utf_16(content, name, "utf-16")
    if not mark and b"\0" in content[:START]:
        return _decode_utf_16(content, name, _guess_utf_16(content[:START]))
    content = content[len(mark) :]
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        raise refuse(name, Message("line {line}: {problem}", line=line, problem=_NO_TEXT))
    return Text(content, UTF_8) if _is_utf_8(content) else _decode_western(content)


_NO_TEXT = Message("found bytes that are no text, expected a text file: get the file again")


def _guess_utf_16(start: bytes) -> str:
    """Return which of its two halves comes first in a text without a mark."""
    return "utf-16-le" if start[1::2].count(0) >= start[::2].count(0) else "utf-16-be"


def _decode_utf_16(content: bytes, name: str, encoding: str) -> Text:
    try:
        text = content[: len(content) // 2 * 2].decode(encoding)
    except UnicodeDecodeError as error:
        raise refuse(name, _NO_TEXT) from error
    if "\0" in text or (not text.isascii() and _is_mostly_strange(text[:START])):
        raise refuse(name, _NO_TEXT)
    check_bytes(name, len(text))
    return Text(text.encode(errors="replace"), UTF_16)


def _is_mostly_strange(text: str) -> bool:
    """Tell whether a text looks like what comes of bytes that are none."""
    return sum(letter > "\u052f" for letter in text) > len(text) / 2


def _is_utf_8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder(UTF_8)()
    try:
        for at in range(0, len(content), BLOCK):
            decoder.decode(content[at : at + BLOCK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _decode_western(content: bytes) -> Text:
    """Return a text that is no sound UTF-8: damaged UTF-8, or one byte a letter."""
    letters = len(MULTIBYTE.findall(content))
    text = content.decode(UTF_8, errors="replace")
    broken = text.count("\ufffd")
    if letters and broken <= max(1.0, MOST_BROKEN * letters):
        note = Message(
            "{n} letters are damaged in the file and stand as \ufffd: it is UTF-8 but for them",
            n=broken,
        )
        return Text(text.encode(), UTF_8, (note,))
    try:
        return Text(content.decode(WESTERN).encode(), WESTERN)
    except UnicodeDecodeError:  # five bytes are no letters there
        return Text(content.decode("latin-1").encode(), "latin-1")
