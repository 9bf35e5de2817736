"""The whole table of measures."""

from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from sim.analysis.comparison import Compared, Comparison
from sim.scenario import Scenario
from sim.web.session.drawn import drawn_once
from sim.words import page, say, say_sentence, say_text
from sim.words.designs import DIFFERENCE, name_design
from sim.words.numbers import decimals_of, write_unit

ALL = ""
"""Stands for all citizens among the names of demand types."""


def show_table(key: str, comparison: Comparison, scenario: Scenario) -> None:
    """Show every measure in both designs, of all citizens or of one demand type."""
    labels = {name: say_text(demand.label).capitalize() for name, demand in scenario.demand.items()}
    labels[ALL] = say(page.ALL_CITIZENS)
    scope = st.segmented_control(
        say(page.CITIZENS),
        [ALL, *comparison.by_demand_type],
        default=ALL,
        required=True,
        format_func=lambda name: labels[name],
        key=f"{comparison.service}:scope",
    )
    _draw_table(key, scope, comparison)


@drawn_once
def _draw_table(key: str, scope: str, _comparison: Comparison) -> None:
    measures = _comparison.tell(scope or None)
    st.dataframe(
        pd.DataFrame(list(_rows(measures, _comparison.designs))),
        hide_index=True,
        height=420,
        alt=say(page.ALL_MEASURES),
    )


def _rows(measures: Mapping[str, Compared], designs: tuple[str, str]) -> Iterator[dict[str, str]]:
    for family, names in page.list_families():
        for name in names:
            if name in measures:
                yield _row(family, measures[name], designs)


def _row(family: str, measure: Compared, designs: tuple[str, str]) -> dict[str, str]:
    first, second = (say_sentence(name_design(design)) for design in designs)
    means = [i.mean for i in (measure.first, measure.second) if i]
    decimals = decimals_of(means, measure.unit)
    return {
        say(page.MEASURE): say(measure.title),
        say(page.ABOUT_WHAT): say(family),
        first: page.write_cell(measure.first, measure.unit, decimals),
        second: page.write_cell(measure.second, measure.unit, decimals),
        say_sentence(DIFFERENCE): page.write_difference_cell(
            measure.difference, measure.unit, decimals
        ),
        say(page.UNIT): write_unit(measure.unit),
        say(page.BETTER): say(page.WHICH_IS_BETTER.get(measure.better or "", "")),
        say(page.NOT_APPLYING): say(measure.reason or ""),
    }
