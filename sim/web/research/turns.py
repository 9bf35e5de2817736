"""Where the order of the designs turns, along the quantity that somebody chooses."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from sim.analysis.breakeven import VARIETY, Breakeven
from sim.analysis.comparison import Comparison
from sim.analysis.facts import find_facts
from sim.charts import plot_breakeven, set_on_page
from sim.errors import RequisiteError
from sim.report import tell_command_of
from sim.scenario import Described, Scenario, describe_keys
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.research.making import ask_for
from sim.web.running.jobs import FindLine
from sim.web.session.asked import Asked
from sim.web.session.stand import Stand
from sim.words import breakeven, report, say, say_error
from sim.words import research as words
from sim.words.facts import tell_where_it_turns
from sim.words.quantities import label_quantity

SELECT_PX = 680


def show_turns(asked: Asked, stand: Stand, comparison: Comparison) -> None:
    """Let somebody choose a quantity, and show where the order turns along it."""
    st.header(say(words.TURNS), anchor=False)
    st.markdown(say(words.TURNS_NOTE))
    facts = find_facts(stand.scenario)
    if facts and (known := tell_where_it_turns(facts)):
        st.markdown(known)
    key = _choose(asked.service, list_ranged(stand.scenario, stand.designs))
    job = FindLine(stand.scenario, stand.designs, asked.seed, asked.days, key)
    about = ("turns", asked._replace(replications=0), stand.scenario.origin, key)
    command = tell_command_of(comparison, "breakeven", "--x", key)
    try:
        found = ask_for(words.FIND, about, job, command)
    except RequisiteError as error:
        st.warning(say_error(error))
        return
    if found is not None:
        _show_line(found)


def list_ranged(scenario: Scenario, designs: tuple[str, str]) -> dict[str, Described]:
    """List the quantities that have a range and play a part in one of the two designs."""
    others = tuple(f"designs.{name}." for name in scenario.designs if name not in designs)
    return {
        item.key: item
        for item in describe_keys(scenario)
        if item.plausible
        and item.plausible[0] < item.plausible[1]
        and item.source != "off"
        and not item.key.startswith(others)
    }


def _choose(service: str, ranged: Mapping[str, Described]) -> str:
    return st.selectbox(
        say(words.VARIED),
        [VARIETY, *ranged],
        format_func=lambda key: _label(key, ranged),
        key=f"{service}:varied",
        width=SELECT_PX,
    )


def _label(key: str, ranged: Mapping[str, Described]) -> str:
    label = label_quantity(ranged[key]) if key in ranged else say(words.EVERY_NEED)
    return f"{label} · {key}"


def _show_line(found: Breakeven) -> None:
    about, theme = found.about, current_theme()
    origin = report.tell_origin(
        about.provenance.version, about.replications, about.seed, about.provenance.sources
    )
    show_figure(
        set_on_page(plot_breakeven(found, (theme.first, theme.second)), origin, theme),
        title=words.tell_turn(found),
        subtitle=words.tell_difference(found),
        table=pd.DataFrame(
            breakeven.rows_of_profile(about, found.x, found.profile),
            columns=breakeven.heads_of_profile(about, found.x),
        ),
        key="research:turns",
    )
    st.markdown(
        "\n".join(f"- {told}" for told in breakeven.tell_profile(about, found.x, found.profile))
    )
    st.caption(say(breakeven.BAND))
