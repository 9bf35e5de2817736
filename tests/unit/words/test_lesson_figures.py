"""What stands on the large screen is what the run shows."""

from dataclasses import replace

import pytest

from sim.lessons import Asked, Term, list_lessons, run_lesson
from sim.results import Interval
from sim.words import LANGUAGES, lesson_figures, speaking
from sim.words import lessons as words
from tests.builders import text
from tests.lesson_builder import DAYS, FACES, build_lesson, build_raw


@pytest.fixture(scope="module")
def run():
    return run_lesson(build_lesson())


@pytest.fixture(scope="module")
def number_run():
    raw = build_raw()
    raw["predict"].pop("choices")
    raw["predict"]["number"] = {"term": "failure_demand_share.one", "unit": text("of all")}
    return run_lesson(build_lesson(raw))


def test_a_panel_has_every_arm_with_its_figure_and_its_design(run):
    panel = lesson_figures.build_panel(run.main, Asked(FACES))

    assert [arm.design for arm in panel.arms] == [0, 1]
    assert [arm.interval for arm in panel.arms] == [
        run.main.find_interval(Term(FACES, arm)) for arm in ("one", "teams")
    ]
    assert "faces" in panel.title.lower()
    assert len(panel.table) == 2


def test_a_figure_has_its_unit_and_two_digits_at_most(run):
    panel = lesson_figures.build_panel(run.main, Asked(DAYS))

    for arm in panel.arms:
        figure, _, unit = arm.figure.partition("\N{NO-BREAK SPACE}")
        assert unit == "days"
        assert len(figure.replace(".", "").lstrip("0")) <= 2


def test_an_arm_that_does_not_settle_has_no_figure(run):
    overwhelmed = run.main.settling[0]._replace(reasons=("it drowns",))
    main = replace(run.main, settling=(overwhelmed, *run.main.settling[1:]))

    drowned, other = lesson_figures.build_panel(main, Asked(DAYS)).arms
    assert (drowned.figure, drowned.interval) == ("–", None)
    assert other == lesson_figures.build_panel(run.main, Asked(DAYS)).arms[1]
    assert other.figure != "–"


@pytest.mark.parametrize(
    ("guesses", "told"),
    [([], ""), ([2.0], "1 of 1 guesses"), ([1.0, 2.0, 3.0, 2.0], "2 of 4 guesses")],
)
def test_right_guesses_are_counted(run, guesses, told):
    assert lesson_figures.tell_guesses(run, guesses).startswith(told)


def test_numbers_are_held_against_the_number_in_percent(number_run):
    shown = lesson_figures.find_shown_number(number_run)
    assert shown.mean == pytest.approx(100 * number_run.number.mean)

    guesses = [shown.mean, shown.mean * 2, shown.mean / 2, shown.mean * 3]
    told = lesson_figures.tell_guesses(number_run, guesses)
    assert told == "Guesses within a tenth of it: 1 of 4. Lower: 1; higher: 2."
    assert lesson_figures.write_guess_unit(number_run.lesson) == "% of all"


def test_where_it_is_from_is_told(run):
    assert "5 replications, seed 1" in lesson_figures.tell_source(run.main)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", list_lessons(), ids=lambda lesson: lesson.name)
def test_no_two_arms_of_a_lesson_have_one_name(lesson, language):
    with speaking(language):
        for setup in (lesson.setup, lesson.other_side.setup):
            names = [words.name_arm(setup, arm.name) for arm in setup.arms]
            assert len(set(names)) == len(names)


def test_intervals_are_what_an_arm_may_have():
    assert lesson_figures._write_figure(Interval(0.5, 0.4, 0.6), "share", 2) == "50%"
    assert "DKK" in lesson_figures._write_figure(Interval(1_117.0, 1, 2), "DKK per year", 2)
