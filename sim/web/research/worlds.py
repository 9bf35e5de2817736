"""In how many plausible worlds it holds, where that was tried beforehand."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sim.analysis.comparison import Comparison
from sim.analysis.robustness import Kept, find_kept
from sim.report import tell_command_of
from sim.scenario import Scenario
from sim.words import report, robustness, say
from sim.words import research as words


def show_worlds(comparison: Comparison, scenario: Scenario) -> None:
    """Show what was found in plausible worlds; of a changed scenario, that nothing was tried."""
    st.header(say(words.WORLDS), anchor=False)
    kept = find_kept(scenario, comparison.designs)
    if kept is None:
        st.markdown(say(words.CHANGED if scenario.differences else words.NOT_TRIED))
        st.code(tell_command_of(comparison, "robust"), language=None, wrap_lines=True)
        return
    _show_kept(kept)


def _show_kept(kept: Kept) -> None:
    st.markdown(report.tell_worlds(kept))
    st.markdown("\n".join(f"- {told}" for told in robustness.tell_worlds(kept)))
    heads, rows = robustness.heads_of_worlds(kept.designs), robustness.rows_of_worlds(kept)
    _show_table(words.VERDICTS, heads, rows)
    if kept.deciding:
        heads = list(map(say, robustness.HEADS_OF_DECIDING))
        _show_table(words.DECIDING, heads, robustness.rows_of_deciding(kept))
        st.caption(robustness.tell_halves(kept.designs))
        st.markdown(report.tell_deciding(kept))
    st.caption(say(robustness.EQUAL_WEIGHT))


def _show_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    st.markdown(f"**{say(title)}**")
    st.dataframe(pd.DataFrame(rows, columns=list(heads)), hide_index=True, alt=say(title))
