"""The map of a sweep: where which design is lower, where that cannot be told, and in words."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from sim.analysis.comparison import Comparison
from sim.analysis.sensitivity import COST, BreakevenMap
from sim.charts import Named, plot_map_on_page
from sim.scenario import Described
from sim.web.explore.changes import list_problems
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.research.sweep.inputs import label_axis
from sim.web.running.jobs import Swept
from sim.words import report, say, sensitivity
from sim.words import sweep_page as words
from sim.words.quantities import write_value_of

FIRST, KEY = COST, "research:sweep:measure"
SELECT_PX = 680


def show_map(found: Swept, items: Mapping[str, Described], comparison: Comparison) -> str:
    """Show the map of a measure; return which."""
    for error in found.refused.values():
        st.warning(list_problems(error))
    if not found.maps:
        return FIRST
    measure = _choose(found)
    result = found.maps[measure]
    title, *more = sensitivity.tell_map(result)
    about, x, y = comparison.provenance, items[result.x.key], items[result.y.key]
    source = report.tell_origin(
        about.version, result.about.replications, comparison.seed, about.sources
    )
    show_figure(
        plot_map_on_page(result, Named(label_axis(x), label_axis(y), source), current_theme()),
        title=title,
        subtitle=words.tell_measure(result),
        alt=words.tell_colours(result),
        table=_tabulate(result, x, y),
        key="research:sweep:map",
    )
    st.caption(words.tell_colours(result))
    told = [*more, *sensitivity.tell_about(result.about)]
    st.markdown("\n".join(f"- {one}" for one in told))
    return measure


def _choose(found: Swept) -> str:
    """Ask for the measure; the one that was looked at before, if it applies here, too."""
    if st.session_state.get(KEY, FIRST) not in found.maps:
        st.session_state.pop(KEY, None)
    return st.selectbox(
        say(words.MEASURE),
        list(found.maps),
        format_func=words.name_measure,
        key=KEY,
        width=SELECT_PX,
    )


def _tabulate(result: BreakevenMap, x: Described, y: Described) -> pd.DataFrame:
    rows = [
        (write_value_of(x, across), write_value_of(y, upwards), *told)
        for across, upwards, *told in words.rows_of_map(result)
    ]
    return pd.DataFrame(rows, columns=words.heads_of_map(label_axis(x), label_axis(y)))
