"""Where output goes: results to standard output, everything else to standard error."""

import json
import os
import sys
from typing import Any

import typer
from rich.console import Console

WIDTH_IN_FILE = 120
"""Characters of a line where standard output is not a terminal."""


def print_json(value: Any) -> None:
    """Print a result for another program."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False))


def complain(message: str) -> None:
    """Print a message that is not part of a result."""
    typer.echo(message, err=True)


def build_console() -> Console:
    """Return a console for results that people read."""
    is_free = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(highlight=False, width=WIDTH_IN_FILE if is_free else None)


def build_error_console() -> Console:
    """Return a console for what goes on meanwhile."""
    return Console(stderr=True, highlight=False)
