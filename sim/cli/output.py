"""Where output goes: results to standard output, everything else to standard error."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import typer

from sim.cli.streams import give_up
from sim.errors import RequisiteError
from sim.files import check_ending, check_writable, writing
from sim.words import current_language, say_error

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from rich.console import Console
    from rich.text import Text

INTERRUPTED = 130
"""The shell's own exit code for whoever ends a program with Ctrl-C."""
NOT_WRITTEN = 1
"""The exit code where a result was found, and could not be written to where it was to go."""
PAGE_ENDINGS = (".html",)
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
    """Print a message that is not part of a result, where there is anywhere to print it."""
    try:
        typer.echo(message, err=True)
    except OSError:
        give_up(sys.stderr)


def build_console() -> "Console":
    """Return a console for results that people read."""
    from sim.cli.console import ResultConsole

    is_free = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    width = WIDTH_IN_FILE if is_free else None
    return ResultConsole(highlight=False, markup=False, emoji=False, width=width)


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


def check_page(path: Path, *, overwrite: bool) -> None:
    """Check that a page may be written to a file, before the work that it is to show is done.

    Raises
    ------
    RunError
        If it may not, or if its name does not end as that of one.
    """
    check_writable(path, overwrite=overwrite)
    check_ending(path, PAGE_ENDINGS)


def write_chart(
    figures: "Sequence[go.Figure]", path: Path, *, title: str, overwrite: bool = False
) -> None:
    """Write figures, one below the other, to an HTML file that needs nothing else.

    Raises
    ------
    RunError
        If there is one and it is not to be replaced, or the file cannot be written.
    """
    check_page(path, overwrite=overwrite)
    parts = [
        figure.to_html(full_html=False, include_plotlyjs=nth == 0, div_id=f"figure-{nth}")
        for nth, figure in enumerate(figures)
    ]
    page = PAGE.format(language=current_language(), title=escape(title), body="\n".join(parts))
    with writing(path, overwrite=overwrite) as stream:
        stream.write(page.encode(errors="replace"))  # the title may be the name of any file


@contextmanager
def printing_all_the_same() -> Iterator[Callable[[Callable[[], None]], bool]]:
    """Let a result be printed whatever becomes of its files.

    What it yields tries to write one, and tells whether that went well. What did not is said at the
    end, and the command ends with exit code 1.
    """
    problems: list[RequisiteError] = []

    def attempt(write: Callable[[], None]) -> bool:
        try:
            write()
        except RequisiteError as error:
            problems.append(error)
            return False
        return True

    try:
        yield attempt
    finally:
        for problem in problems:
            complain(say_error(problem))
    if problems:
        raise typer.Exit(NOT_WRITTEN)
