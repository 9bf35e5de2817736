"""Whom the case waits for: one sentence, one picture."""

import pandas as pd
import streamlit as st

from sim.charts.waits import plot_waits
from sim.own.waits import Waits
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.own.kept import find_log, find_waits
from sim.words import own_service as page
from sim.words import say
from sim.words import waits as words


def show_waits() -> None:
    """Show for whom the cases of the open log wait."""
    log = find_log()
    if log is None:
        st.info(say(page.FIRST_A_FILE, section=say(page.YOUR_FILE)))
        return
    waits = find_waits(log)
    reasons = {one.why_not for one in waits.days_per_case.values() if one.why_not is not None}
    if words.find_longest(waits.days_per_case) is None:
        st.header(words.tell_finding(waits.days_per_case), anchor=False)
        for reason in reasons:
            st.warning(say(reason))
        return
    _show_picture(waits)
    st.caption(say(page.WAITS_NOTE))


def _show_picture(waits: Waits) -> None:
    days = waits.days_per_case
    cases = max(one.observed for one in days.values())
    show_figure(
        plot_waits(days, cases, current_theme()),
        title=words.tell_finding(days),
        subtitle=say(words.SUBTITLE),
        table=_build_table(waits),
        key="own-log:waits:chart",
    )


def _build_table(waits: Waits) -> pd.DataFrame:
    rows = [
        words.write_row(ender, one, waits.share[ender])
        for ender, one in waits.days_per_case.items()
    ]
    return pd.DataFrame(rows, columns=[say(title) for title in words.TABLE])
