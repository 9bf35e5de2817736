"""The whole table of measures, and the files to take away."""

import json
from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from sim.analysis.comparison import Compared, Comparison
from sim.measures import FAMILIES
from sim.results import Interval
from sim.scenario import Scenario
from sim.web.words import SHARE, name_designs, write_interval, write_mean

ALL = "All citizens"
BETTER = {"lower": "lower", "higher": "higher"}
"""Which way is better, in words; where neither is, nothing."""


def show_table(comparison: Comparison, scenario: Scenario) -> None:
    """Show every measure in both designs, of all citizens or of one demand type.

    Parameters
    ----------
    comparison
        The result.
    scenario
        Whose demand types have the names that people read.
    """
    labels = {name: demand.label.en.capitalize() for name, demand in scenario.demand.items()}
    scope = st.segmented_control(
        "Citizens",
        [ALL, *comparison.by_demand_type],
        default=ALL,
        required=True,
        format_func=lambda name: labels.get(name, name),
        key=f"{comparison.service}:scope",
    )
    measures = comparison.by_demand_type.get(scope, comparison.measures)
    designs = name_designs(comparison.designs)
    st.dataframe(
        pd.DataFrame(list(_rows(measures, designs))),
        hide_index=True,
        height=420,
        alt="Every measure in both designs, with 95 % intervals",
    )


def _rows(measures: Mapping[str, Compared], designs: list[str]) -> Iterator[dict[str, str]]:
    for family in FAMILIES:
        for member in family.measures:
            if member.name in measures:
                yield _row(family.title, measures[member.name], designs)


def _row(family: str, measure: Compared, designs: list[str]) -> dict[str, str]:
    unit = measure.unit
    return {
        "Measure": measure.title,
        "About": family,
        designs[0]: _write(measure.first, unit),
        designs[1]: _write(measure.second, unit),
        "Difference": _write(measure.difference, unit),
        "Unit": "%" if unit == SHARE else unit,
        "Better": BETTER.get(measure.better or "", ""),
        "Where it does not apply": measure.reason or "",
    }


def _write(interval: Interval | None, unit: str) -> str:
    if interval is None:
        return "–"
    return f"{write_mean(interval, unit)}  ({write_interval(interval, unit)})"


def show_downloads(comparison: Comparison) -> None:
    """Offer the result as files, with all that is needed to have it again."""
    name = f"requisite-{comparison.service}-seed{comparison.seed}"
    with st.container(horizontal=True):
        st.download_button(
            "Download as JSON",
            json.dumps(comparison.to_dict(), indent=2),
            file_name=f"{name}.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            "Download as CSV",
            comparison.to_frame().to_csv(index=False),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
