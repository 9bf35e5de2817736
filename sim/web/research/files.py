"""The result and the scenario as files to take away."""

from typing import NamedTuple

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.message import Message
from sim.report import write_csv, write_json
from sim.scenario import Scenario, write_toml
from sim.web.session.drawn import drawn_once
from sim.words import page, say
from sim.words import research as words


class Offered(NamedTuple):
    """A file that is offered."""

    called: Message
    content: str | bytes
    ending: str
    mime: str


def show_files(key: str, comparison: Comparison, scenario: Scenario) -> None:
    """Offer the result, and the scenario with all changes made, each as a button."""
    st.header(say(words.TO_TAKE_AWAY), anchor=False)
    name = f"requisite-{comparison.service}-seed{comparison.seed}"
    with st.container(horizontal=True):
        for offered in write_files(key, comparison, scenario):
            st.download_button(
                say(offered.called),
                offered.content,
                file_name=f"{name}.{offered.ending}",
                mime=offered.mime,
                icon=":material/download:",
                on_click="ignore",
            )
    st.caption(say(words.FILES_NOTE))


@drawn_once
def write_files(key: str, _comparison: Comparison, _scenario: Scenario) -> list[Offered]:
    """Write every file that is offered."""
    return [
        Offered(page.AS_JSON, write_json(_comparison), "json", "application/json"),
        Offered(page.AS_CSV, write_csv(_comparison), "csv", "text/csv"),
        Offered(
            words.AS_PARQUET, _comparison.to_parquet(), "parquet", "application/vnd.apache.parquet"
        ),
        Offered(words.AS_TOML, write_toml(_scenario), "toml", "application/toml"),
    ]
