"""Stocks and flows on the page on steering: two folds, and nothing is made before one is open."""

import pytest

from sim.web.steering.play import take_quarter
from sim.words import LANGUAGES, loops, say, speaking
from sim.words import staff_line as words
from tests.web.opening import open_at
from tests.web.test_steering_page import QUIET, texts

SMALL = "pooling-small-service"
LOOPS, SQUEEZE = "steering:loops", "steering:squeeze"


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    """Four quarters in place of twelve."""
    monkeypatch.setattr(*QUIET)


def open_page(*folds, service="hr-onboarding", **address):
    page = open_at("steering", service=service, days=60, **address)
    for fold in folds:
        page.session_state[fold] = True
    return page.run() if folds else page


def told_with(page):
    return [text.value for text in page.markdown if "of their time" in text.value]


def test_nothing_is_made_before_a_fold_is_open(monkeypatch):
    def refuse(*_):
        raise AssertionError("nobody has asked for it")

    monkeypatch.setattr("sim.web.steering.loops._show", refuse)
    monkeypatch.setattr("sim.web.steering.squeeze._show", refuse)

    assert [fold.label for fold in open_page(lang="en").expander][-2:] == [
        say(loops.FOLD),
        say(words.FOLD),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loop_that_is_lit_says_what_it_adds(language):
    with speaking(language):
        page = open_page(LOOPS, lang=language)
        heading, chasing = loops.tell_whose_loops("absorbing"), loops.say_loop("chasing")
        assert heading in texts(page)
        assert chasing not in texts(page)

        page.selectbox(key="steering:loop").set_value("chasing").run()

    assert f"{chasing}. " in texts(page)
    assert "%" in texts(page).split(chasing)[1]


def test_the_loops_are_of_the_design_as_which_it_begins():
    page = open_page(LOOPS, lang="en")
    page.segmented_control(key="steering:start").set_value("functionalised").run()

    assert loops.tell_whose_loops("functionalised") in texts(page)


def test_moving_the_staff_tells_of_another_number_and_asks_for_nothing_anew(monkeypatch):
    page = open_page(SQUEEZE, lang="en")
    assert "Stocks and flows say: the divided and standardised design" in texts(page)
    assert len(told_with(page)) == 2
    before = told_with(page)

    def refuse(*_):
        raise AssertionError("it is asked for anew")

    monkeypatch.setattr("sim.web.session.runs._wait", refuse)
    slider = page.select_slider[0]
    slider.set_value(9).run()
    assert told_with(page) != before
    slider = page.select_slider[0]
    slider.set_value(slider.options[0] if slider.options[0] != "9" else 9).run()
    assert "beyond tipping" in texts(page)


def test_a_service_with_visits_has_neither(monkeypatch):
    monkeypatch.setattr(QUIET[0], 2)  # what stands below does not depend on how many there are
    page = open_page(service="home-care", lang="en")

    assert say(loops.ONLY_CASES) in texts(page)
    assert say(words.FOLD) not in [fold.label for fold in page.expander]


@pytest.mark.parametrize(("sent", "quarter"), [(5, 5), (99, 12), (0, 1)])
def test_a_quarter_that_is_sent_is_one_that_there_is(monkeypatch, sent, quarter):
    class Sent:
        to = sent

    session = {"steering:play": Sent}
    monkeypatch.setattr("sim.web.steering.play.st.session_state", session)

    take_quarter("slider", 12)

    assert session["slider"] == quarter
