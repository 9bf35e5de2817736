"""The commands end with a result or in words, whatever the file that they are given."""

import random
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from sim.cli.program import program
from sim.plain_text import HIDDEN
from tests.fuzz.limits import within

FEW = ("--days", "14", "--replications", "2")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--json"),
    ("compare", *FEW),
    ("compare", *FEW, "--json"),
    ("compare", *FEW, "--language", "sv", "--set", "demand.variety=0"),
    ("run", "--design", "absorbing", "--days", "14"),
    ("citizen", "--id", "3", "--days", "14"),
    ("evidence", "--replications", "2"),
    ("breakeven", *FEW, "--points", "2", "--x", "staff.total=3:9"),
    ("staff", *FEW),
)
TOLD = (0, 2)
"""Exit codes of what went well, and of what was refused in words."""


def try_mutant(content: bytes, number: int) -> str:
    """Give a file to a command; return what became of it in a word."""
    command, *options = random.Random(number).choice(COMMANDS)
    with tempfile.TemporaryDirectory() as folder, within():
        path = Path(folder, "mutant.toml")
        path.write_bytes(content)
        result = CliRunner().invoke(program, [command, str(path), *options])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in TOLD, (command, options, result.exit_code)
    assert not HIDDEN.search(result.output), command
    assert result.exit_code == 0 or result.stderr.strip(), command
    return command if result.exit_code == 0 else "refused"
