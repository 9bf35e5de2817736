"""What is assumed: where every number comes from, and what differs from the file."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from sim.scenario import Described, Difference, Scenario, describe_keys
from sim.web.numbers_shown import label, write_range, write_value

KINDS = {
    "report": "from the report",
    "literature": "from literature",
    "fitted": "fitted to the evidence",
    "assumed": "assumed",
    "changed": "changed here",
    "off": "switched off",
}
"""What a quantity may rest on, in words."""


def show_sources(sources: Mapping[str, int]) -> None:
    """Show how many quantities rest on each kind of source."""
    with st.container(horizontal=True):
        for kind, words in KINDS.items():
            st.metric(words.capitalize(), sources.get(kind, 0), width=150)
    st.caption(
        "Assumed: nobody measured it. Fitted: chosen so that results match the evidence. "
        "Switched off: plays no part in this service."
    )


def show_moved(moved: Sequence[Difference], filed: Scenario, scenario: Scenario) -> None:
    """List what differs from the file.

    Parameters
    ----------
    moved
        The differences.
    filed, scenario
        The scenario as its file has it, and with the differences.
    """
    if not moved:
        st.markdown("Nothing differs from the file.")
        return
    items = {item.key: item for item in (*describe_keys(filed), *describe_keys(scenario))}
    rows = [_row_of_difference(difference, items.get(difference.key)) for difference in moved]
    st.markdown(f"**Values that differ from the file: {len(rows)}**")
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt="What differs from the file")


def _row_of_difference(difference: Difference, item: Described | None) -> dict[str, str]:
    old, new = (_write(item, value) for value in (difference.old, difference.new))
    return {
        "Meaning": label(item) if item else "Name",
        "In the file": old,
        "Here": new,
        "Key": difference.key,
    }


def _write(item: Described | None, value: float | int | str | None) -> str:
    if value is None:
        return "not there"
    return write_value(item, value) if item else str(value)


def show_quantities(scenario: Scenario) -> None:
    """Show a table of every quantity with its value, plausible range and source."""
    rows = [
        {
            "Key": item.key,
            "Value": write_value(item, item.value),
            "Plausible": write_range(item),
            "Rests on": item.source_text or KINDS.get(item.source, item.source),
            "Meaning": item.about,
        }
        for item in describe_keys(scenario)
        if item.source
    ]
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, height=420, alt="Every quantity with its source"
    )
