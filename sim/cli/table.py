"""Tables; where there is no room for one, lists."""

from collections.abc import Iterator, Sequence

from rich.console import Group, JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text

ROOM_FOR_TABLE = 80
"""Characters below which there is no table, but a list."""
Row = Sequence[str | Text]


def lay_out(
    heads: Sequence[str],
    rows: Sequence[Row],
    width: int,
    *,
    room: int = ROOM_FOR_TABLE,
    titles: int = 1,
    justify: JustifyMethod = "right",
    folds: bool = False,
) -> RenderableType:
    """Lay out rows as a table, or where there is no room for one as a list.

    Parameters
    ----------
    heads
        Of each column.
    rows
        The cells; a row of one cell is a heading of those below it.
    width
        Characters of a line.
    room
        Characters below which there is a list.
    titles
        How many columns say what a row is about.
    justify
        How the other columns stand.
    folds
        Whether these may be broken.
    """
    if width < room:
        return Group(*(line for row in rows for line in _as_list(heads, row, titles)))
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for head in heads[:titles]:
        table.add_column(head, overflow="fold")
    for head in heads[titles:]:
        table.add_column(head, justify=justify, no_wrap=not folds, overflow="fold")
    for row in rows:
        table.add_row(*(Text.assemble(cell) for cell in row))
    return table


def _as_list(heads: Sequence[str], row: Row, titles: int) -> Iterator[Text]:
    cells = [Text.assemble(cell) for cell in row]
    yield Text(" ").join(cells[:titles])
    for head, cell in zip(heads[titles:], cells[titles:], strict=False):
        yield Text.assemble(f"    {head}: ", cell)
