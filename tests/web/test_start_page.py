"""The start page, opened without a browser: a sentence, a picture, three answers, every case."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sim.analysis.facts import load_facts
from sim.scenario import list_counter_cases, list_services, load_scenario
from sim.web.session import known
from sim.words import speaking
from sim.words.mended import tell_mended
from tests.mended import with_mended
from tests.patience import PATIENCE_S
from tests.pseudo import find_untranslated, speak_pseudo
from tests.web.opening import open_at
from tests.web.test_languages import shown

TILE, SMALL = "tile:", "hr-onboarding"
OPENED = {"en": "sickness-benefit", "sv": "home-care", "da": "sickness-benefit"}
QUESTIONS = {
    "en": "What does it cost when the standard does not fit?",
    "sv": "Vad kostar det när standarden inte passar?",
    "da": "Hvad koster det, når standarden ikke passer?",
}


def text_of(page):
    assert not page.exception
    return "\n".join(
        str(one.value) for one in (*page.markdown, *page.header, *page.subheader, *page.caption)
    )


def tiles(page):
    return [button.key.removeprefix(TILE) for button in page.button if TILE in button.key]


@pytest.mark.parametrize("language", OPENED)
def test_it_opens_with_a_result_in_each_language(language):
    page = open_at("start", lang=language)

    assert page.title[0].value == QUESTIONS[language]
    service = load_scenario(OPENED[language]).service
    with speaking(language):
        assert page.markdown[0].value.startswith(f"{service.title.in_language(language)}: ")
    assert len(re.findall(r"\*\*[^*]+\*\*", page.markdown[0].value)) == 2  # hours, then money
    assert len(page.get("plotly_chart")) == 1
    assert len([button for button in page.button if button.key.startswith("answer:")]) == 3


def test_every_service_and_every_counter_case_has_its_tile():
    page = open_at("start")

    assert sorted(tiles(page)) == sorted((*list_services(), *list_counter_cases()))
    wins = {name: facts.cheaper for name, facts in load_facts().items()}
    order = [wins[name] for name in tiles(page)]
    assert order == sorted(order, key=["absorbing", "functionalised", None].index)


def test_it_is_what_the_command_starts_with():
    file = Path(__file__).parents[2] / "sim" / "web" / "main.py"

    assert text_of(AppTest.from_file(file, default_timeout=PATIENCE_S).run()) == text_of(
        open_at("start")
    )


def test_a_tile_says_how_far_its_service_gets_without_a_new_division(monkeypatch):
    facts = with_mended(load_facts()[SMALL])
    monkeypatch.setattr(
        known, "find_facts", lambda one: facts if one.service.name == SMALL else None
    )
    told = tell_mended(facts).replace("'", "&#39;")

    tiles_shown = [one.proto.body for one in open_at("start").get("html")]
    assert [told in one for one in tiles_shown].count(True) == 1


def test_a_tile_opens_its_service():
    page = open_at("start", days=60, replications=2)
    page.button(key=f"{TILE}hr-onboarding").click().run()

    assert not page.exception
    assert page.session_state["service"] == "hr-onboarding"
    assert load_scenario("hr-onboarding").service.about.en in text_of(page)


def test_what_failure_costs_leads_to_where_the_year_is_told():
    page = open_at("start", days=60, replications=2)
    page.button(key="answer:explore:What does failure demand cost?").click().run()

    assert not page.exception
    fold = next(one for one in page.expander if one.label == "Everything that this comparison says")
    assert fold.proto.expanded
    assert page.query_params.get("open") is None  # the address has what is asked for
    folds = [
        one for one in open_at("explore", days=60, replications=2).expander if one.proto.expanded
    ]
    assert folds == []


def test_where_the_standard_wins_leads_to_where_it_turns():
    page = open_at("start", days=60, replications=2)
    page.button(key="answer:research:Where does the standard win?").click().run()

    assert "costs less when a need has fewer than" in text_of(page)
    assert "Where the order turns" in [header.value for header in page.header]


def test_what_is_not_known_is_not_told(monkeypatch):
    monkeypatch.setattr(known, "find_facts", lambda _: None)
    page = open_at("start")

    assert "Nothing was compared beforehand" in page.info[0].value
    assert len(tiles(page)) == len((*list_services(), *list_counter_cases()))
    assert "%" not in text_of(page)


def test_everything_on_it_can_be_translated(monkeypatch):
    speak_pseudo(monkeypatch)
    page = open_at("start", lang="sv")

    assert not page.exception
    assert find_untranslated(shown(page)) == set()
