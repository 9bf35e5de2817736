"""Pieces of Markdown. What a file or a person says goes in escaped, and on one line."""

import re
from collections.abc import Iterable, Sequence

from sim.plain_text import show_hidden

TO_ADD = "TO BE ADDED BY THE AUTHORS"
"""Marks what no file tells; to be searched for."""
SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&$])")
STARTS_BLOCK = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=[-+=\s]|$)")
"""What begins a list or a heading where a line begins with it."""


def escape(text: str) -> str:
    """Return somebody's text as Markdown that shows it as it stands, on one line."""
    line = SPECIAL.sub(r"\\\1", _join(text))
    return STARTS_BLOCK.sub(lambda found: _escape_start(*found.groups()), line)


def _escape_start(number: str | None, after: str | None, sign: str | None) -> str:
    return f"{number}\\{after}" if number else f"\\{sign}"


def code(text: str) -> str:
    """Return somebody's key or name as code."""
    return f"`{_join(text).replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def _join(text: str) -> str:
    return show_hidden(" ".join(text.split()))


def write_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, or that there is nothing; cells are Markdown already."""
    lines = [_write_row(row) for row in rows]
    if not lines:
        return "None."
    return "\n".join([_write_row(heads), _write_row(["---"] * len(heads)), *lines])


def _write_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()) or '–' for cell in cells)} |"


def write_bullets(items: Iterable[str]) -> str:
    """Return a list; items are Markdown already."""
    return "\n".join(f"- {item}" for item in items)


def mark_missing(what: str) -> str:
    """Return a mark for what the authors have to add."""
    return f"**{TO_ADD}: {what}**"


def join_blocks(blocks: Iterable[str]) -> str:
    """Return paragraphs, lists and tables one below the other; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block)
