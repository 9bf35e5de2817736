"""The page from top to bottom."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sim.analysis.facts import Facts
from sim.charts import CostCut, cut_costs, plot_cost_cut
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.session.known import Known, list_known
from sim.web.start.answers import show_answers
from sim.web.tiles import group_known, show_groups
from sim.words import charts, current_language, report, say, start
from sim.words import facts as words
from sim.words.numbers import write_money

OPENED = {"sv": ("home-care", "family-support"), "da": ("sickness-benefit", "building-permits")}
OTHERS = ("sickness-benefit", "building-permits")
"""Which service is opened with: the first that both designs settle in."""


def show_start() -> None:
    """Show the page."""
    st.title(say(start.QUESTION), anchor=False)
    known = list_known()
    opened = find_opened(known, current_language())
    if opened is None or opened.facts is None:
        st.info(say(start.NONE_KEPT))
    else:
        with st.container(key="result"):
            st.markdown(words.tell_result(opened.facts, opened.title))
        _show_picture(opened.facts)
        st.caption(say(start.SIMULATED))
        show_answers(opened, known)
    st.header(say(start.EVERY_CASE), anchor=False)
    st.markdown(say(start.ABOUT_CASES))
    show_groups(group_known(known))


def find_opened(known: Sequence[Known], language: str) -> Known | None:
    """Return the scenario that the page opens with; `None` if nothing is known of any."""
    settled = {one.name: one for one in known if one.facts and one.facts.settles}
    names = (*OPENED.get(language, OTHERS), *settled)
    return next((settled[name] for name in names if name in settled), None)


def _show_picture(facts: Facts) -> None:
    cuts = cut_costs(facts.measures, words.name_designs(facts))
    shares = (cuts[0].failure / (cuts[0].total or 1.0), cuts[1].failure / (cuts[1].total or 1.0))
    source = words.tell_facts_source(facts)
    show_figure(
        plot_cost_cut(cuts, facts.currency, source, current_theme()),
        title=report.tell_cut(shares, facts.designs),
        subtitle=report.tell_unit(facts.currency),
        table=_tabulate(cuts, facts.currency),
        key="cost",
    )


def _tabulate(cuts: Sequence[CostCut], currency: str) -> pd.DataFrame:
    parts = {
        "useful": charts.USEFUL,
        "failure": charts.BY_FAILURE,
        "rest": charts.THE_REST,
        "total": start.WHOLE_COST,
    }
    columns = {
        cut.design: [write_money(getattr(cut, part), currency, 0) for part in parts] for cut in cuts
    }
    return pd.DataFrame({"": list(map(say, parts.values())), **columns})
