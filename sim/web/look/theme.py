"""The theme: what Streamlit is told of our colours and sizes, and which of the two a visitor sees.

The colours themselves are written down in `sim.charts.tokens`, for charts and reports as well.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from sim.charts.tokens import DARK, LIGHT, Theme

BODY_PX = 18
HEADINGS_PX = (34, 24, 21, 18, 18, 18)
MODES: Mapping[str, Theme] = {"light": LIGHT, "dark": DARK}


def list_options() -> dict[str, Any]:
    """Return the options of Streamlit that make up the theme, by their names."""
    sizes = {
        "theme.baseFontSize": BODY_PX,
        "theme.baseRadius": "3px",
        "theme.font": "sans-serif",  # Streamlit's own, which it serves itself: Source Sans
        "theme.headingFontSizes": [f"{size / BODY_PX:.3f}rem" for size in HEADINGS_PX],
        "theme.headingFontWeights": [700, 700, 600, 600, 600, 600],
    }
    for mode, theme in MODES.items():
        sizes |= {f"theme.{mode}.{name}": value for name, value in _list_colours(theme).items()}
    return sizes


def _list_colours(theme: Theme) -> dict[str, str]:
    return {
        "backgroundColor": theme.paper,
        "secondaryBackgroundColor": theme.shade,
        "textColor": theme.ink,
        "borderColor": theme.rule,
        "primaryColor": theme.press,
        "linkColor": theme.press,
        "blueColor": theme.first,
        "blueTextColor": theme.first,
        "orangeColor": theme.second,
        "orangeTextColor": theme.second,
        "redColor": theme.failure,
        "redTextColor": theme.failure,
        "grayTextColor": theme.pale,
    }


def current_theme() -> Theme:
    """Return the theme that the visitor sees."""
    return MODES.get(st.context.theme.type or "light", LIGHT)
