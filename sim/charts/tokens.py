"""Colours and sizes, written down once: for charts, for reports, and for pages.

Warm paper and ink, two colours for the two designs, one red for failure alone; the rest are greys.
Each pair of a text colour and its ground has a contrast of 4.5 to 1 or more in both themes.
"""

from typing import Any, NamedTuple

from sim.words import charts as words


class Theme(NamedTuple):
    """The colours of a theme."""

    paper: str
    """The ground."""
    shade: str
    """A ground that stands back a little: fields, heads of tables."""
    ink: str
    """Text."""
    pale: str
    """Text beside the point: sources, units."""
    rule: str
    """Lines that divide."""
    press: str
    """What can be pressed, which must not have the colour of a design."""
    first: str
    second: str
    """The two designs (Okabe & Ito 2008; lighter where it is dark)."""
    failure: str
    """What failure causes, and nothing else."""
    useful: str
    """Work that a citizen has use for."""
    rest: str
    """What is neither."""
    on_dark: str
    """Text on failure, on useful work and on what can be pressed."""


LIGHT = Theme(
    paper="#FBF8F3",
    shade="#F2ECE2",
    ink="#22201C",
    pale="#5F5A52",
    rule="#D9D2C5",
    press="#0F766E",
    first="#0072B2",
    second="#B84A00",
    failure="#B3261E",
    useful="#4B5A5E",
    rest="#B9B4AA",
    on_dark="#FFFFFF",
)
DARK = Theme(
    paper="#1B1A18",
    shade="#262421",
    ink="#EFEBE4",
    pale="#ADA79C",
    rule="#45423C",
    press="#2BA89C",
    first="#6CB6E8",
    second="#F0924F",
    failure="#F2857B",
    useful="#9FB1B6",
    rest="#5E5A53",
    on_dark="#1B1A18",
)
FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Segoe UI", system-ui, sans-serif'
"""The page's own where there is one, else of the machine: no font is fetched."""
CHART_TEXT_PX = 14
"""No text in a chart is smaller."""


def lay_out(theme: Theme) -> dict[str, Any]:
    """Return what the layouts of all charts of a page have in common."""
    return {
        "font": {"family": FONT, "size": CHART_TEXT_PX, "color": theme.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": words.separators(),
        "uirevision": "same",  # where somebody has zoomed in, it stays so
    }
