"""Damaged files: shipped ones, and what carelessness, editors and malice make of them.

A mutant is known by its number alone, so that one that fails can be made again.
"""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
SCENARIOS, LESSONS = _ROOT / "scenarios", _ROOT / "lessons"
QUANTITY = re.compile(r"\{ is = (-?\d[-+\d.e_]*)(?:, range = \[[^\]]*\])?")
NUMBER = re.compile(r"(?<![\w.])-?\d[\d_]*(?:\.\d+)?(?:e-?\d+)?(?![\w.])")
VALUE = re.compile(r"(?<== )(?:\"[^\"\n]*\"|-?[\d.]+|\[[^\n]*\]|\{[^\n]*\})")
WORD = re.compile(r"[A-Za-z_][\w-]*")
TABLE = re.compile(r"(?m)^(?=\[)")
EXTREME = [
    "0",
    "-1",
    "1",
    "0.5",
    "-0.0",
    "nan",
    "inf",
    "-inf",
    "1e308",
    "1e-300",
    "1e-9",
    "1e15",
    "2",
    "1e400",
    "0x7fffffffffffffff",
    "2147483648",
    "100",
    "0.1",
    "1e3",
    "3e-5",
    "24",
    "1440",
    "10000",
    "9999999999999999999999999",
]
OTHER = [
    '""',
    '"x"',
    "true",
    "[]",
    "{}",
    "[1,2]",
    "[[[]]]",
    "1979-05-27",
    "07:32:00",
    "{is=1}",
    '"none"',
    '{is=1,from="assumed"}',
    '{is="1",from="assumed"}',
    "{is=[1],from=1}",
    '{en="a"}',
    '"\\u001b[31m"',
    '"\\u202e"',
    '"assumed"',
    '"case"',
    '"visits"',
    '"[/x]"',
    '""""""',
]
STRANGE = (
    *("\x00", "\x1b[2J", "\r", "\ufeff", "\u202e", "\ud800", "\n[a]\n", "a.b.c=1\n"),
    *("[", "{", '"', "'''", "=", "#"),
)
CHOICES = (
    ("activity", "need"),
    ("deadline", "arrival"),
    ("complete", "arrival"),
    ("lognormal", "gamma"),
)
Change = Callable[[str, random.Random], str]


@cache
def list_files(folder: Path = SCENARIOS) -> list[str]:
    """Return the text of every shipped file of a kind."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.toml"))]


def build_mutant(number: int, folder: Path = SCENARIOS) -> bytes:
    """Return a damaged file."""
    luck = random.Random(number)
    return damage(luck.choice(list_files(folder)), luck)


def damage(text: str, luck: random.Random) -> bytes:
    """Return a file as it is after some damage."""
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        text = luck.choice(DAMAGES)(text, luck)
    content = text.encode("utf-8", "surrogatepass")
    return change_bytes(content, luck) if luck.random() < 0.1 else content


def build_plausible(number: int) -> bytes:
    """Return a file whose numbers are others, most of them such as could be."""
    luck = random.Random(number)
    text = luck.choice(list_files())
    for _ in range(luck.choice((1, 1, 2, 3, 5, 8))):
        text = luck.choice((change_quantity, change_quantity, change_word))(text, luck)
    return text.encode()


def change_quantity(text: str, luck: random.Random) -> str:
    """Give one quantity another number, without a range."""

    def change(number: str) -> str:
        scaled = f"{float(number) * luck.choice((0, 0.01, 0.5, 0.9, 1.1, 2, 10, 100)):.6g}"
        share = luck.choice(("0", "1", "0.5", f"{luck.random():.3f}"))
        return luck.choice((scaled, share, scaled, share, luck.choice(EXTREME)))

    return _replace(QUANTITY, text, luck, lambda found: f"{{ is = {change(found[1])}")


def change_word(text: str, luck: random.Random) -> str:
    """Choose another word where there are few to choose from."""
    one, other = luck.sample(luck.choice(CHOICES), 2)
    return _replace(re.compile(f'= "{one}"'), text, luck, lambda _: f'= "{other}"')


def _change_number(text: str, luck: random.Random) -> str:
    return _replace(NUMBER, text, luck, lambda _: luck.choice(EXTREME))


def _change_value(text: str, luck: random.Random) -> str:
    return _replace(VALUE, text, luck, lambda _: luck.choice(OTHER))


def _change_letters(text: str, luck: random.Random) -> str:
    def change(found: re.Match[str]) -> str:
        word, at = found[0], luck.randrange(len(found[0]))
        return luck.choice(
            (word[:at] + word[at + 1 :], word + word[at], word[::-1], "", word.upper())
        )

    return _replace(WORD, text, luck, change)


def _change_lines(text: str, luck: random.Random) -> str:
    return "".join(_rearrange(text.splitlines(keepends=True), luck))


def _change_tables(text: str, luck: random.Random) -> str:
    return "".join(_rearrange(TABLE.split(text), luck))


def cut_off(text: str, luck: random.Random) -> str:
    return text[: luck.randrange(len(text) + 1)]


def insert(text: str, luck: random.Random) -> str:
    at = luck.randrange(len(text) + 1)
    strange = luck.choice(STRANGE)
    return text[:at] + strange * luck.choice((1, 1, 1, 2, 50)) + text[at:]


def change_bytes(content: bytes, luck: random.Random) -> bytes:
    damaged = bytearray(content or b" ")
    for _ in range(luck.choice((1, 2, 8, 100))):
        damaged[luck.randrange(len(damaged))] = luck.randrange(256)
    return bytes(damaged)


def _rearrange(parts: list[str], luck: random.Random) -> list[str]:
    """Drop a part, repeat it, or let two change places."""
    if len(parts) < 2:
        return parts
    one, other = luck.sample(range(len(parts)), 2)
    match luck.randrange(3):
        case 0:
            del parts[one]
        case 1:
            parts.insert(other, parts[one])
        case _:
            parts[one], parts[other] = parts[other], parts[one]
    return parts


def _replace(
    what: re.Pattern[str], text: str, luck: random.Random, change: Callable[[re.Match[str]], str]
) -> str:
    """Change one place that is found."""
    places = list(what.finditer(text))
    if not places:
        return text
    place = luck.choice(places)
    return text[: place.start()] + change(place) + text[place.end() :]


DAMAGES: tuple[Change, ...] = (
    *(change_quantity, change_quantity, change_quantity, change_word),
    *(_change_number, _change_number, _change_value, _change_value),
    *(_change_letters, _change_lines, _change_tables, cut_off, insert),
)
