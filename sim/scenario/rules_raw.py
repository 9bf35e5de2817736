"""Rules about a file as it stands: how much is in it, and that its texts are texts."""

from collections.abc import Iterator
from typing import Any

from sim.errors import mismatch
from sim.message import Message
from sim.plain_text import HIDDEN
from sim.scenario.keys import Key, dotted, found

MOST_VALUES, MOST_DEEP = 20_000, 20
"""Keys and entries of lists in a file, and how deep they may lie: more than ten times what the
largest shipped service has, and three times."""
PLAIN = Message("text without control characters")
IMAGE = "!["
"""Begins an image wherever a text is shown as Markdown: it would be fetched from somewhere."""
NO_IMAGES = Message("text without images")
Entry = tuple[tuple[Key, ...], Any]


def is_too_large(raw: Any) -> bool:
    """Tell whether there is far more in the table of a file than any scenario needs."""
    return any(
        number > MOST_VALUES or len(keys) > MOST_DEEP for number, (keys, _) in enumerate(_walk(raw))
    )


def check_texts(raw: Any) -> Iterator[Message]:
    """Yield a line for each name and text that holds what is no text."""
    every = "\n".join(_list_texts(raw))
    if HIDDEN.search(every) is None and IMAGE not in every:
        return  # as in nearly all: to look where it stands takes five times as long
    for keys, value in _walk(raw):
        if keys and HIDDEN.search(str(keys[-1])):
            name = Message("the name {name}", name=found(keys[-1]))
            yield mismatch(dotted(keys[:-1]) or Message("the file"), name, PLAIN)
        hidden = HIDDEN.search(value) if isinstance(value, str) else None
        if hidden:
            character = Message("the character {character}", character=hidden[0])
            yield mismatch(dotted(keys), character, PLAIN)
        if isinstance(value, str) and IMAGE in value:
            yield mismatch(dotted(keys), Message("the characters {found}", found=IMAGE), NO_IMAGES)


def _list_texts(raw: Any) -> Iterator[str]:
    """List every name and text, however deep they lie."""
    waiting = [raw]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from map(str, value)
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value


def _walk(raw: Any) -> Iterator[Entry]:
    """List every key with its value, tables and lists included, however deep they lie."""
    waiting: list[Entry] = [((), raw)]
    while waiting:
        keys, value = waiting.pop()
        yield keys, value
        if isinstance(value, dict):
            waiting += [((*keys, key), below) for key, below in value.items()]
        elif isinstance(value, list | tuple):
            waiting += [((*keys, nth), below) for nth, below in enumerate(value)]
