"""Presets on the page: a question sets the levers, and one sentence says what the model shows."""

import pytest

from sim.presets import list_presets
from sim.scenario import list_counter_cases
from sim.words import LANGUAGES, say, speaking
from sim.words import presets as words
from tests.web.opening import open_at
from tests.web.test_explore_page import SICKNESS, board_of, code_of, errors, texts

KEY = f"{SICKNESS}:preset"


def open_page(**address):
    return open_at("explore", **{"days": 120, "replications": 2, "service": SICKNESS, **address})


def levers_of(page):
    return {lever["name"]: lever["value"] for lever in board_of(page)["levers"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_sets_the_levers_and_is_answered_in_every_language(language):
    page = open_page(lang=language)
    (preset,) = (one for one in list_presets(SICKNESS) if one.name == "all-alike")

    with speaking(language):
        page.selectbox(key=KEY).set_value("all-alike").run()
        after = say(words.SHOWN_IN)

    assert errors(page) == ""
    assert levers_of(page) == {**levers_of(page), "targets": 0, "standards": 0, "variety": 0}
    assert preset.says.in_language(language).split("{", 1)[0] in texts(page)
    assert "{" not in texts(page)
    assert after.split("{", 1)[0] in texts(page)
    assert page.selectbox(key=KEY).value == "all-alike"


def test_a_link_and_a_further_change_need_no_word_of_the_question():
    page = open_page()
    page.selectbox(key=KEY).set_value("all-alike").run()
    assert levers_of(page)["variety"] == 0

    linked = open_at("explore", c=code_of(page))
    assert linked.selectbox(key=KEY).value == "all-alike"
    assert "every need is the standard one" in texts(linked)

    linked.selectbox(key=f"{SICKNESS}:condition").set_value("targets").run()
    linked.button(key=f"{SICKNESS}:functionalised.targets:take").click().run()
    assert linked.selectbox(key=KEY).value == ""
    assert "every need is the standard one" not in texts(linked)

    linked.selectbox(key=KEY).set_value("one-team").run()
    assert levers_of(linked) == {**levers_of(linked), "functions": 1, "targets": 0, "variety": 1}
    linked.selectbox(key=KEY).set_value("").run()
    assert "Nothing differs from the file." in texts(linked)


def test_where_the_model_does_not_show_it_the_figures_say_so():
    page = open_page(service="call-line")

    page.selectbox(key="call-line:preset").set_value("one-team").run()

    assert errors(page) == ""
    assert "does not show what it shows in other services" in texts(page)
    assert "with this change)" in texts(page)
    assert "One team alone does not pay" not in texts(page)


def test_a_service_without_presets_is_offered_none():
    page = open_page(service=list_counter_cases()[0], days=60)

    assert errors(page) == ""
    assert not [box for box in page.selectbox if box.key.endswith(":preset")]
