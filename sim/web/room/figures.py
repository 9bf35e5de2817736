"""The charts of a lesson on a large screen."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sim.charts import Arm, Choice, draw_arms, draw_choices, plot_numbers
from sim.lessons import (
    Asked,
    Lesson,
    LessonRun,
    Shown,
    list_beside,
    list_deciding,
    list_turning,
)
from sim.web.look.figure import CONFIG
from sim.web.look.theme import current_theme
from sim.words import lesson_figures as figures
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words import say

GUESSES_BAR_EM = 1.4


def show_guesses(lesson: Lesson, guesses: Sequence[float], found: LessonRun | None) -> None:
    """Show what was guessed; with what the model shows, once that is shown."""
    st.header(words.say_guesses(len(guesses)), anchor=False)
    if lesson.predict.number is not None:
        _show_numbers(lesson, guesses, found)
        return
    counted = Counter(int(guess) - 1 for guess in guesses)
    right = found.answer if found else None
    choices = [
        Choice(text, counted[place], place == right)
        for place, text in enumerate(lesson_words.list_choices(lesson))
    ]
    st.html(draw_choices(choices, current_theme(), bar_em=GUESSES_BAR_EM))


def _show_numbers(lesson: Lesson, guesses: Sequence[float], found: LessonRun | None) -> None:
    shown = figures.find_shown_number(found) if found else None
    told = say(words.MODEL_SHOWS, answer=lesson_words.tell_answer(found)) if found else ""
    unit = figures.write_guess_unit(lesson)
    figure = plot_numbers(guesses, shown, told, unit, current_theme())
    listed = ", ".join(f"{guess:g}" for guess in sorted(guesses))
    alt = f"{words.say_guesses(len(guesses))}: {listed} {unit}. {told}"
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=f"room:guesses:{bool(found)}")


def show_panels(
    shown: Shown, asked: Sequence[Asked], columns: int = 2, bar_em: float = 1.0
) -> None:
    """Show measures in each arm, with intervals; the last says where all of them are from."""
    panels = [figures.build_panel(shown, one) for one in asked]
    for start in range(0, len(panels), columns):
        row = panels[start : start + columns]
        for column, panel in zip(st.columns(columns, gap="large"), row, strict=False):
            with column:
                st.header(panel.title, anchor=False)
                source = figures.tell_source(shown) if panel is panels[-1] else ""
                arms = [Arm(*line) for line in panel.arms]
                st.html(draw_arms(arms, source, current_theme(), bar_em=bar_em))


def show_table(found: LessonRun) -> None:
    """Offer all figures of a lesson to be read, with their intervals."""
    lesson = found.lesson
    with st.popover(say(words.FIGURES), type="tertiary"):
        for shown, asked in (
            (found.main, [*list_deciding(lesson), *list_beside(lesson)]),
            (found.other, list_turning(lesson)),
        ):
            for one in asked:
                panel = figures.build_panel(shown, one)
                st.dataframe(pd.DataFrame(panel.table), hide_index=True, alt=panel.title)
