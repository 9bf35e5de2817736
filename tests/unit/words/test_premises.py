"""What a verdict rests on is told of what was found without it, and of nothing else."""

from types import SimpleNamespace

import pytest

from sim.analysis.facts import COST, Premise, load_facts
from sim.results import Interval
from sim.words import LANGUAGES, premises, speaking

SECOND_CHEAPER, FIRST_CHEAPER, CLOSE = (
    (Interval(100, 99, 101), Interval(88, 87, 89), Interval(-12, -13, -11)),
    (Interval(77, 76, 78), Interval(100, 99, 101), Interval(23, 22, 24)),
    (Interval(100, 99, 101), Interval(99.8, 98, 101), Interval(-0.2, -1, 0.6)),
)


def without(cost, *, settles=True):
    first, second, difference = cost
    own = load_facts()["sickness-benefit"].measures[COST]
    return Premise(settles, own._replace(first=first, second=second, difference=difference))


@pytest.fixture
def facts():
    """Facts of a shipped service, with premises that are made up."""
    made_up = {"lying": without(SECOND_CHEAPER), "asking": without(FIRST_CHEAPER)}
    return load_facts()["sickness-benefit"]._replace(premises=made_up)


def test_who_would_cost_less_and_by_how_much_is_told(facts):
    *_, lying, asking = premises.tell_premises(facts).split(". ")

    assert "12%" in lying and "the design built for variation" in lying
    assert "23%" in asking and "the divided and standardised design" in asking


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_those_found_in_every_language(facts, language):
    with speaking(language):
        told = premises.tell_premises(facts)

    assert told.count("12") == told.count("23") == 1
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "premise", [without(CLOSE), without((None, None, None), settles=False)], ids=["close", "none"]
)
def test_where_nothing_can_be_told_no_figure_is(facts, premise, language):
    with speaking(language):
        told = premises.tell_premises(facts._replace(premises={"lying": premise}))

    assert told and "{" not in told
    assert not any(letter.isdigit() for letter in told)


def test_nothing_is_told_where_there_is_none(facts):
    assert premises.tell_premises(facts._replace(premises={})) == ""


def test_beside_a_comparison_it_is_told_of_the_same_scenario_run_alike(facts, monkeypatch):
    alike = SimpleNamespace(designs=facts.designs, seed=facts.seed, days=facts.days)
    shorter = SimpleNamespace(designs=facts.designs, seed=facts.seed, days=14)
    monkeypatch.setattr(premises, "find_facts", lambda _: facts)

    assert premises.tell_premises_beside(alike, None) == premises.tell_premises(facts) != ""
    assert premises.tell_premises_beside(shorter, None) == ""

    monkeypatch.setattr(premises, "find_facts", lambda _: None)
    assert premises.tell_premises_beside(alike, None) == ""
