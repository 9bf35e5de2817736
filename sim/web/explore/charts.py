"""The charts of a comparison."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from sim.analysis.comparison import Compared
from sim.charts import (
    Clock,
    plot_cost_breakdown,
    plot_failure_causes,
    plot_side_by_side,
    plot_two_clocks,
)
from sim.web.session.drawn import drawn_once
from sim.words import page, say, say_sentence
from sim.words.charts import AS_LIVED, AS_REPORTED
from sim.words.comparison import Measures
from sim.words.designs import name_design
from sim.words.numbers import write_list

FIRST_CHOSEN = (
    "failure_demand_share",
    "contacts_per_case",
    "faces_per_case",
    "first_time_right_share",
)


def show_charts(key: str, measures: Measures, designs: Sequence[str]) -> None:
    """Show the charts, two beside one another where there is room."""
    names = [say_sentence(name_design(design)) for design in designs]
    charts = [_show_cost, _show_causes, _show_chosen]
    if _applies(measures["end_to_end_days"]):
        charts.insert(0, _show_clocks)
    for start in range(0, len(charts), 2):
        for column, show in zip(
            st.columns(2, gap="large"), charts[start : start + 2], strict=False
        ):
            with column:
                show(key, measures, names)


def _applies(measure: Compared) -> bool:
    return measure.first is not None or measure.second is not None


def _draw(figure: Any, caption: str) -> None:
    config = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
    title = figure.layout.title.text.replace("<br>", " ")
    st.plotly_chart(figure, config=config, alt=f"{title}. {say(caption)}")
    st.caption(say(caption))


@drawn_once
def _show_clocks(key: str, _measures: Measures, _names: Sequence[str]) -> None:
    clocks = [
        Clock(
            say(AS_LIVED), _measures["end_to_end_days"], _measures["end_to_end_days_upper_limit"]
        ),
        Clock(say(AS_REPORTED), _measures["reported_days"], _measures["reported_days_upper_limit"]),
    ]
    _draw(plot_two_clocks(clocks, _names), page.TWO_CLOCKS)


@drawn_once
def _show_cost(key: str, _measures: Measures, _names: Sequence[str]) -> None:
    parts = _take(_measures, page.find_parts("cost_per_citizen_helped"))
    _draw(plot_cost_breakdown(parts, _names), page.WHOLE_COST)


@drawn_once
def _show_causes(key: str, _measures: Measures, _names: Sequence[str]) -> None:
    causes = _take(_measures, page.find_failure_conditions())
    _draw(plot_failure_causes(causes, _names), page.CAUSES)


def _take(measures: Measures, titles: Mapping[str, str]) -> list[Compared]:
    """Take some measures, by the short titles that they have where the chart's says the rest."""
    return [
        measures[name]._replace(title=say_sentence(title))
        for name, title in titles.items()
        if name in measures
    ]


def _show_chosen(key: str, measures: Measures, names: Sequence[str]) -> None:
    chosen = st.multiselect(
        say(page.CHOSEN),
        list(measures),
        default=FIRST_CHOSEN,
        format_func=lambda name: say(measures[name].title),
        key="chosen_measures",
    )
    applying = tuple(name for name in chosen if _applies(measures[name]))
    if applying:
        _show_side_by_side(key, applying, measures, names)
    missing = [say(measures[name].title) for name in chosen if not _applies(measures[name])]
    if missing:
        st.caption(say(page.NONE_OF_THESE, measures=write_list(missing)))


@drawn_once
def _show_side_by_side(
    key: str, chosen: tuple[str, ...], _measures: Measures, _names: Sequence[str]
) -> None:
    shown = [_measures[name] for name in chosen]
    _draw(plot_side_by_side(shown, _names), page.LINES)
