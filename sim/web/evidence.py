"""The page of the evidence: every figure of the report beside what the simulation gives."""

import json
from collections.abc import Iterator, Sequence
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
from sim.charts import write_number
from sim.measures import MEASURES
from sim.web.evidence_runs import REPLICATIONS, judge_all
from sim.web.scenarios import find_title
from sim.web.words import SHARE, name_designs, write_interval, write_mean

IDEA = (
    "Every figure that the report gives, beside what the simulation makes of it. The tolerance is "
    "the report's own ambiguity, or 15 %. What is *fitted* was chosen so that figures are met: a "
    "service with many fitted quantities and few figures has proved little."
)
HOW = f"Means of {REPLICATIONS} replications with 95 % intervals, which speak of chance only."
MARKS = {WITHIN: "✓ within", OUTSIDE: "✗ outside", NOT_SIMULATED: "not simulated", CONTEXT: CONTEXT}


def show_evidence() -> None:
    """Show the page."""
    st.title("What the report claims")
    st.markdown(IDEA)
    rows = judge_all()
    _show_tally(count_verdicts(rows))
    st.caption(HOW)
    simulated = [row for row in rows if row.measure]
    for service, group in groupby(simulated, key=lambda row: row.service):
        _show_service(str(service), list(group))
    st.subheader("Not simulated, and context")
    _show_table([_other(row) for row in rows if not row.measure], "Claims that are not simulated")
    _show_download(rows)


def _show_tally(tally: EvidenceTally) -> None:
    within = tally.counts.get(WITHIN, 0)
    figures = {
        "Figures simulated": tally.simulated,
        "Within tolerance": within,
        "Outside": tally.counts.get(OUTSIDE, 0),
        "Not simulated": tally.counts.get(NOT_SIMULATED, 0),
        "Context": tally.counts.get(CONTEXT, 0),
    }
    with st.container(horizontal=True):
        for name, number in figures.items():
            st.metric(name, number, border=True)


def _show_service(service: str, rows: list[EvidenceRow]) -> None:
    st.subheader(find_title(service))
    st.caption(f"Quantities fitted: {rows[0].fitted}")
    _show_table([_simulated(row) for row in rows], f"Evidence of {find_title(service)}")
    for row in rows:
        if row.reason:
            st.caption(f"{row.id}, {name_designs([row.design or ''])[0].lower()}: {row.why}.")


def _simulated(row: EvidenceRow) -> dict[str, str]:
    unit = row.unit or ""
    interval = row.simulated
    written = [_write(number, unit) for number in (row.reported, *(row.tolerance or ()))]
    return {
        "Verdict": MARKS[row.verdict],
        "Claim": row.id,
        "Reported": written[0],
        "Simulated": f"{write_mean(interval, unit)} ({write_interval(interval, unit)})"
        if interval
        else "–",
        "Tolerated": " to ".join(written[1:]),
        "Unit": "%" if unit == SHARE else unit,
        "Measure": " ".join(_say_measure(row)),
        "What it says": row.says,
        "§": row.section,
    }


def _write(number: float | None, unit: str) -> str:
    """Write a number without its unit, unless that is percent."""
    return "–" if number is None else write_number(number, SHARE if unit == SHARE else "")


def _say_measure(row: EvidenceRow) -> Iterator[str]:
    yield f"{MEASURES[row.measure or ''].title}, {row.design}"
    if row.compared_with:
        yield f"against {row.compared_with}"
    if row.demand_type:
        yield f"({row.demand_type})"


def _other(row: EvidenceRow) -> dict[str, str]:
    return {
        "Verdict": MARKS[row.verdict],
        "Claim": row.id,
        "§": row.section,
        "What it says": row.says,
        "Why": row.reason or "",
    }


def _show_table(rows: Sequence[dict[str, str]], alt: str) -> None:
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=alt)


def _show_download(rows: Sequence[EvidenceRow]) -> None:
    st.download_button(
        "Download as JSON",
        json.dumps([row.to_dict() for row in rows], indent=2, ensure_ascii=False),
        file_name="requisite-evidence.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )
