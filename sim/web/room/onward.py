"""From a lesson to the page that follows a citizen: the same one, through the same two designs."""

from pathlib import PurePath
from urllib.parse import urlencode

import streamlit as st

from sim.lessons import Lesson, Setup, load_arms
from sim.web.room.place import SEED
from sim.web.session.address import CODE, SIGNS_OF_FILE
from sim.web.session.bounds import FIRST_REPLICATIONS
from sim.web.session.link import Linked, write_code
from sim.web.session.places import KEPT
from sim.web.session.whom import IN_ADDRESS, WHO
from sim.words import current_language

CITIZEN = "citizen"
"""Address of the page that follows one."""


def find_link(lesson: Lesson, days: int) -> str | None:
    """Return the address at which the citizen of a lesson is followed.

    `None` where that page would show somebody else, or something else: it has the first two designs
    of a service, by their own names, and the citizens that are chosen by one run.
    """
    is_there = CITIZEN in st.session_state[KEPT] and lesson.why.citizen in IN_ADDRESS
    if not is_there or not _are_plain(lesson.setup):
        return None
    asked = {
        CODE: write_code(_build(lesson.setup, days)),
        WHO: IN_ADDRESS[lesson.why.citizen],
        "lang": current_language(),
    }
    return f"{CITIZEN}?{urlencode(asked)}"


def _are_plain(setup: Setup) -> bool:
    """Tell whether the first two arms are the first two designs, with nothing of their own."""
    arms, designs = setup.arms[:2], list(load_arms(setup)[0].designs)[:2]
    return [arm.design for arm in arms] == designs and not any(
        arm.changes or arm.label or arm.steered_by for arm in arms
    )


def _build(setup: Setup, days: int) -> Linked:
    origin = load_arms(setup)[0].origin
    return Linked(
        service=PurePath(setup.service).name,
        changes=dict(_split(change) for change in setup.changes),
        days=days,
        replications=FIRST_REPLICATIONS,
        seed=SEED,
        file=origin.sha256[:SIGNS_OF_FILE] if origin else "",
    )


def _split(change: str) -> tuple[str, str]:
    key, _, value = change.partition("=")
    return key, value
