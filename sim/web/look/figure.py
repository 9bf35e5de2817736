"""A chart on a page: its title says what is found, and its figures can be read as a table."""

from typing import Any

import pandas as pd
import streamlit as st

from sim.words import page, say

CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False}


def show_figure(
    figure: Any,
    *,
    title: str,
    subtitle: str,
    alt: str = "",
    table: pd.DataFrame | None = None,
    key: str | None = None,
) -> None:
    """Show a chart under its title.

    Parameters
    ----------
    figure
        Of Plotly, coloured for the theme that the visitor sees.
    title
        What it shows, as a sentence.
    subtitle
        The measure and its unit.
    alt
        What is read to those who do not see it, after title and subtitle.
    table
        The same figures to be read; without one it is not offered.
    key
        Tells it from other charts of the page.
    """
    st.header(title, anchor=False)
    st.caption(subtitle)
    spoken = " ".join(filter(None, (title, subtitle, alt)))
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=spoken, key=key)
    if table is not None:
        with st.expander(say(page.AS_TABLE)):
            st.dataframe(table, hide_index=True, alt=spoken)
