"""The visitor's file: what was understood, what it cannot say, and how both are corrected."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from sim.own.caselog import CaseLog
from sim.own.iso_times import convert_times
from sim.own.mapping_file import build_toml
from sim.web.look.downloads import Offered, offer_named
from sim.web.look.plain import write_plain
from sim.web.own.correcting import ask_mapping
from sim.web.own.kept import Opened, close, find_opened, keep
from sim.web.own.picker import show_picker
from sim.web.running.jobs import ReadLog
from sim.web.session.runs import ask_unkept
from sim.words import own_service as words
from sim.words import say

MOST_LISTED = 6
"""Activities that are listed under one role."""


def show_file() -> None:
    """Let a visitor choose a file, and show what was made of it.

    Raises
    ------
    RequisiteError
        If it cannot be read at all.
    """
    st.markdown(say(words.NEEDS))
    show_picker()
    opened = find_opened()
    if opened is not None:
        _show_opened(opened)


def _show_opened(opened: Opened) -> None:
    understood = opened.understood
    st.header(say(words.UNDERSTOOD), anchor=False)
    if understood.log is None:
        problems = "\n".join(f"- {write_plain(say(one))}" for one in understood.problems)
        st.error(f"{say(words.UNUSABLE)}\n\n{problems}")
    else:
        st.markdown(f"**{write_plain(_tell_found(understood.log))}**")
    table = _tabulate(opened)
    st.dataframe(table, hide_index=True, height="content", alt=say(words.UNDERSTOOD))
    _show_warnings(opened)
    _offer_to_correct(opened)
    st.button(
        write_plain(say(words.CLOSE, file=opened.sent.name)),
        key="own-log:close",
        icon=":material/close:",
        on_click=close,
    )


def _tell_found(log: CaseLog) -> str:
    ends_us = np.array([log.end_us.min(), log.end_us.max()])
    first, last = (time.date().isoformat() for time in convert_times(log, ends_us))
    return words.tell_found(
        steps=len(log.case),
        cases=log.cases,
        persons=len(log.person_names),
        first=first,
        last=last,
        zone=log.zone,
    )


def _tabulate(opened: Opened) -> pd.DataFrame:
    rows = [*_list_columns(opened), *_list_roles(opened)]
    return pd.DataFrame(rows, columns=[say(one) for one in (words.MEANS, words.IN_FILE, words.WHY)])


def _list_columns(opened: Opened) -> Iterator[tuple[str, str, str]]:
    understood = opened.understood
    for key, called in words.COLUMNS.items():
        column = getattr(understood.mapping, key)
        why = say(understood.why[key]) if column and key in understood.why else ""
        yield say(called), column or say(words.NO_COLUMN), why
    yield say(words.ZONE), understood.mapping.tz, ""


def _list_roles(opened: Opened) -> Iterator[tuple[str, str, str]]:
    for key, called in words.ROLES.items():
        names = getattr(opened.understood.mapping, key)
        yield say(called), words.list_some(names, MOST_LISTED), ""


def _show_warnings(opened: Opened) -> None:
    """Say loudly what the file cannot say."""
    st.header(say(words.CANNOT), anchor=False)
    warnings = opened.understood.warnings
    if warnings:
        st.warning("\n".join(f"- {write_plain(say(one))}" for one in warnings))
    else:
        st.markdown(say(words.CAN_ALL))


def _offer_to_correct(opened: Opened) -> None:
    with st.expander(say(words.CORRECT), expanded=opened.understood.log is None):
        st.markdown(say(words.CORRECT_NOTE))
        mapping = ask_mapping(opened)
        if opened.understood.log is not None:
            st.markdown(say(words.DOWNLOAD_NOTE))
            write = partial(build_toml, opened.understood.mapping)
            offer_named("mapping", [Offered(words.DOWNLOAD, write, "toml", "application/toml")])
    if mapping is not None:
        keep(opened.sent, ask_unkept(ReadLog(*opened.sent, mapping)))
        st.rerun()
