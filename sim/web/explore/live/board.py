"""The board as a fragment: a move asks for a draft, then for the full run, then for the line.

Whoever moves a lever waits for no page to be drawn: the board alone answers. What stands below it
on the page is drawn anew once the full run is there.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from sim.analysis.breakeven import Breakeven
from sim.analysis.comparison import Comparison
from sim.analysis.robustness import find_kept
from sim.charts.bundle import ADDRESS
from sim.errors import RequisiteError
from sim.web.explore.changes import show_problem
from sim.web.explore.live.asking import Cohort, ask_draft, find_cohort, find_line, takes_a_line
from sim.web.explore.live.figures import Seen, list_charts
from sim.web.explore.live.levers import (
    VARIETY_KEY,
    list_levers,
    move,
    name_changes,
    read_factor,
    say_design,
)
from sim.web.look.theme import current_theme
from sim.web.session.asked import Asked, as_texts, changes_of, reset
from sim.web.session.history import can_go, go, note_step
from sim.web.session.language import speak_to_visitor
from sim.web.session.runs import find_made, run
from sim.web.session.stand import Stand, find_stand
from sim.words import current_language, page, say
from sim.words import explore as words
from sim.words.kept import tell_kept
from sim.words.mended import tell_mended_beside
from sim.words.premises import tell_premises_beside

KEY, KEY_STATE, KEY_COHORTS = "board", "board:state", "board:cohorts"
BACK_AND_FORTH = {"undo": -1, "redo": 1}
HERE = Path(__file__).parent


class Stage(StrEnum):
    """What an answer to a move is, and what is asked for next."""

    DRAFT = "draft"
    REFINED = "refined"
    LINE = "line"


class Answer(NamedTuple):
    """What the board shows now, and what it is to ask for next."""

    stage: Stage
    now: Comparison
    before: Comparison | None
    line: tuple[Breakeven, float] | None
    next: Stage | None


@cache
def _component() -> Any:
    css, js = ((HERE / f"board.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    html = '<div class="board"></div>'
    return st.components.v2.component(
        "requisite_board", html=html, css=css, js=js, isolate_styles=False
    )


def show_board(asked: Asked) -> Comparison:
    """Show the board; return the comparison of what is asked for, made in full.

    Parameters
    ----------
    asked
        What is asked for as the page is drawn.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """
    st.session_state[KEY_STATE] = {"n": _state()["n"], "stage": Stage.REFINED}
    _show(asked)
    return run(asked, find_stand(asked.service))


def _state() -> dict[str, Any]:
    state: dict[str, Any] = st.session_state.setdefault(KEY_STATE, {"n": 0, "stage": Stage.REFINED})
    return state


@st.fragment
def _show(drawn: Asked) -> None:
    """Show the board as things stand; `drawn` is what the page below it is drawn for."""
    speak_to_visitor()  # it is drawn by itself
    place, below = st.container(), st.container()
    stand = find_stand(drawn.service)
    asked = drawn._replace(changes=as_texts(changes_of(drawn.service)))
    try:
        with below:
            answer = _find_answer(asked, stand)
    except RequisiteError as error:
        show_problem(error, asked.service)
        return
    if answer.stage != Stage.DRAFT:
        note_step(asked.service)
        if asked != drawn:
            st.rerun()
    with place:
        _component()(
            key=KEY,
            data=_build_data(asked, stand, answer),
            on_move_change=_take_move,
            on_next_change=_take_next,
        )


def _take_move() -> None:
    """Take what a lever, or a button of the board, has sent."""
    sent = st.session_state[KEY].move
    service, name = st.session_state["service"], str(sent["name"])
    if name in BACK_AND_FORTH:
        go(service, BACK_AND_FORTH[name])
    elif name == "reset":
        reset(service)
    else:
        move(service, find_stand(service).designs, name, float(sent["value"]))
    _state().update(n=int(sent["n"]), stage=Stage.DRAFT)


def _take_next() -> None:
    _state()["stage"] = (
        Stage.LINE if st.session_state[KEY].next["stage"] == Stage.LINE else Stage.REFINED
    )


def _find_answer(asked: Asked, stand: Stand) -> Answer:
    stage = _state()["stage"]
    plain = asked._replace(changes=())
    before = run(plain, stand) if asked.changes and stage != Stage.DRAFT else None
    if stage == Stage.DRAFT:
        line = _place_line(find_line(asked, stand, waits=False), asked)
        draft = ask_draft(asked, stand, _list_cohorts().get(asked.service))
        return Answer(Stage.DRAFT, draft, _find_before(plain, stand), line, Stage.REFINED)
    now = run(asked, stand)
    _keep_cohort(asked.service, now)
    line = _place_line(find_line(asked, stand, waits=stage == Stage.LINE), asked)
    is_wanted = line is None and now.settles and takes_a_line(asked, stand)
    return Answer(Stage.REFINED, now, before, line, Stage.LINE if is_wanted else None)


def _keep_cohort(service: str, shown: Comparison) -> None:
    """Keep whom the latest full run of a service that settles has followed."""
    cohort = find_cohort(shown)
    if cohort is not None:
        _list_cohorts()[service] = cohort


def _list_cohorts() -> dict[str, Cohort]:
    """List those that are kept, by service."""
    cohorts: dict[str, Cohort] = st.session_state.setdefault(KEY_COHORTS, {})
    return cohorts


def _find_before(plain: Asked, stand: Stand) -> Comparison | None:
    """Return what was before any change, if it is there."""
    found: Comparison | None = find_made((plain, stand.scenario.filed.origin))
    return found


def _place_line(found: Breakeven | None, asked: Asked) -> tuple[Breakeven, float] | None:
    """Return a line with the place on it at which one stands."""
    if found is None or found.x.own is None:
        return None
    return found, found.x.own * read_factor(changes_of(asked.service).get(VARIETY_KEY, "1"))


def _build_data(asked: Asked, stand: Stand, answer: Answer) -> dict[str, Any]:
    theme, now = current_theme(), answer.now
    before = answer.before if asked.changes else None
    seen = Seen(now, before, theme)
    changed = name_changes(asked.service, stand)
    is_draft = answer.stage == Stage.DRAFT
    return {
        "n": _state()["n"],
        "stage": answer.stage,
        "next": answer.next or "",
        "language": current_language(),
        "legend": say(words.LEVERS),
        "help": say_design(stand.designs[0]),
        "levers": list_levers(asked.service, stand),
        "tools": _list_tools(asked.service),
        "verdict": words.tell_verdict(now, is_draft=is_draft),
        "change": _tell_change(before, now, changed) if now.settles or not is_draft else "",
        "run": words.tell_run(now, is_draft=is_draft),
        "sure": "" if is_draft or not now.settles else _tell_sure(now, stand),
        "mended": "" if is_draft else tell_mended_beside(now, stand.scenario),
        "premises": "" if is_draft else tell_premises_beside(now, stand.scenario),
        "designs": seen.designs,
        "charts": [chart.as_data() for chart in list_charts(seen, answer.line)],
        "asTable": say(page.AS_TABLE),
        "theme": theme._asdict(),
        "bundle": ADDRESS,
    }


def _tell_change(before: Comparison | None, now: Comparison, changed: list[str]) -> str:
    return words.tell_change(before, now, changed) if before and changed else ""


def _tell_sure(now: Comparison, stand: Stand) -> str:
    kept = find_kept(stand.scenario, now.designs)
    return f"{say(words.PRICED)} {tell_kept(kept, 'cost_per_citizen_helped')}"


def _list_tools(service: str) -> list[dict[str, Any]]:
    back, forth = can_go(service)
    return [
        {"name": "undo", "label": say(words.UNDO), "works": back},
        {"name": "redo", "label": say(words.REDO), "works": forth},
        {"name": "reset", "label": say(words.RESET), "works": bool(changes_of(service))},
    ]
