"""The result and the scenario as files to take away."""

from functools import partial

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.scenario import Scenario, write_toml
from sim.web.look.downloads import Offered, list_results, offer
from sim.words import research as words
from sim.words import say

PARQUET, TOML = "application/vnd.apache.parquet", "application/toml"


def show_files(comparison: Comparison, scenario: Scenario) -> None:
    """Offer the result, and the scenario with all changes made, each as a button."""
    st.header(say(words.TO_TAKE_AWAY), anchor=False)
    offer(
        comparison,
        [
            *list_results(comparison),
            Offered(words.AS_PARQUET, comparison.to_parquet, "parquet", PARQUET),
            Offered(words.AS_TOML, partial(write_toml, scenario), "toml", TOML),
        ],
    )
    st.caption(say(words.FILES_NOTE))
