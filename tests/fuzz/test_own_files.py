"""Damaged logs end in a table or in words: no traceback, no hang."""

import gzip
import io
import random
import re
import zipfile

import pytest

from sim.errors import ScenarioError
from sim.own.guessing import guess
from sim.own.reading import read_table
from sim.plain_text import HIDDEN
from sim.words import say_error
from sim.words.own_file import list_activities, list_columns, tell_caveats, tell_file, tell_log
from tests.agreement.examples import ASKED
from tests.fuzz.limits import within
from tests.unit.own.files import build_rows, write_csv, write_xes, write_xlsx

COUNT = 30 if ASKED is None else max(int(ASKED) // 100, 30)
ROWS = build_rows(12)
SOUND = {
    "csv": write_csv(ROWS),
    "western": write_csv(ROWS, encoding="cp1252", time_format="%d.%m.%Y %H.%M"),
    "utf-16": write_csv(ROWS, encoding="utf-16", delimiter="\t"),
    "gzip": gzip.compress(write_csv(ROWS)),
    "xlsx": write_xlsx(ROWS, Noter=3),
    "xes": write_xes(ROWS, starts=True),
}
PIECES = (
    b'"',
    b";",
    b",",
    b"\n",
    b"\r",
    b"\x00",
    b"\xff",
    b"=",
    b"\xc3",
    b"9" * 30,
    b"<",
    b">",
    b"&x;",
    b"'",
)


VALUE = re.compile(rb"[\">]([^<>\"]{1,40})[\"<]")
VALUES = (b"-1", b"99999999999", b"1e308", b"nan", b"s", b"", b"x", b"A1", b"ZZZ9", b"str", b"d")
"""What stands in the place of values and texts of XML."""


def damage(content: bytes, luck: random.Random) -> bytes:
    """Return a file with some bytes cut, put in, doubled, or of another value."""
    for _ in range(luck.randint(1, 6)):
        at = luck.randrange(len(content) or 1)
        to = at + luck.choice((1, 1, 5, 100, 2_000))
        match luck.randrange(5):
            case 0:
                content = content[:at] + content[to:]
            case 1:
                content = content[:at] + luck.choice(PIECES) + content[at:]
            case 2:
                content = content[:at] + content[at:to] * 2 + content[to:]
            case 3:
                content = content[:at] + luck.randbytes(1) + content[at + 1 :]
            case 4:
                content = content[: max(at, len(content) // 2)]
    return content


def damage_within(book: bytes, luck: random.Random) -> bytes:
    """Return a workbook, whole as a file, in one part of which values are others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(stream, "w") as after:
        chosen = luck.choice([name for name in before.namelist() if name.startswith("xl/")])
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, _change_values(part, luck) if name == chosen else part)
    return stream.getvalue()


def _change_values(part: bytes, luck: random.Random) -> bytes:
    places = [match.span(1) for match in VALUE.finditer(part)]
    for low, high in sorted(luck.sample(places, min(len(places), 3)), reverse=True):
        part = part[:low] + luck.choice(VALUES) + part[high:]
    return part


@pytest.mark.parametrize("kind", SOUND)
def test_no_damage_ends_in_a_traceback(kind):
    outcomes = set()
    for number in range(COUNT):
        luck = random.Random(f"{kind} {number}")
        is_book = kind == "xlsx" and number % 4
        content = (damage_within if is_book else damage)(SOUND[kind], luck)
        with within(10):
            outcomes.add(_read(content, kind))
    assert "refused" in outcomes


def _read(content: bytes, name: str) -> str:
    """Read a file and say all that is said of it."""
    try:
        table = read_table(content, name)
        found = guess(table)
    except ScenarioError as error:
        told = say_error(error)
        assert not HIDDEN.search(told.replace("\n", "")), told
        assert len(told) < 10_000
        return "refused"
    assert len(found.log.case) <= table.rows
    assert all(tell_file(table)) and all(tell_caveats(found)) and tell_log(found)
    assert list_columns(found, table) and list_activities(found)
    return "read"
