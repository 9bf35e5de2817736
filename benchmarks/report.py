"""What a benchmark found: rows of tables, and figures that are held to a target."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

DIGITS = 3
"""Of a figure that is held to a target."""


class Target(NamedTuple):
    """A figure and what it is to be.

    Attributes
    ----------
    what
        In words.
    figure
        As measured.
    most
        The most it may be, or `None`.
    least
        The least it may be, or `None`.
    unit
        Its unit.
    """

    what: str
    figure: float
    most: float | None = None
    least: float | None = None
    unit: str = "×"

    @property
    def is_reached(self) -> bool:
        """Whether the figure is what it is to be."""
        return (self.most is None or self.figure <= self.most) and (
            self.least is None or self.figure >= self.least
        )


class Section(NamedTuple):
    """One part of the report.

    Attributes
    ----------
    title
        Its heading.
    note
        What the numbers are.
    columns, rows
        A table.
    targets
        What is held to a target.
    """

    title: str
    note: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    targets: list[Target]


def build_text(section: Section) -> str:
    """Return a section as Markdown."""
    lines = [f"## {section.title}", "", section.note, ""]
    lines += [_row(section.columns), _row(["---"] * len(section.columns))]
    lines += [_row(row) for row in section.rows]
    if section.targets:
        lines += ["", _row(("held to a target", "found", "target", "")), _row(["---"] * 4)]
        lines += [_row(_say(target)) for target in section.targets]
    return "\n".join(lines) + "\n"


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _say(target: Target) -> tuple[str, ...]:
    bound = f"at least {target.least:g}" if target.most is None else f"at most {target.most:g}"
    reached = "reached" if target.is_reached else "**not reached**"
    return target.what, f"{_shorten(target)} {target.unit}", f"{bound} {target.unit}", reached


def _shorten(target: Target) -> str:
    """Return the figure with few digits, never nearer to its target than it is."""
    figure = Decimal(repr(float(target.figure)))
    places = max(DIGITS - 1 - figure.adjusted(), 0)
    away = ROUND_FLOOR if target.most is None else ROUND_CEILING
    return str(figure.quantize(Decimal(1).scaleb(-places), away))
