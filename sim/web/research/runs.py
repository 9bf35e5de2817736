"""What was run in this session, with a way back to each run."""

from datetime import datetime, tzinfo
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from sim.web.look.plain import write_plain
from sim.web.session.address import take_code
from sim.web.session.choosing import name_service
from sim.web.session.files import list_open
from sim.web.session.link import Linked, read_code
from sim.web.session.ran import MOST_RUNS, Ran, list_runs
from sim.words import research as words
from sim.words import say
from sim.words.explore import tell_verdict


def show_runs(now: str) -> None:
    """Show the runs of this session, the latest first; `now` is the code of the one shown."""
    st.header(say(words.RUNS), anchor=False)
    st.markdown(say(words.RUNS_NOTE, most=MOST_RUNS))
    zone = _find_zone()
    for nth, ran in enumerate(list_runs()):
        _show(nth, ran, zone, is_shown=ran.code == now)


def _show(nth: int, ran: Ran, zone: tzinfo | None, *, is_shown: bool) -> None:
    linked = read_code(ran.code)
    at = f"{ran.at.astimezone(zone):%H:%M:%S}"
    title = write_plain(name_service(linked.service))
    st.markdown(
        f"**{at} · {title}**  \n{tell_verdict(ran.found)}  \n{write_plain(_tell_run(linked))}"
    )
    if is_shown:
        st.caption(say(words.SHOWN_NOW))
    else:
        st.button(
            say(words.BACK_TO_RUN, time=at),
            key=f"ran:{nth}",
            on_click=partial(take_code, ran.code),
            disabled=linked.service not in list_open(),
            icon=":material/history:",
        )


def _tell_run(linked: Linked) -> str:
    return words.tell_run(linked.changes, linked.days, linked.replications, linked.seed)


def _find_zone() -> tzinfo | None:
    """Return the time zone of the visitor's browser; that of this computer where it tells none."""
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now().astimezone().tzinfo
