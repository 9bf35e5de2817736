"""What is told of a scenario at a glance is what was found, to two digits, in every language."""

import pytest

from sim.analysis.facts import COST, COST_OF_FAILURE, HOURS, load_facts
from sim.analysis.facts.facts import build_compared
from sim.analysis.robustness import find_kept
from sim.results import Interval
from sim.scenario import load_scenario
from sim.words import LANGUAGES, facts, speaking

SICKNESS = "sickness-benefit"


@pytest.fixture
def shipped():
    return load_facts()[SICKNESS]


def with_measure(shipped, name, first, second, half=1.0):
    difference = Interval(second - first, second - first - half, second - first + half)
    means = (Interval(mean, mean, mean) for mean in (first, second))
    compared = build_compared(name, "SEK", *means, difference)
    return shipped._replace(measures={**shipped.measures, name: compared})


def test_hours_are_told_before_money_and_both_are_rounded_to_the_nearest(shipped):
    found = with_measure(with_measure(shipped, COST, 1_000, 603.0), HOURS, 9_000, 4_010)

    assert facts.tell_result(found, "Help") == (
        "Help: the design built for variation takes **5,000 fewer hours of work a year** for the "
        "same citizens, and costs **40% less** for each one helped."
    )


def test_where_the_hours_are_not_with_the_cheaper_design_they_are_not_told(shipped):
    found = with_measure(with_measure(shipped, COST, 600, 1_000), HOURS, 9_000, 4_000)

    assert facts.tell_result(found, "Help") == (
        "Help: a citizen helped costs **40% less** in the divided and standardised design."
    )


def test_too_close_and_unsettled_are_told_without_a_figure(shipped):
    close = with_measure(shipped, COST, 1_000, 995)
    unsettled = shipped._replace(settle=(False, True))

    assert "too close to say" in facts.tell_result(close, "Help")
    assert facts.tell_verdict(close) == "Much the same cost"
    told = facts.tell_result(unsettled, "Help")
    assert "the divided and standardised design does not settle" in told
    assert not any(letter.isdigit() for letter in told + facts.tell_verdict(unsettled))
    assert list(facts.tell_beside(unsettled)) == []


def test_where_it_turns_is_told_of_one_crossing_only(shipped):
    (crossing,) = shipped.turn.crossings
    turned = crossing._replace(below=crossing.above, above=crossing.below)
    twice = shipped._replace(turn=shipped.turn._replace(crossings=(turned, crossing)))
    never = shipped.turn._replace(crossings=(), throughout="absorbing")

    assert f"fewer than **{crossing.x:.2g}** particulars" in (facts.tell_where_it_turns(shipped))
    assert facts.tell_where_it_turns(twice) == ""
    assert facts.tell_where_it_turns(shipped._replace(turn=None)) == ""
    assert facts.tell_where_it_turns(shipped._replace(turn=never)).startswith("At no variety")


def test_failure_demand_is_told_in_millions_where_it_is_so_much(shipped):
    found = with_measure(shipped, COST_OF_FAILURE, 2_290_000, 309_000)
    small = with_measure(shipped, COST_OF_FAILURE, 99_000, 9_900)

    assert facts.tell_cost_of_failure(found).startswith("**2.3 million SEK a year** in")
    assert "0.31 million SEK in the design built" in facts.tell_cost_of_failure(found)
    assert "99,000" in facts.tell_cost_of_failure(small)
    assert "9,900" in facts.tell_cost_of_failure(small)


def test_of_failure_demand_it_is_told_what_chance_leaves(shipped):
    cost = shipped.measures[COST_OF_FAILURE]
    wide, narrow = Interval(1_282_646, 1_141_000, 1_446_000), Interval(301_000, 300_000, 302_000)
    measures = {**shipped.measures, COST_OF_FAILURE: cost._replace(first=wide, second=narrow)}

    told = facts.tell_cost_of_failure(shipped._replace(measures=measures))
    assert "**1.3 million DKK a year**" in told.replace("SEK", "DKK")
    assert told.replace("SEK", "DKK").endswith(
        "Chance allowed for: 1.1 to 1.4 million DKK in the divided and standardised design, "
        "0.300 to 0.302 million DKK in the design built for variation."
    )


def test_what_is_so_in_all_of_a_group_is_told_once():
    known = list(load_facts().values())
    group = [one for one in known if one.settles and one.cheaper == "absorbing"]
    common = facts.find_better_in_all(group)

    assert common == ["unequal_treatment"]
    (told,) = facts.tell_beside_all(group)
    assert told.startswith("In all of these, like cases are treated more alike in the divided")
    beside = [sentence for one in group for sentence in facts.tell_beside(one, common)]
    assert not any("treated more alike" in sentence for sentence in beside)
    assert facts.find_better_in_all(group[:1]) == facts.find_better_in_all(known) == []


def test_worlds_are_those_in_which_the_design_that_is_cheaper_here_is_so(shipped):
    scenario = load_scenario(SICKNESS)
    kept = find_kept(scenario, shipped.designs)
    verdict = kept.measures[COST]
    dearer = with_measure(shipped, COST, 600, 1_000)

    assert f"Cheaper in {verdict.second} of" in facts.tell_worlds(shipped, kept)
    assert f"Cheaper in {verdict.first} of" in facts.tell_worlds(dearer, kept)
    assert facts.tell_worlds(shipped, None) == ""


def test_ends_that_would_look_alike_have_a_decimal(shipped):
    wide = with_measure(shipped, COST, 1_000, 600, half=11.0)
    narrow = with_measure(shipped, COST, 1_000, 600, half=2.0)

    assert next(facts.tell_how_sure(wide, None)) == "Chance allowed for: 39% to 41% less."
    assert next(facts.tell_how_sure(narrow, None)) == "Chance allowed for: 39.8% to 40.2% less."


def test_the_standard_wins_in_as_many_cases_as_it_does():
    known = load_facts()
    wins = [name for name, one in known.items() if one.cheaper == one.designs[0]]
    titles = {name: name for name in known}

    told = facts.tell_where_it_wins(titles, known)
    assert f"in {len(wins)} of the {len(known)} cases" in told
    assert any(name in told for name in wins)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_told_of_every_shipped_scenario_in_every_language(language):
    with speaking(language):
        for name, one in load_facts().items():
            told = [facts.tell_result(one, name), facts.tell_verdict(one), *facts.tell_beside(one)]
            told += [facts.tell_cost_of_failure(one), *facts.tell_how_sure(one, None)]
            assert all(told)
            assert "{" not in "".join(told)
