"""A week of cases moving through both designs, and the same as a table."""

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from sim.charts.tokens import Theme
from sim.journey import Following, Week
from sim.web.look.theme import current_theme
from sim.words import citizen as words
from sim.words import page, say
from sim.words.designs import say_designs

FOLDER = Path(__file__).parent
HTML = '<div class="week"></div>'


@cache
def _register() -> Any:
    """Tell Streamlit of the component, once."""
    style, script = ((FOLDER / f"week.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return st.components.v2.component("requisite_week", html=HTML, css=style, js=script)


def show_week(following: Following) -> None:
    """Show the week; of visits say that there is none."""
    if not following.weeks:
        st.caption(say(words.NO_WEEK))
        return
    first, second = following.weeks
    still_open = [week.days[-1].still_open for week in following.weeks]
    st.header(words.tell_week(still_open, following.designs), anchor=False)
    st.caption(words.tell_dots([(len(w.dots), w.cases) for w in (first, second)]))
    _register()(data=_build_data(following, current_theme()), key="week")
    st.caption(words.tell_week_run(following.provenance, following.days))
    with st.expander(say(page.AS_TABLE)):
        st.dataframe(_build_table(following), hide_index=True)


def _build_data(following: Following, theme: Theme) -> dict[str, Any]:
    """Build what the script draws: numbers, and texts in the language of the visitor."""
    week = following.weeks[0]
    buttons = {
        "play": words.PLAY,
        "pause": words.PAUSE,
        "step": words.STEP,
        "again": words.AGAIN,
    }
    colours = (theme.first, theme.second)
    designs = say_designs(following.designs)
    return {
        "words": {name: say(text) for name, text in buttons.items()},
        "theme": {"failure": theme.failure, "rest": theme.rest},
        "weekdays": _list_weekdays(week),
        "opens": week.opens_hour,
        "hours": week.hours_per_day,
        "weeks": [
            _build_panel(*panel) for panel in zip(following.weeks, designs, colours, strict=True)
        ],
    }


def _build_panel(week: Week, design: str, colour: str) -> dict[str, Any]:
    return {
        "design": design,
        "colour": colour,
        "places": list(week.places),
        "met": week.met,
        "dots": [[[list(move) for move in dot.moves], list(dot.failures)] for dot in week.dots],
    }


def _list_weekdays(week: Week) -> list[str]:
    return words.list_weekdays([day.weekday for day in week.days])


def _build_table(following: Following) -> pd.DataFrame:
    rows = [
        (weekday, design, day.came, day.met, day.failures, day.still_open)
        for design, week in zip(say_designs(following.designs), following.weeks, strict=True)
        for weekday, day in zip(_list_weekdays(week), week.days, strict=True)
    ]
    return pd.DataFrame(rows, columns=[say(title) for title in words.WEEK_TABLE])
