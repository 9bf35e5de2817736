"""A scenario file of a visitor's own: chosen, checked, and opened in their session."""

from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from sim.errors import MOST_IN_LINE, RequisiteError, ScenarioError
from sim.message import Message
from sim.plain_text import cut
from sim.scenario import read_scenario
from sim.web.look.plain import write_plain
from sim.web.running.jobs import Checked, CheckFile
from sim.web.running.limits import MOST_FILE_BYTES, MOST_FILES
from sim.web.session.address import take_awaited
from sim.web.session.asked import reset
from sim.web.session.own import can_keep, close_own, find_own, keep_own, list_own, name_own
from sim.web.session.places import go_to
from sim.web.session.runs import ask_unkept
from sim.web.session.sent import Sent, read_sent
from sim.words import own as words
from sim.words import page, say, say_error
from sim.words.check import tell_check

PICKER, SENT, VERDICT = "own:picker", "own:sent", "own:verdict"
HERE = Path(__file__).parent
HTML = '<label><span></span><input type="file" accept=".toml"></label>'
ELSEWHERE = {"explore": page.EXPLORE, "citizen": page.CITIZEN, "capability": page.CAPABILITY}


class Verdict(NamedTuple):
    """What came of a file: problems, or the name by which it is open."""

    file: str
    problems: tuple[str, ...]
    total: int
    service: str | None


@cache
def _component() -> Any:
    css, js = ((HERE / f"own.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    return st.components.v2.component("requisite_own", html=HTML, css=css, js=js)


def show_own() -> None:
    """Let a visitor choose a file, and say what was found in it."""
    is_in_use = bool(list_own()) or SENT in st.session_state or VERDICT in st.session_state
    with st.expander(say(words.OWN_FILE), icon=":material/upload_file:", expanded=is_in_use):
        st.markdown(say(words.IDEA))
        _component()(
            key=PICKER,
            data={
                "label": say(words.CHOOSE, most=MOST_FILE_BYTES // 1000),
                "most": MOST_FILE_BYTES,
            },
            on_file_change=_take,
        )
        _check_sent()
        verdict: Verdict | None = st.session_state.get(VERDICT)
        if verdict is not None:
            _show(verdict)
        _offer_open(verdict.service if verdict else None)


def _take() -> None:
    """Take what the browser has sent; it is looked at where the page is drawn."""
    st.session_state[SENT] = st.session_state[PICKER].file


def _check_sent() -> None:
    if SENT not in st.session_state:
        return
    raw = st.session_state.pop(SENT)
    st.session_state.pop(VERDICT, None)
    try:
        st.session_state[VERDICT] = _find_verdict(read_sent(raw))
    except ScenarioError as error:
        st.session_state[VERDICT] = Verdict(
            error.where, tuple(error.problems), len(error.problems), None
        )
    except RequisiteError as error:
        st.error(write_plain(say_error(error)))


def _find_verdict(sent: Sent) -> Verdict:
    """Have a file checked by a process of its own; open it here only if it is sound."""
    checked: Checked = ask_unkept(CheckFile(sent.name, sent.content))
    if checked.total:
        return Verdict(sent.name, checked.problems, checked.total, None)
    scenario = read_scenario(sent.content, sent.name)
    assert scenario.origin is not None
    if not can_keep(name_own(scenario.origin.sha256)):
        raise ScenarioError(sent.name, [Message(words.FULL.template, n=MOST_FILES)])
    service = keep_own(scenario)
    take_awaited(service)
    return Verdict(sent.name, (), 0, service)


def _show(verdict: Verdict) -> None:
    scenario = find_own(verdict.service) if verdict.service else None
    if verdict.service is None:
        _show_problems(verdict)
    elif scenario is not None:
        st.success("\n".join(f"- {write_plain(line)}" for line in tell_check(scenario)))
        _offer_to_show(verdict.service)


def _show_problems(verdict: Verdict) -> None:
    heading = Message.counted(
        "{where}: 1 problem", "{where}: {n} problems", n=verdict.total, where=verdict.file
    )
    told = [cut(say(problem), MOST_IN_LINE) for problem in verdict.problems]
    more = verdict.total - len(told)
    told += [say(Message("and {n} more", n=more))] if more else []
    listed = "\n".join(f"- {write_plain(line)}" for line in told)
    st.error(f"{write_plain(say(heading))}\n\n{listed}")


def _offer_to_show(service: str) -> None:
    with st.container(horizontal=True):
        if st.session_state.get("service") != service:
            st.button(say(words.SHOW_HERE), key="own:here", on_click=partial(_choose, service))
        for address, called in ELSEWHERE.items():
            if st.button(say(words.SHOW_UNDER, page=called), key=f"own:{address}"):
                go_to(address, service)


def _choose(service: str) -> None:
    st.session_state["service"] = service


def _offer_open(shown: str | None) -> None:
    """Offer to show each file that is open, if it is not shown or offered above, and to close it.

    Parameters
    ----------
    shown
        The file that the verdict is about.
    """
    for service in list_own():
        scenario = find_own(service)
        if scenario is None:
            continue
        with st.container(horizontal=True):
            if service not in (shown, st.session_state.get("service")):
                st.button(
                    write_plain(say(words.SHOW, file=scenario.where)),
                    key=f"{service}:show",
                    on_click=partial(_choose, service),
                )
            st.button(
                write_plain(say(words.CLOSE, file=scenario.where)),
                key=f"{service}:close",
                icon=":material/close:",
                on_click=partial(_close, service),
            )


def _close(service: str) -> None:
    """Close a file, with what was changed in it; the pages show another service then."""
    close_own(service)
    reset(service)
    st.session_state.pop(VERDICT, None)
