from sim.scenario import build_scenario
from sim.words import say_text, speaking
from sim.words.stand_in import find_missing, tell_missing, tell_stand_in
from tests.builders import KNOWN, SERVICE, build_raw, text

SWEDISH = {"sv": "Liten förmån"}


def in_swedish_only():
    service = {**SERVICE, "title": SWEDISH, "about": SWEDISH}
    return build_scenario(
        build_raw(service=service, demand={"known": {**KNOWN, "label": SWEDISH}}), "a"
    )


def test_one_language_suffices_and_stands_in_for_the_others():
    scenario = in_swedish_only()

    for code in ("sv", "da", "en"):
        with speaking(code):
            assert say_text(scenario.service.title) == "Liten förmån"


def test_it_is_told_in_which_languages_texts_are_missing():
    (told,) = tell_missing(in_swedish_only())

    assert "English, dansk" in told
    assert "svenska" not in told


def test_a_reader_is_told_where_another_language_stands_in():
    scenario = in_swedish_only()

    with speaking("sv"):
        assert [*tell_stand_in(scenario)] == []
    with speaking("da"):
        assert len([*tell_stand_in(scenario)]) == 1


def test_nothing_is_told_where_all_are_given():
    scenario = build_scenario(build_raw(), "a")

    assert find_missing(scenario) == []
    assert [*tell_missing(scenario), *tell_stand_in(scenario)] == []


def test_a_language_may_be_missing_in_one_text():
    service = {**SERVICE, "title": {**text("A"), "da": None}}

    assert find_missing(build_scenario(build_raw(service=service), "a")) == ["da"]
