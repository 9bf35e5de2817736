"""Where output goes: results to standard output, everything else to standard error."""

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import typer

from sim.errors import RunError
from sim.message import Message
from sim.words import current_language

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from rich.console import Console
    from rich.text import Text

INTERRUPTED = 130
"""The shell's own exit code for whoever ends a program with Ctrl-C."""
WIDTH_IN_FILE = 120
"""Characters of a line where standard output is not a terminal."""
EMPHASISED = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>
"""


def print_json(value: Any) -> None:
    """Print a result for another program."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False))


def complain(message: str) -> None:
    """Print a message that is not part of a result."""
    typer.echo(message, err=True)


def build_console() -> "Console":
    """Return a console for results that people read."""
    from rich.console import Console

    is_free = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    width = WIDTH_IN_FILE if is_free else None
    return Console(highlight=False, markup=False, emoji=False, width=width)


def build_error_console() -> "Console":
    """Return a console for what goes on meanwhile."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def print_lines(console: "Console", lines: Iterable[str], style: str = "") -> None:
    """Print sentences, a line for each; what stands between ``**`` is bold.

    Rich would break lines at the spaces within numbers, so they are broken before.
    """
    for line in lines:
        console.print(
            _emphasise(fill(line, console.width, break_on_hyphens=False, break_long_words=False)),
            style=style,
        )


def _emphasise(line: str) -> "Text":
    from rich.text import Text

    parts = EMPHASISED.split(line)  # every other part is emphasised
    return Text.assemble(*((part, "bold" if nth % 2 else "") for nth, part in enumerate(parts)))


def write_chart(
    figures: "Sequence[go.Figure]", path: Path, *, title: str, overwrite: bool = False
) -> None:
    """Write figures, one below the other, to an HTML file that needs nothing else.

    Raises
    ------
    RunError
        If there is one and it is not to be replaced, or the file cannot be written.
    """
    from sim.results import check_writable

    parts = [
        figure.to_html(full_html=False, include_plotlyjs=nth == 0)
        for nth, figure in enumerate(figures)
    ]
    page = PAGE.format(language=current_language(), title=escape(title), body="\n".join(parts))
    try:
        with path.open("w" if overwrite else "x", encoding="utf-8") as file:
            file.write(page)
    except FileExistsError:
        check_writable(path, overwrite=False)
    except OSError as error:
        why = error.strerror or str(error)
        raise RunError(Message("{file}: cannot be written: {why}", file=path, why=why)) from error
