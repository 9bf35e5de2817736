"""What if: other designs of the service that the open log is of."""

import pandas as pd
import streamlit as st

from sim.charts.what_if import plot_what_ifs
from sim.own.as_it_is import Beside
from sim.own.what_if import WhatIf
from sim.web.look.downloads import Offered, offer_named
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.own.kept import find_log, find_made
from sim.web.running.jobs import FindWhatIfs, Possible, WriteOwnScenario
from sim.words import own_build, say
from sim.words import own_service as page
from sim.words import what_if as words
from sim.words.forecast import tell_misses


def show_what_if() -> None:
    """Show what other designs would do."""
    log = find_log()
    if log is None:
        st.info(say(page.FIRST_A_FILE, section=say(page.YOUR_FILE)))
        return
    possible: Possible = find_made("what-if", FindWhatIfs(log))
    found = possible.what_ifs
    for line in (*own_build.tell_recent(possible.recent), *tell_misses(possible.beside)):
        st.warning(line)
    if found:
        _show_picture(found, possible.beside)
        st.markdown("\n\n".join(words.list_designs(found)))
        st.caption(say(words.KEPT))
    else:
        st.header(say(words.NOTHING), anchor=False)
    st.caption(say(words.WHY_NOTHING))
    text: str = find_made("scenario", WriteOwnScenario(log))
    st.markdown(say(page.SCENARIO_NOTE))
    offer_named("own-scenario", [Offered(page.SCENARIO, lambda: text, "toml", "application/toml")])


def _show_picture(found: tuple[WhatIf, ...], beside: tuple[Beside, ...]) -> None:
    rows = words.rows_of_designs(found, beside)
    show_figure(
        plot_what_ifs(found, beside, current_theme()),
        title=words.tell_finding(found, beside),
        subtitle=say(words.SUBTITLE),
        table=pd.DataFrame(rows, columns=[say(one) for one in words.HEADS]),
        key="own-log:what-if:chart",
    )
