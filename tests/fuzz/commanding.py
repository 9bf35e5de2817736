"""The commands end with a result or in words, whatever the file that they are given."""

import random
import re
import tempfile
from pathlib import Path

from typer.testing import CliRunner, Result

from sim.cli.program import program
from sim.plain_text import HIDDEN
from sim.scenario import load_scenario
from tests.fuzz.limits import within

FEW = ("--days", "14", "--replications", "2")
WRITTEN = "written"
"""Where an option names a file that is written, its name begins so."""
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--json"),
    ("compare", *FEW),
    ("compare", *FEW, "--json"),
    ("compare", *FEW, "--language", "sv", "--set", "demand.variety=0"),
    ("compare", *FEW, "--parquet", "written.csv"),
    ("run", "--design", "absorbing", "--days", "14", "--events", "written.parquet"),
    ("run", "--design", "absorbing", "--days", "14", "--events", "written.csv"),
    ("citizen", "--id", "3", "--days", "14"),
    ("citizen", "--id", "3", "--days", "14", "--language", "da", "--json"),
    ("evidence", "--replications", "2"),
    ("breakeven", *FEW, "--points", "2", "--x", "staff.total=20:40"),
    ("breakeven", *FEW, "--points", "3", "--json", "--chart", "written.html"),
    ("staff", *FEW),
    ("attribute", *FEW),
    ("attribute", *FEW, "--json", "--chart", "written.html", "--measure", "faces_per_case"),
    ("robust", *FEW, "--worlds", "10"),
    ("robust", *FEW, "--worlds", "10", "--without-variety", "--parquet", "written.parquet"),
    ("report", *FEW, "--out", "written.html"),
    ("report", *FEW, "--out", "written.html", "--language", "sv"),
    ("calibrate", "--replications", "2", "--evaluations", "20", "--write", "written.toml"),
)
"""Each with what it is given beside the file."""
HAS_NO_DAYS = ("calibrate", "evidence")
"""Commands that run a service for as many days as its file says."""
OWN_DAYS = re.compile(rb"(?m)^days = \d[\d_]*")
FITTED, FEW_FREE = b'"fitted"', 2
TOLD = (0, 2)
"""Exit codes of what went well, and of what was refused in words."""


def try_mutant(content: bytes, number: int) -> str:
    """Give a file to a command; return what became of it in a word."""
    command, *options = random.Random(number).choice(COMMANDS)
    if command in HAS_NO_DAYS:
        content = OWN_DAYS.sub(b"days = 14", content)
    if command == "calibrate":
        content = leave_few_free(content)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mutant.toml")
        path.write_bytes(content)
        result = invoke(command, path, *options)
        check_written(path.parent, is_done=result.exit_code == 0)
    return command if result.exit_code == 0 else "refused"


def leave_few_free(content: bytes) -> bytes:
    """Let a few quantities be free, since a search tries five candidates for each, twice."""
    parts = content.split(FITTED)
    free, others = parts[: FEW_FREE + 1], parts[FEW_FREE + 1 :]
    return b'"assumed"'.join([FITTED.join(free), *others])


def invoke(command: str, path: Path, *options: str, told: tuple[int, ...] = TOLD) -> Result:
    """Run a command on a file, in whose folder it writes; check that it ends as it should."""
    beside = [str(path.parent / word) if word.startswith(WRITTEN) else word for word in options]
    with within():
        result = CliRunner().invoke(program, [command, str(path), *beside])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in told, (command, options, result.exit_code, result.output)
    assert not HIDDEN.search(result.output), command
    assert not result.output.startswith("Usage:"), (command, options, "was never tried")
    assert result.exit_code == 0 or result.output.strip(), command
    return result


def check_written(folder: Path, *, is_done: bool) -> None:
    """Check that what was written is whole, and that nothing else was left behind."""
    left = [path for path in folder.iterdir() if not path.stem.startswith("mutant")]
    assert all(path.stem == WRITTEN for path in left), left
    assert is_done or not left, left
    for path in left:
        assert path.stat().st_size > 0, path
        if path.suffix == ".toml":
            load_scenario(path)
