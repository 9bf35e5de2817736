"""The lines of a stretch of days: its limits, and where they are named."""

from collections.abc import Iterator, Sequence

from sim.analysis.capability import Limits
from sim.charts.tokens import CHART_TEXT_PX
from sim.charts.xmr.sheet import PANEL_PX, Sheet, XmrStretch
from sim.words import capability as words

LABEL_APART_PX = 17
DASHES = {"mean": "solid", "upper": "dash", "lower": "dash"}
NAMED_EARLIER = ("mean", "p90", "upper")
"""Lines that are named amid the chart, of days before a change: more would hide the values."""


def draw_lines(sheet: Sheet, stretch: XmrStretch, limits: Limits) -> None:
    """Draw the limits of a stretch, from its first day to its last."""
    for name, value in _list_lines(limits):
        is_natural = name in DASHES
        sheet.figure.add_scatter(
            x=[stretch.from_day, stretch.to_day],
            y=[value, value],
            yaxis=sheet.axis,
            mode="lines",
            line={
                "color": sheet.theme.ink if is_natural else sheet.theme.pale,
                "width": 2 if is_natural else 1,
                "dash": DASHES.get(name, "dot"),
            },
            hoverinfo="skip",
        )


def _list_lines(limits: Limits) -> Iterator[tuple[str, float]]:
    """List the lines of a stretch; there is no lower limit where it would be below 0."""
    for name in ("median", "mean", "p90", "p95", "upper"):
        yield name, getattr(limits, name)
    if limits.lower > 0:
        yield "lower", limits.lower


def write_labels(sheet: Sheet, stretch: XmrStretch, limits: Limits, *, is_last: bool) -> None:
    """Name the lines: beside the panel, those of an earlier stretch at its end."""
    named = [line for line in _list_lines(limits) if is_last or line[0] in NAMED_EARLIER]
    lines = sorted(named, key=lambda line: line[1])
    belong = [value / sheet.top * PANEL_PX for _, value in lines]
    at_end = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6}
    within = {"x": stretch.to_day, "xanchor": "right", "xshift": -4, "bgcolor": sheet.theme.paper}
    for (name, value), place, stands in zip(lines, belong, spread(belong), strict=True):
        sheet.figure.add_annotation(
            at_end if is_last else within,
            y=value,
            yref=sheet.axis,
            yshift=stands - place,
            text=words.name_line(name, value),
            showarrow=False,
            borderpad=0,
            font={
                "color": sheet.theme.ink if name in DASHES else sheet.theme.pale,
                "size": CHART_TEXT_PX,
            },
        )


def spread(places: Sequence[float], apart: float = LABEL_APART_PX) -> list[float]:
    """Move labels apart that would stand on each other; they are in rising order.

    Parameters
    ----------
    places
        Where they belong, in pixels from the bottom of the panel.
    apart
        Pixels from one to the next, at least.
    """
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + apart) if found else max(place, apart / 2))
    over = max(found[-1] - PANEL_PX, 0.0) if found else 0.0
    for nth in range(len(found) - 1, -1, -1):
        above = found[nth + 1] - apart if nth + 1 < len(found) else found[nth] - over
        found[nth] = min(found[nth], above)
    return found
