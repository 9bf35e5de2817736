"""What is assumed: where every number comes from, and what differs from the file."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from sim.scenario import Described, Difference, Scenario, describe_keys
from sim.web.session.drawn import drawn_once
from sim.words import page, say, say_sentence
from sim.words import quantities as words
from sim.words.basis import SOURCE_KINDS


def show_sources(sources: Mapping[str, int]) -> None:
    """Show how many quantities rest on each kind of source."""
    with st.container(horizontal=True):
        for kind, called in SOURCE_KINDS.items():
            st.metric(say_sentence(called), sources.get(kind, 0), width=150)
    st.caption(say(page.SOURCES))


def show_moved(moved: Sequence[Difference], filed: Scenario, scenario: Scenario) -> None:
    """List what differs from the file."""
    if not moved:
        st.markdown(say(words.NOTHING_DIFFERS))
        return
    items = {item.key: item for item in (*describe_keys(filed), *describe_keys(scenario))}
    rows = [_row_of_difference(difference, items.get(difference.key)) for difference in moved]
    st.markdown(f"**{say(words.DIFFERING, count=len(rows))}**")
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=say(page.DIFFERENCES))


def _row_of_difference(difference: Difference, item: Described | None) -> dict[str, str]:
    old, new = (_write(item, value) for value in (difference.old, difference.new))
    return {
        say(page.MEANING): words.label_quantity(item) if item else say(page.NAME),
        say(page.IN_THE_FILE): old,
        say(page.HERE): new,
        say(page.KEY): difference.key,
    }


def _write(item: Described | None, value: float | int | str | None) -> str:
    if value is None:
        return say(words.NOT_THERE)
    return words.write_value_of(item, value) if item else str(value)


@drawn_once
def show_quantities(key: str, _scenario: Scenario) -> None:
    """Show a table of every quantity with its value, plausible range and source."""
    rows = [_row_of_quantity(item) for item in describe_keys(_scenario) if item.source]
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=420, alt=say(page.EVERY_QUANTITY))


def _row_of_quantity(item: Described) -> dict[str, str]:
    return {
        say(page.KEY): item.key,
        say(page.VALUE): words.write_value_of(item, item.value),
        say(page.PLAUSIBLE): words.write_plausible(item),
        say(page.RESTS_ON): words.say_source(item),
        say(page.MEANING): say(item.about),
    }
