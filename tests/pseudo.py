"""A language that says everything in letters of its own, so that what nobody translates shows.

Each letter of a message becomes the full-width one of the same name; what is filled in stays.
A word in plain letters is then one that no catalog has.
"""

import gettext
import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter, ascii_letters

from sim.presets.load import load_presets
from sim.scenario import list_shipped, load_scenario
from sim.words import LANGUAGES, language
from sim.words.catalog import build_template

WIDE = str.maketrans({letter: chr(ord(letter) + 0xFEE0) for letter in ascii_letters})
NO_WORDS = re.compile(
    r"`[^`]*`"  # what would be typed
    r"|\b[a-z_]+(?:\.[a-z_0-9-]+)+(?:=\d+)?"  # a key
    r"|:material/[a-z_]+:|:(?:blue|orange|primary)\["
    r"|</?(?:b|br|extra|span)[^>]*>|%\{[^}]*\}"
    r"|\boch\b"  # Babel's word between the last two of a list
    r"|Q\d\d|\bSEK\b|\bkr\b|\bDKK\b|\bDkr\b|Requisite"
)
READ = ("title", "text", "name", "hovertemplate", "x", "y", "customdata")
"""Where a figure has something to read."""
WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


def make_wide(text: str) -> str:
    """Translate a template: its letters, and not the names of what is filled in."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return text.translate(WIDE)
    return "".join(
        literal.translate(WIDE) + (f"{{{name}}}" if name is not None else "")
        for literal, name, _, _ in parts
    )


class Pseudo(gettext.NullTranslations):
    """Catalogs that have every message, and only those."""

    def __init__(self) -> None:
        super().__init__()
        self.known = _find_all_messages()

    def gettext(self, message: str) -> str:
        return make_wide(message) if message in self.known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def _find_all_messages() -> frozenset[str]:
    """Return every message that has to be translated: they do not change between tests."""
    ids = [message.id for message in build_template() if message.id]
    return frozenset(text for each in ids for text in ([each] if isinstance(each, str) else each))


def speak_pseudo(monkeypatch) -> None:
    """Say everything in the letters of this language, whichever is chosen."""
    catalog = Pseudo()
    monkeypatch.setattr(language, "_load_catalog", lambda code: catalog)


def in_figure(part) -> Iterator[str]:
    """List all that can be read in a figure, given as a dictionary."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in READ:
                yield from _strings(value)
            elif name != "template":
                yield from in_figure(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from in_figure(value)


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(value.get("text", ""))


def find_untranslated(texts: Iterable[str]) -> set[str]:
    """Return the words that are neither translated, nor in the files in each language, nor keys."""
    names = _names_in_files()
    rest = (names.sub(" ", NO_WORDS.sub(" ", text)) for text in {*texts})
    return {word for text in rest for word in WORD.findall(text)}


@cache
def _names_in_files() -> re.Pattern[str]:
    texts, keys = [], set()
    for scenario in map(load_scenario, list_shipped()):
        keys |= {*scenario.sources}
        texts += [scenario.service.title, scenario.service.about]
        texts += [demand.label for demand in scenario.demand.values()]
    texts += [preset.asks for preset in load_presets().values()]
    names = {getattr(text, code) for text in texts for code in LANGUAGES}
    longest_first = sorted({*names, *keys, *LANGUAGES.values()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
