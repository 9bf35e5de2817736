"""What was guessed of a file is corrected: which column is what, and what its activities are."""

from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from sim.own.guessing.time_formats import turn_round
from sim.own.mapping import Mapping
from sim.web.own.kept import Opened
from sim.words import own_service as words
from sim.words import say

NEEDED = ("case", "activity", "time")
"""Columns that every log has."""
COLUMN_PX = 320


def ask_mapping(opened: Opened) -> Mapping | None:
    """Ask what columns and activities mean; return it once that is sent, otherwise `None`."""
    with st.form(f"own-log:form:{opened.reading}", border=False):
        with st.container(horizontal=True):
            columns = {key: _ask_column(opened, key) for key in words.COLUMNS}
            tz, time_format = _ask_zone(opened), _ask_order(opened)
        roles = {key: _ask_role(opened, key) for key in words.ROLES}
        is_sent = st.form_submit_button(say(words.APPLY), key=f"own-log:apply:{opened.reading}")
    if not is_sent:
        return None
    dropped = roles["drop"]
    roles = {key: tuple(n for n in names if n not in dropped) for key, names in roles.items()}
    asked: dict[str, Any] = {**columns, **roles, "drop": dropped}
    return opened.understood.mapping._replace(**asked, tz=tz, time_format=time_format)


def _ask_column(opened: Opened, key: str) -> str | None:
    columns = opened.understood.columns
    choices = columns if key in NEEDED else (None, *columns)
    chosen = getattr(opened.understood.mapping, key)
    column: str | None = st.selectbox(
        say(words.COLUMNS[key]),
        choices,
        index=choices.index(chosen) if chosen in choices else 0,
        format_func=lambda one: say(words.NO_COLUMN) if one is None else one,
        key=f"own-log:{key}:{opened.reading}",
        width=COLUMN_PX,
    )
    return column


def _ask_zone(opened: Opened) -> str:
    zones = sorted(available_timezones() | {opened.understood.mapping.tz})
    zone: str = st.selectbox(
        say(words.ZONE),
        zones,
        index=zones.index(opened.understood.mapping.tz),
        key=f"own-log:tz:{opened.reading}",
        width=COLUMN_PX,
    )
    return zone


def _ask_order(opened: Opened) -> str | None:
    """Return how times are written; ask what comes first where a date begins with day or month."""
    code = opened.understood.mapping.time_format
    turned = turn_round(code)
    if code is None or turned is None:
        return code
    formats = sorted((code, turned))
    chosen: str = st.selectbox(
        say(words.ORDER),
        formats,
        index=formats.index(code),
        format_func=lambda one: say(words.FIRST[one[:2]]),
        key=f"own-log:time_format:{opened.reading}",
        width=COLUMN_PX,
    )
    return chosen


def _ask_role(opened: Opened, key: str) -> tuple[str, ...]:
    """Ask which activities have a role; persons can be machines as well."""
    understood = opened.understood
    known = understood.activities + (understood.persons if key == "automatic" else ())
    chosen = [one for one in getattr(understood.mapping, key) if one in known]
    names = st.multiselect(
        say(words.ROLES[key]),
        list(dict.fromkeys(known)),
        default=chosen,
        placeholder=say(words.NONE_FOUND),
        key=f"own-log:{key}:{opened.reading}",
    )
    return tuple(names)
