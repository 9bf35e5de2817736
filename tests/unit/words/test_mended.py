"""How far one gets without a new division is said with what was found, or that it is not known."""

from types import SimpleNamespace

import pytest

from sim.analysis.facts import load_facts
from sim.words import LANGUAGES, mended, speaking
from tests.mended import FIGURES, with_mended


@pytest.fixture
def facts():
    """Facts of a shipped service, with a mended design that is made up."""
    return with_mended(load_facts()["sickness-benefit"])


def unsettled(facts):
    return facts._replace(mended=facts.mended._replace(settles=False))


def second_unsettled(facts):
    nothing = dict.fromkeys(FIGURES)
    told = facts.mended._replace(second=nothing)
    return facts._replace(settle=(True, False), mended=told)


def test_it_is_told_beside_the_second_design(facts):
    assert mended.tell_mended(facts).replace("\N{NO-BREAK SPACE}", " ") == (
        "Without a new division of the work, but with the diligence of the design built for "
        "variation in all else, a citizen helped costs DKK 793 (there 872), the need is met after "
        "7.7 days (there 1.1), and failure demand is 45% (there 31%). That diligence is priced by "
        "its minutes alone, not by what it takes to bring it about."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_those_found_in_every_language(facts, language):
    with speaking(language):
        told = mended.tell_mended(facts)

    for figure in ("793", "872", "45", "31"):
        assert told.count(figure) == 1
    point = "." if language == "en" else ","
    assert f"7{point}7" in told and f"1{point}1" in told
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_it_does_not_settle_that_is_told_and_no_figure(facts, language):
    with speaking(language):
        told = mended.tell_mended(unsettled(facts))

    assert told and "{" not in told
    assert not any(letter.isdigit() for letter in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_second_does_not_settle_it_stands_alone(facts, language):
    with speaking(language):
        told = mended.tell_mended(second_unsettled(facts))

    assert "793" in told and "{" not in told
    assert "872" not in told and "31" not in told


def test_nothing_is_told_where_no_design_shows_it(facts):
    assert mended.tell_mended(facts._replace(mended=None)) == ""


def test_beside_a_comparison_it_is_told_of_the_same_scenario_run_alike(facts, monkeypatch):
    alike = SimpleNamespace(designs=facts.designs, seed=facts.seed, days=facts.days)
    shorter = SimpleNamespace(designs=facts.designs, seed=facts.seed, days=14)
    monkeypatch.setattr(mended, "find_facts", lambda _: facts)

    assert mended.tell_mended_beside(alike, None) == mended.tell_mended(facts)
    assert mended.tell_mended_beside(shorter, None) == ""

    monkeypatch.setattr(mended, "find_facts", lambda _: None)
    assert mended.tell_mended_beside(alike, None) == ""
