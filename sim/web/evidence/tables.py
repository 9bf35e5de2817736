"""Every figure as a table, service by service, and what is not simulated; the whole as a file."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from sim.analysis.evidence import EvidenceRow
from sim.web.session.files import load_filed
from sim.words import evidence as words
from sim.words import page, say, say_sentence, say_text


def show_tables(rows: Sequence[EvidenceRow]) -> None:
    """Show a table for each service with evidence, and one of all other claims."""
    simulated = [row for row in rows if row.measure]
    for service, group in groupby(simulated, key=lambda row: row.service):
        _show_service(str(service), list(group))
    st.subheader(say(words.NOT_OF_A_SERVICE), anchor=False)
    _show_table([_other(row) for row in rows if not row.measure], say(page.OTHERS_TABLE))


def show_download(rows: Sequence[EvidenceRow]) -> None:
    """Offer all rows as JSON."""
    st.download_button(
        say(page.AS_JSON),
        json.dumps([row.to_dict() for row in rows], indent=2, ensure_ascii=False),
        file_name="requisite-evidence.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )


def _show_service(service: str, rows: list[EvidenceRow]) -> None:
    scenario = load_filed(service)
    title = say_text(scenario.service.title)
    labels = words.label_types(scenario)
    st.subheader(title, anchor=False)
    st.caption(say(page.QUANTITIES_FITTED, count=rows[0].fitted))
    _show_table([_simulated(row, labels) for row in rows], say(page.EVIDENCE_OF, service=title))
    for reason in words.tell_reasons(rows):
        st.caption(reason.strip())


def _simulated(row: EvidenceRow, labels: Mapping[str, str]) -> dict[str, str]:
    claim, _, *figures, verdict = map(say_sentence, words.COLUMNS)
    reported, tolerated, simulated = zip(figures, words.write_figures(row), strict=True)
    return {
        verdict: say(page.MARKS[row.verdict]),
        claim: row.id,
        **dict((reported, simulated, tolerated)),
        say(page.MEASURE): words.tell_figure(row, labels),
        say(page.SAYS): say(row.says),
        say(page.SECTION): words.tell_section(row),
    }


def _other(row: EvidenceRow) -> dict[str, str]:
    claim, *_, verdict = map(say_sentence, words.COLUMNS)
    return {
        verdict: say(page.MARKS[row.verdict]),
        claim: row.id,
        say(page.SECTION): words.tell_section(row),
        say(page.SAYS): say(row.says),
        say(page.WHY): say(row.reason or ""),
    }


def _show_table(rows: Sequence[dict[str, str]], alt: str) -> None:
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=alt)
