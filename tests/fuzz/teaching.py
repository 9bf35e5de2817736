"""A damaged lesson is held, or refused in words."""

import random
import re
import tempfile
from pathlib import Path

from tests.fuzz.commanding import check_written, invoke
from tests.fuzz.mutants import LESSONS, build_mutant

DAYS, REPLICATIONS = re.compile(rb"(?m)^days = \d+\n"), re.compile(rb"(?m)^replications = \d+")
ASKED: tuple[tuple[str, ...], ...] = (
    ("--answer", "1"),
    ("--answer", "2", "--language", "sv"),
    ("--answer", "3", "--json"),
    ("--guide", "written.html", "--language", "da"),
    ("--guide", "-"),
)


def build_lesson(number: int) -> bytes:
    """Return a damaged lesson that takes little time: few days, and as few runs as there may be."""
    short = DAYS.sub(b"", build_mutant(number, LESSONS))
    return REPLICATIONS.sub(b"replications = 5\ndays = 30", short)


def try_mutant(content: bytes, number: int) -> str:
    """Hold a lesson; return what became of it in a word."""
    options = random.Random(number).choice(ASKED)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mutant.toml")
        path.write_bytes(content)
        result = invoke("lesson", path, *options)
        check_written(path.parent, is_done=result.exit_code == 0)
    return "held" if result.exit_code == 0 else "refused"
