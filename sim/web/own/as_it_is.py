"""The service as it is: observed, simulated, and the past repeated."""

import pandas as pd
import streamlit as st

from sim.charts.days_done import plot_days_done
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.own.kept import find_log, find_made
from sim.web.running.jobs import AsItIs, FindAsItIs
from sim.words import days_done as words
from sim.words import forecast, say
from sim.words import own_service as page


def show_as_it_is() -> None:
    """Show the open log beside its simulation."""
    log = find_log()
    if log is None:
        st.info(say(page.FIRST_A_FILE, section=say(page.YOUR_FILE)))
        return
    found: AsItIs = find_made("as-it-is", FindAsItIs(log))
    _show_curves(found)
    st.markdown("\n\n".join(forecast.tell_result(found.forecast)))
    if found.forecast.breaks:
        lines = "\n".join(f"- {forecast.tell_break(one)}" for one in found.forecast.breaks)
        st.warning(f"{say(forecast.BROKEN)}\n\n{lines}")
    for line in forecast.tell_known(found.forecast):
        st.markdown(line)
    st.header(say(forecast.AS_IT_IS), anchor=False)
    for line in forecast.tell_misses(found.beside):
        st.warning(line)
    heads = [say(head) for head in forecast.HEADS_AS_IT_IS]
    table = pd.DataFrame(forecast.rows_as_it_is(found.beside), columns=heads)
    st.dataframe(table, hide_index=True, height="content", alt=say(forecast.AS_IT_IS))


def _show_curves(found: AsItIs) -> None:
    heads = [say(head) for head in forecast.HEADS]
    show_figure(
        plot_days_done(found.curves, current_theme()),
        title=words.tell_finding(found.forecast),
        subtitle=say(words.SUBTITLE),
        table=pd.DataFrame(forecast.rows_of_forecast(found.forecast), columns=heads),
        key="own-log:as-it-is:chart",
    )
