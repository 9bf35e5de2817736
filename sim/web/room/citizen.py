"""The one citizen in whom the mechanism can be seen: what they lived through in both designs."""

from pathlib import PurePath
from urllib.parse import urlencode

import streamlit as st

from sim.charts.rows import Row, draw_rows
from sim.journey import Followed, Following, Journey
from sim.lessons import Lesson, load_arms
from sim.scenario import has_visits
from sim.web.look.theme import current_theme
from sim.web.room.place import SEED
from sim.web.running.jobs import Follow
from sim.web.session.ahead import make_ahead
from sim.web.session.places import KEPT
from sim.web.session.runs import ask
from sim.words import citizen as citizen_words
from sim.words import current_language, say, say_sentence
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words.first_names import call_by_name
from sim.words.journey import tell_summary
from sim.words.numbers import write_headline

CITIZEN = "citizen"
"""Address of the page that follows one."""


def follow_ahead(lesson: Lesson) -> None:
    """Have the citizen followed, while people talk."""
    job = build_job(lesson)
    if job is not None:
        make_ahead(_find_key(lesson), job)


def show_citizen(lesson: Lesson) -> None:
    """Show one citizen of the first two arms, where these are two designs; and where to see more.

    Of arms that differ otherwise there is no such citizen ready: who leads tells whom to follow.
    """
    job = build_job(lesson)
    following: Following | None = ask(_find_key(lesson), job) if job else None
    followed = following.chosen.get(lesson.why.citizen) if following else None
    if following is None or followed is None:
        st.markdown(say(lesson_words.CITIZENS[lesson.why.citizen]))
    else:
        _show_lines(lesson, followed, following)
    _offer_more(lesson)


def build_job(lesson: Lesson) -> Follow | None:
    """Return how citizens are followed; `None` where the first arms are not two designs of cases.

    They are two designs where they differ in nothing else, and are called by the designs' names: of
    other arms, what is told of a citizen would name designs that nobody has heard of.
    """
    first, second = load_arms(lesson.setup)[:2]
    arms = lesson.setup.arms[:2]
    designs = (arms[0].design, arms[1].design)
    is_named = any(arm.label is not None for arm in arms)
    if is_named or first is not second or designs[0] == designs[1] or has_visits(first):
        return None
    return Follow(first, designs, SEED, lesson.setup.days or first.service.days, current_language())


def _find_key(lesson: Lesson) -> tuple[str, Lesson, str]:
    return ("citizen of a lesson", lesson, current_language())


def _show_lines(lesson: Lesson, followed: Followed, following: Following) -> None:
    theme, name = current_theme(), call_by_name(followed.name_at)
    days = [journey.summary.days for journey in followed.journeys]
    st.header(citizen_words.tell_both(name, days, following.designs), anchor=False)
    rows = [
        Row(
            f"{say_sentence(lesson_words.name_arm(lesson.setup, arm.name))}:",
            _tell_sum(journey),
            journey.summary.days,
            colour,
        )
        for arm, journey, colour in zip(
            lesson.setup.arms, followed.journeys, (theme.first, theme.second), strict=False
        )
    ]
    source = citizen_words.tell_run(following.provenance, followed.citizen, following.days)
    st.html(draw_rows(rows, theme, source=source))


def _tell_sum(journey: Journey) -> str:
    summary = journey.summary
    money = write_headline(summary.cost, summary.currency)
    return tell_summary(
        summary.days, summary.contacts, summary.visits, summary.faces, money, is_client=False
    )


def _offer_more(lesson: Lesson) -> None:
    """Offer the page that follows a citizen, in a window of its own: the screen stays."""
    if CITIZEN in st.session_state[KEPT]:
        asked = {"service": PurePath(lesson.setup.service).name, "lang": current_language()}
        st.link_button(say(words.FOLLOW), f"{CITIZEN}?{urlencode(asked)}")
