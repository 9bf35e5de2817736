"""The page of the evidence: every figure of the report beside what the simulation gives."""

import json
from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from sim.analysis.evidence import (
    CONTEXT,
    NOT_SIMULATED,
    OUTSIDE,
    WITHIN,
    EvidenceRow,
    EvidenceTally,
    count_verdicts,
)
from sim.scenario import load_scenario
from sim.web.session.runs import EVIDENCE_REPLICATIONS, judge_all
from sim.web.session.stand import find_title
from sim.words import page_evidence as words
from sim.words import say, say_text
from sim.words.numbers import (
    NOTHING,
    decimals_of,
    write_interval,
    write_range,
    write_unit,
    write_value,
)
from sim.words.page import AS_JSON, MEASURE, UNIT


def show_evidence() -> None:
    """Show the page."""
    st.title(say(words.CLAIMS))
    st.markdown(say(words.EVIDENCE_IDEA))
    rows = judge_all()
    _show_tally(count_verdicts(rows))
    st.caption(words.say_evidence_runs(EVIDENCE_REPLICATIONS))
    simulated = [row for row in rows if row.measure]
    for service, group in groupby(simulated, key=lambda row: row.service):
        _show_service(str(service), list(group))
    st.subheader(say(words.OTHERS))
    _show_table([_other(row) for row in rows if not row.measure], say(words.OTHERS_TABLE))
    _show_download(rows)


def _show_tally(tally: EvidenceTally) -> None:
    figures = {
        words.SIMULATED_FIGURES: tally.simulated,
        words.WITHIN_TOLERANCE: tally.counts.get(WITHIN, 0),
        words.OUTSIDE: tally.counts.get(OUTSIDE, 0),
        words.NOT_SIMULATED: tally.counts.get(NOT_SIMULATED, 0),
        words.CONTEXT: tally.counts.get(CONTEXT, 0),
    }
    with st.container(horizontal=True):
        for name, number in figures.items():
            st.metric(say(name), number, border=True)


def _show_service(service: str, rows: list[EvidenceRow]) -> None:
    title = find_title(service)
    st.subheader(title)
    st.caption(words.say_fitted(rows[0].fitted))
    _show_table([_simulated(row) for row in rows], words.say_evidence_of(title))
    for row in rows:
        if row.reason:
            st.caption(words.say_reason(row))


def _simulated(row: EvidenceRow) -> dict[str, str]:
    unit = row.unit or ""
    numbers = [row.reported, row.simulated and row.simulated.mean, *(row.tolerance or ())]
    decimals = decimals_of([number for number in numbers if number is not None], unit)
    reported, simulated, tolerated = NOTHING, NOTHING, ""
    if row.reported is not None:
        reported = write_value(row.reported, unit, decimals)
    if row.simulated is not None:
        simulated = write_interval(row.simulated, unit, decimals)
    if row.tolerance is not None:
        tolerated = write_range(*row.tolerance, unit, decimals, is_signed=False)
    return {
        say(words.VERDICT): say(words.MARKS[row.verdict]),
        say(words.CLAIM): row.id,
        say(words.REPORTED_FIGURE): reported,
        say(words.SIMULATED): simulated,
        say(words.TOLERATED): tolerated,
        say(UNIT): write_unit(unit),
        say(MEASURE): words.say_measured(row, _demand_type(row)),
        say(words.SAYS): say(row.says),
        say(words.SECTION): words.say_section(row),
    }


def _demand_type(row: EvidenceRow) -> str:
    """Return the name of the demand type that a figure is about; empty where it is about all."""
    if row.service is None or row.demand_type is None:
        return ""
    return say_text(load_scenario(row.service).demand[row.demand_type].label)


def _other(row: EvidenceRow) -> dict[str, str]:
    return {
        say(words.VERDICT): say(words.MARKS[row.verdict]),
        say(words.CLAIM): row.id,
        say(words.SECTION): words.say_section(row),
        say(words.SAYS): say(row.says),
        say(words.WHY): say(row.reason or ""),
    }


def _show_table(rows: Sequence[dict[str, str]], alt: str) -> None:
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=alt)


def _show_download(rows: Sequence[EvidenceRow]) -> None:
    st.download_button(
        say(AS_JSON),
        json.dumps([row.to_dict() for row in rows], indent=2, ensure_ascii=False),
        file_name="requisite-evidence.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )
