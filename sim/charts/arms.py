"""What a lesson shows of one measure: an arm a row, with its 95 % interval, for a large screen."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.charts.rows import Row, draw_rows
from sim.charts.tokens import LIGHT, Theme
from sim.results import Interval


class Arm(NamedTuple):
    """An arm of a lesson.

    Attributes
    ----------
    name, figure
        What it is called, and how much it has, as people read them.
    design
        Place of its design: 0 or 1; it gives the colour.
    interval
        What was found; `None` where nothing can be told.
    """

    name: str
    figure: str
    design: int
    interval: Interval | None


def draw_arms(
    arms: Sequence[Arm], source: str = "", theme: Theme = LIGHT, *, bar_em: float = 1.0
) -> str:
    """Draw one measure in each arm, as HTML.

    Parameters
    ----------
    arms
        From top to bottom.
    source
        Where it is from; stands below.
    theme
        Its colours.
    bar_em
        Height of a bar, in that of letters.
    """
    rows = [
        Row(
            f"{arm.name}:",
            arm.figure,
            arm.interval.mean if arm.interval else None,
            colour_design(arm.design, theme),
            arm.interval,
        )
        for arm in arms
    ]
    return draw_rows(rows, theme, bar_em=bar_em, source=source)


def colour_design(place: int, theme: Theme) -> str:
    """Return the colour of a design, by its place: an arm has it wherever it is drawn."""
    return (theme.first, theme.second)[min(place, 1)]
