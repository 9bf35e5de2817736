"""Files that are offered to be taken away: each is written when somebody asks for it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.message import Message
from sim.report import name_files, write_csv, write_excel, write_json
from sim.words import current_language, page, say, speaking

Content = str | bytes
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Offered(NamedTuple):
    """A file that is offered."""

    called: Message
    write: Callable[[], Content]
    ending: str
    mime: str


def list_results(comparison: Comparison) -> list[Offered]:
    """List the files of a comparison for this program and for spreadsheets."""
    return [
        Offered(page.AS_JSON, partial(write_json, comparison), "json", "application/json"),
        Offered(page.AS_CSV, partial(write_csv, comparison), "csv", "text/csv"),
        Offered(page.AS_EXCEL, partial(write_excel, comparison), "xlsx", EXCEL),
    ]


def offer(comparison: Comparison, files: Sequence[Offered]) -> None:
    """Offer files about a comparison, each as a button."""
    offer_named(name_files(comparison), files)


def offer_named(name: str, files: Sequence[Offered]) -> None:
    """Offer files that are called alike but for their endings, each as a button."""
    with st.container(horizontal=True):
        for one in files:
            st.download_button(
                say(one.called),
                partial(_write_in, current_language(), one.write),
                file_name=f"{name}.{one.ending}",
                mime=one.mime,
                icon=":material/download:",
                on_click="ignore",
            )


def _write_in(language: str, write: Callable[[], Content]) -> Content:
    """Write a file in the language of the page, in whichever thread it is asked for."""
    with speaking(language):
        return write()
