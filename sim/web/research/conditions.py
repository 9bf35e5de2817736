"""Which condition does it: the difference of the two designs, taken apart."""

import pandas as pd
import streamlit as st

from sim.analysis.attribution import Attribution
from sim.analysis.comparison import Comparison
from sim.charts import plot_shares, set_on_page
from sim.errors import RequisiteError
from sim.report import tell_command_of
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.research.making import ask_for
from sim.web.running.jobs import Attribute
from sim.web.session.asked import Asked
from sim.web.session.stand import Stand
from sim.words import attribution as told
from sim.words import report, say, say_error
from sim.words import research as words

REPLICATIONS = 5
"""Few: there are up to 256 mixes."""
FIRST = "cost_per_citizen_helped"
SELECT_PX = 680


def show_conditions(asked: Asked, stand: Stand, comparison: Comparison) -> None:
    """Take the difference apart where that does not take too long."""
    st.header(say(words.WHICH_CONDITION), anchor=False)
    st.markdown(say(words.CONDITION_NOTE, replications=REPLICATIONS))
    job = Attribute(stand.scenario, stand.designs, REPLICATIONS, asked.seed, asked.days)
    about = ("attribution", asked._replace(replications=REPLICATIONS), stand.scenario.origin)
    command = tell_command_of(comparison, "attribute")
    try:
        found = ask_for(words.TAKE_APART, about, job, command)
    except RequisiteError as error:
        st.warning(say_error(error))
        return
    if found is not None:
        _show_attribution(found)


def _show_attribution(found: Attribution) -> None:
    if not found.measures:
        st.info(say(words.NOTHING_APART))
    else:
        _show_measure(found, _choose(found))
    basis = "\n".join(f"- {one}" for one in told.tell_basis_of_attribution(found))
    st.caption(basis)


def _choose(found: Attribution) -> str:
    names = list(found.measures)
    return st.selectbox(
        say(words.TAKEN_APART),
        names,
        index=names.index(FIRST) if FIRST in names else 0,
        format_func=lambda name: say(found.measures[name].title),
        key=f"{found.service}:taken-apart",
        width=SELECT_PX,
    )


def _show_measure(found: Attribution, name: str) -> None:
    measure, about, theme = found.measures[name], found.provenance, current_theme()
    origin = report.tell_origin(about.version, found.replications, about.seed, about.sources)
    show_figure(
        set_on_page(plot_shares(measure, theme.second), origin, theme),
        title=words.tell_share(measure),
        subtitle=words.tell_shares(measure, found.designs),
        table=pd.DataFrame(told.rows_of_shares(measure), columns=told.heads_of_shares(measure)),
        key="research:shares",
    )
    st.markdown(told.tell_whole(found.designs, measure))
    if len(measure.shares) > 1:
        st.markdown("\n".join(f"- {one}" for one in told.tell_parts(measure)))
