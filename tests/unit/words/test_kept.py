"""What is told beside a verdict, of findings made by hand."""

import pytest

from sim.analysis.robustness import CheapestMix, Kept, Overwhelmed, Verdict
from sim.analysis.robustness.cheapest import CostOf
from sim.results import Interval
from sim.words import speaking
from sim.words.kept import tell_cheapest, tell_kept

COST = "cost_per_citizen_helped"


def verdict(no_verdict):
    return Verdict(
        "SEK", "End-to-end cost", "lower", 14, 186 - no_verdict, 0, no_verdict, None, None
    )


def around(mean):
    return Interval(mean, mean - 1, mean + 1)


def mix(moved, others, to_first=-100.0, to_second=-37.6, overwhelmed=0):
    first, second = (CostOf(around(mean), around(mean - 50)) for mean in (500.0, 1_000.0))
    costs = (CostOf(around(400.0), around(333.0)), first, second)
    differences = around(to_first), around(to_second)
    return CheapestMix(256, overwhelmed, moved, others, "SEK", *costs, *differences, 20)


def keep(no_verdict=0, cheapest=None):
    designs, measures = ("functionalised", "absorbing"), {COST: verdict(no_verdict)}
    nobody = Overwhelmed(0, 0, no_verdict)
    return Kept("a", "b", "1", 1, designs, 200, nobody, measures, (), None, cheapest)


def test_in_how_many_worlds_which_design_is_cheaper():
    assert tell_kept(keep(), COST) == (
        "In **186 of 200** plausible worlds the design built for variation costs less per citizen "
        "helped."
    )


def test_worlds_without_a_verdict_are_not_counted():
    told = tell_kept(keep(no_verdict=20), COST)

    assert told.startswith("In **166 of the 180** plausible worlds in which that can be told")
    assert told.endswith("In 20 of the 200 that were tried it cannot.")


def test_of_another_scenario_it_is_told_that_nothing_was_tried():
    assert "has not been tried for this scenario" in tell_kept(None, COST)
    assert "has not been tried" in tell_kept(keep(), "faces_per_month")


@pytest.mark.parametrize("language", ["sv", "da"])
def test_it_is_told_in_every_language(language):
    with speaking(language):
        told = tell_kept(keep(), COST)

    assert "186 a" in told  # 186 av, 186 af
    assert "plausible" not in told


def test_the_cheapest_mix_is_told_with_its_own_budget():
    found = mix(("functions", "budget"), ("standards",), overwhelmed=3)

    sentence, own, left_out = tell_cheapest(keep(cheapest=found))

    assert sentence == (
        "The cheapest of all 256 mixes of conditions is the design built for variation but for "
        "standards: it costs 20% less than the divided and standardised design and 3.8% less "
        "than the design built for variation."
    )
    assert "333" in own
    assert "450" in own
    assert "950" in own
    assert left_out == "3 mixes are overwhelmed and left out."


def test_a_mix_is_named_by_the_nearer_design():
    found = mix(("standards",), ("functions", "budget"))

    assert "the divided and standardised design but for standards" in next(
        tell_cheapest(keep(cheapest=found))
    )


def test_what_may_be_chance_is_told_so():
    found = mix(("standards",), ("functions",), to_first=-0.5)

    assert "may be chance" in next(tell_cheapest(keep(cheapest=found)))


def test_where_a_design_itself_is_cheapest_that_is_all():
    (told,) = tell_cheapest(keep(cheapest=mix(("standards", "functions"), ())))

    assert (
        told
        == "Of all 256 mixes of conditions none is cheaper than the design built for variation."
    )


def test_without_a_mix_nothing_is_told():
    assert list(tell_cheapest(keep())) == []
