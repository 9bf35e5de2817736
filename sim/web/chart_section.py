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
from sim.measures import FAILURE_CONDITIONS, MEASURES
from sim.web.words import name_designs

COST_PARTS = (
    "cost_value_work",
    "cost_intake_and_checks",
    "cost_read_in",
    "cost_failure_contacts",
    "cost_rework",
    "cost_control",
    "cost_planning",
    "cost_travel",
    "cost_overservice",
    "cost_purchases",
    "cost_downstream",
)
"""Together they are the whole cost per citizen helped."""
FIRST_CHOSEN = (
    "failure_demand_share",
    "contacts_per_case",
    "faces_per_case",
    "first_time_right_share",
)
Measures = Mapping[str, Compared]


def show_charts(measures: Measures, designs: Sequence[str]) -> None:
    """Show the charts, two beside one another where there is room.

    Parameters
    ----------
    measures
        The measures by name.
    designs
        The two designs.
    """
    names = name_designs(designs)
    charts = [_show_cost, _show_causes, _show_chosen]
    if _applies(measures["end_to_end_days"]):
        charts.insert(0, _show_clocks)
    for start in range(0, len(charts), 2):
        for column, show in zip(
            st.columns(2, gap="large"), charts[start : start + 2], strict=False
        ):
            with column:
                show(measures, names)


def _applies(measure: Compared) -> bool:
    return measure.first is not None or measure.second is not None


def _draw(figure: Any, caption: str) -> None:
    config = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
    st.plotly_chart(figure, config=config, alt=f"{figure.layout.title.text}. {caption}")
    st.caption(caption)


def _show_clocks(measures: Measures, names: Sequence[str]) -> None:
    _draw(
        plot_two_clocks(_clocks(measures), names),
        "Bars end at the mean time; the line runs on to the upper limit. Filled: what citizens "
        "live through. Hollow: what is reported.",
    )


def _show_cost(measures: Measures, names: Sequence[str]) -> None:
    parts = [_shorten(measures[name], name) for name in COST_PARTS if name in measures]
    _draw(plot_cost_breakdown(parts, names), "End to end, downstream cost included.")


def _show_causes(measures: Measures, names: Sequence[str]) -> None:
    _draw(
        plot_failure_causes(_causes(measures), names),
        "By the condition of the design that caused it, in contacts per case.",
    )


def _clocks(measures: Measures) -> list[Clock]:
    return [
        Clock(
            "as the citizen lives it",
            measures["end_to_end_days"],
            measures["end_to_end_days_upper_limit"],
        ),
        Clock(
            "on the target's clock",
            measures["reported_days"],
            measures["reported_days_upper_limit"],
        ),
    ]


def _causes(measures: Measures) -> list[Compared]:
    names = [measure.name for measure in FAILURE_CONDITIONS.measures]
    return [_shorten(measures[name], name) for name in names if name in measures]


def _shorten(part: Compared, name: str) -> Compared:
    """Take from a title what the chart's own title says."""
    title = MEASURES[name].short_title
    return part._replace(title=title[:1].upper() + title[1:])


def _show_chosen(measures: Measures, names: Sequence[str]) -> None:
    chosen = st.multiselect(
        "Measures to see side by side",
        list(measures),
        default=FIRST_CHOSEN,
        format_func=lambda name: measures[name].title,
        key="chosen_measures",
    )
    shown = [measures[name] for name in chosen if _applies(measures[name])]
    if shown:
        _draw(plot_side_by_side(shown, names), "Lines are 95 % intervals.")
    missing = [measures[name].title for name in chosen if not _applies(measures[name])]
    if missing:
        st.caption(f"Does not apply here: {', '.join(missing)}.")
