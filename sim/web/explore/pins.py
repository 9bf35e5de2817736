"""Runs that are pinned: up to four, named, side by side; and the report of the one that stands."""

from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sim.analysis.comparison import Comparison
from sim.analysis.robustness import find_kept
from sim.errors import RequisiteError
from sim.report import name_files, write_report
from sim.scenario import Scenario
from sim.web.session.asked import Asked
from sim.web.session.runs import run
from sim.web.session.stand import Stand, find_stand, find_title
from sim.words import current_language, page, say, say_error, say_sentence, speaking
from sim.words import explore as words
from sim.words.designs import name_design

MOST, MOST_SIGNS = 4, 40
PINNED = "pinned"
COMPARED = (
    "cost_per_citizen_helped",
    "failure_demand_share",
    "end_to_end_days",
    "faces_per_case",
    "faces_per_month",
    "staff_hours_per_year",
)


class Pin(NamedTuple):
    """A run that is pinned."""

    name: str
    asked: Asked


def show_pins(now: Asked, stand: Stand) -> None:
    """Offer to pin this run and to take its report away; show what is pinned."""
    pins: list[Pin] = st.session_state.setdefault(PINNED, [])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            say(words.PIN_NAME), key="pin:name", max_chars=MOST_SIGNS, width=260
        ).strip()
        st.button(
            say(words.PIN),
            on_click=_pin,
            args=(Pin(name or find_title(now.service), now),),
            disabled=len(pins) >= MOST,
            key="pin",
            icon=":material/keep:",
        )
        _offer_report(now, stand)
    if pins:
        _show_table(pins)
        st.button(say(words.UNPIN), on_click=pins.clear, key="pin:clear")


def _pin(pin: Pin) -> None:
    pins: list[Pin] = st.session_state[PINNED]
    if len(pins) < MOST:
        pins.append(pin)


def _offer_report(now: Asked, stand: Stand) -> None:
    comparison = run(now, stand)
    st.download_button(
        say(page.REPORT),
        partial(_write_report, comparison, stand.scenario, current_language()),
        file_name=f"{name_files(comparison)}.html",
        mime="text/html",
        icon=":material/print:",
        on_click="ignore",
    )


def _write_report(comparison: Comparison, scenario: Scenario, language: str) -> str:
    with speaking(language):
        return write_report(comparison, scenario, find_kept(scenario, comparison.designs))


def _show_table(pins: list[Pin]) -> None:
    rows: dict[str, dict[str, str]] = {}
    for nth, pin in enumerate(pins, start=1):
        try:
            found = run(pin.asked, find_stand(pin.asked.service))
        except RequisiteError as error:
            st.caption(f"{pin.name}: {say_error(error)}")
            continue
        for title, pair in _list_cells(found):
            for design, cell in zip(found.designs, pair, strict=True):
                column = f"{nth}. {pin.name} · {say_sentence(name_design(design))}"
                rows.setdefault(title, {})[column] = cell
    table = pd.DataFrame.from_dict(rows, orient="index").fillna("–")
    st.dataframe(table, alt=say(words.PINNED))


def _list_cells(found: Comparison) -> list[tuple[str, tuple[str, str]]]:
    told = found.tell()
    return [
        (
            say(told[name].title),
            (
                words.write_cell(told[name].first, told[name].unit),
                words.write_cell(told[name].second, told[name].unit),
            ),
        )
        for name in COMPARED
    ]
