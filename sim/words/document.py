"""A document of headings, paragraphs, lists and tables: what is said, before it is laid out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading, of level 1 to 3."""

    level: int
    text: str
    kind: str = "heading"


class Paragraph(NamedTuple):
    """A paragraph; what stands between ``**`` is emphasised."""

    text: str
    kind: str = "paragraph"


class Bullets(NamedTuple):
    """A list."""

    items: Sequence[str]
    kind: str = "bullets"


class Table(NamedTuple):
    """A table with a row of heads."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str = "table"


Block = Heading | Paragraph | Bullets | Table


def write_markdown(blocks: Iterable[Block]) -> str:
    """Write a document as Markdown."""
    return "\n\n".join(map(_write_block, blocks)) + "\n"


def _write_block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {text}"
        case Paragraph(text):
            return text
        case Bullets(items):
            return "\n".join(f"- {item}" for item in items)
        case Table(heads, rows):
            rule = ["---", *("---:" for _ in heads[1:])]
            return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))
