"""The one citizen in whom the mechanism can be seen: what they lived through in both arms."""

import streamlit as st

from sim.charts import colour_design
from sim.charts.rows import Row, draw_rows
from sim.journey import Followed, Following, Journey
from sim.lessons import Lesson, load_arms
from sim.scenario import has_visits
from sim.web.look.theme import current_theme
from sim.web.room.onward import find_link
from sim.web.room.place import SEED
from sim.web.running.jobs import FollowArms
from sim.web.session.ahead import make_ahead
from sim.web.session.runs import ask
from sim.words import citizen as citizen_words
from sim.words import current_language, say, say_sentence
from sim.words import lesson_figures as figures
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words.first_names import call_by_name
from sim.words.journey import tell_summary
from sim.words.numbers import write_headline


def follow_ahead(lesson: Lesson) -> None:
    """Have the citizen followed, while people talk."""
    job = build_job(lesson)
    if job is not None:
        make_ahead(_find_key(lesson), job)


def show_citizen(lesson: Lesson) -> None:
    """Show one citizen of the first two arms, and where to see more.

    Where there is none, who leads is told whom to follow.
    """
    job = build_job(lesson)
    following: Following | None = ask(_find_key(lesson), job) if job else None
    followed = following.chosen.get(lesson.why.citizen) if following else None
    if job is None or following is None or followed is None:
        st.markdown(say(lesson_words.CITIZENS[lesson.why.citizen]))
        return
    _show_lines(lesson, followed, following)
    _offer_more(lesson, followed, job.days)


def build_job(lesson: Lesson) -> FollowArms | None:
    """Return how citizens are followed; `None` of clients, and where arms have others.

    An arm that changes who comes, or when the service is open, has other citizens.
    """
    first, second = load_arms(lesson.setup)[:2]
    are_same = (first.demand, first.calendar) == (second.demand, second.calendar)
    if not are_same or has_visits(first):
        return None
    return FollowArms(lesson, SEED, current_language())


def _find_key(lesson: Lesson) -> tuple[str, Lesson, str]:
    return ("citizen of a lesson", lesson, current_language())


def _show_lines(lesson: Lesson, followed: Followed, following: Following) -> None:
    theme, arms = current_theme(), lesson_words.name_arms(lesson.setup)
    st.header(_tell_title(lesson, followed), anchor=False)
    rows = [
        Row(
            f"{say_sentence(arm)}:",
            _tell_sum(journey),
            journey.summary.days,
            colour_design(design, theme),
        )
        for arm, journey, design in zip(
            arms, followed.journeys, figures.place_designs(lesson.setup), strict=False
        )
    ]
    source = citizen_words.tell_run(following.provenance, followed.citizen, following.days)
    st.html(draw_rows(rows, theme, source=source))


def _tell_title(lesson: Lesson, followed: Followed) -> str:
    """Tell who it is, and how long it takes in either arm: by design, or as the lesson says."""
    name = say(words.FOLLOWED[lesson.why.citizen], name=call_by_name(followed.name_at))
    days = [journey.summary.days for journey in followed.journeys]
    first, second = lesson.setup.arms[:2]
    if first.label or second.label:
        arms = lesson_words.name_arms(lesson.setup)[:2]
        return citizen_words.tell_both_called(name, days, arms)
    return citizen_words.tell_both(name, days, (first.design, second.design))


def _tell_sum(journey: Journey) -> str:
    summary = journey.summary
    money = write_headline(summary.cost, summary.currency)
    return tell_summary(
        summary.days, summary.contacts, summary.visits, summary.faces, money, is_client=False
    )


def _offer_more(lesson: Lesson, followed: Followed, days: int) -> None:
    """Offer the same citizen step by step, in a window of its own: the screen stays."""
    link = find_link(lesson, days)
    if link is not None:
        name = call_by_name(followed.name_at)
        st.link_button(say(words.FOLLOW, name=name), link)
