"""The page from top to bottom: what is met, what is assumed, who else wins, what it cannot say."""

from collections.abc import Sequence

import streamlit as st

from sim.analysis.evidence import EvidenceRow, count_basis
from sim.scenario import Scenario
from sim.web.evidence.meter import draw_meter
from sim.web.evidence.redesign import show_redesigns
from sim.web.evidence.rows import judge_all
from sim.web.evidence.strips import draw_strips
from sim.web.evidence.tables import show_download, show_tables
from sim.web.look.theme import current_theme
from sim.web.session.files import list_readable
from sim.web.session.known import list_known
from sim.web.tiles import group_known, show_groups
from sim.words import evidence as figures
from sim.words import evidence_page as words
from sim.words import page, report, say, say_text


def show_evidence() -> None:
    """Show the page."""
    st.title(say(page.CLAIMS), anchor=False)
    services, unreadable = list_readable()
    for name in unreadable:
        st.warning(say(words.LEFT_OUT, service=name))
    if services:
        _show_rows(services, judge_all(services))


def _show_rows(services: Sequence[Scenario], rows: Sequence[EvidenceRow]) -> None:
    with st.container(key="result"):
        st.markdown(words.tell_first_line(rows))
    st.markdown(say(page.EVIDENCE_IDEA))
    _show_strips([row for row in rows if row.simulated and row.no_test is None], services)
    st.caption(words.tell_not_drawn(rows))
    _show_meter(services)
    show_redesigns()
    _show_counter_cases()
    st.header(say(words.CANNOT), anchor=False)
    st.markdown("\n".join(f"- {said}" for said in words.list_cannot_say()))
    st.header(say(words.REPORT), anchor=False)
    st.markdown(say(words.NAMED))
    st.markdown(say(words.ELSEWHERE))
    st.markdown("\n".join(f"- {said}" for said in words.list_elsewhere(rows)))
    st.markdown(f"**{say(report.CITE)}:** {words.tell_citation(rows)}")
    with st.expander(say(words.DETAILS), key="figures", on_change="rerun") as details:
        if details.open:  # what shows tables is large: a browser fetches it when it is wanted
            st.markdown(" ".join(figures.tell_tally(rows)))
            show_tables(rows)
    show_download(rows)


def _show_strips(rows: Sequence[EvidenceRow], services: Sequence[Scenario]) -> None:
    st.header(words.tell_missed(rows), anchor=False)
    st.caption(say(words.HOW_TO_READ))
    by_name = {one.service.name: one for one in services}
    st.html(draw_strips(rows, by_name, current_theme()))


def _show_meter(services: Sequence[Scenario]) -> None:
    bases = {say_text(one.service.title): count_basis(one) for one in services}
    st.header(words.tell_meter(list(bases.values())), anchor=False)
    st.caption(say(words.METER_UNIT))
    st.html(draw_meter(bases, current_theme()))
    st.markdown(words.tell_no_estimate(list(bases.values())))


def _show_counter_cases() -> None:
    counter = [one for one in list_known() if one.is_counter]
    st.header(say(words.OTHER_SIDE), anchor=False)
    known = {one.name: one.facts for one in counter if one.facts}
    if known:
        st.markdown(words.tell_counter_cases(known))
    ours, theirs, *others = group_known(counter)
    show_groups([theirs, *others, ours])
