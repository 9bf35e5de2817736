"""A guess as it is typed, and which measures answer the question."""

import pytest

from sim.lessons import (
    is_share,
    list_beside,
    list_deciding,
    list_lessons,
    list_turning,
    load_lesson,
    read_guess,
)

CHOICE, NUMBER = load_lesson("digital"), load_lesson("control")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1", 1), (" 3 ", 3), ("2.0", 2), ("0", None), ("4", None), ("1.5", None), ("", None)],
)
def test_a_choice_is_one_of_those_that_there_are(typed, read):
    assert read_guess(CHOICE, typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0", 0),
        ("0,24", 0.24),
        ("12 %", 12),
        ("100", 100),
        ("100.1", None),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("1e400", None),
        ("1_0", None),
        ("٣", None),
        ("9" * 1_000, None),
        ("1 0", 10),
        ("half", None),
    ],
)
def test_a_share_is_typed_in_percent(typed, read):
    assert is_share(NUMBER) and not is_share(CHOICE)
    assert read_guess(NUMBER, typed) == read


@pytest.mark.parametrize("lesson", list_lessons(), ids=lambda lesson: lesson.name)
def test_all_that_is_shown_is_on_one_screen_or_the_next_and_nothing_twice(lesson):
    deciding, beside = list_deciding(lesson), list_beside(lesson)

    assert deciding and list_turning(lesson)
    assert not set(deciding) & set(beside)
    shown = {asked.measure for asked in (*deciding, *beside)}
    assert shown >= set(lesson.reveal.measures)
