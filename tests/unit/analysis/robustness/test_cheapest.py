"""The cheapest of all mixes, where it is known beforehand which that is."""

import pytest

from sim.analysis.robustness import find_cheapest_mix
from sim.experiment import RunSettings
from tests.builders import build_scenario

SAME = ("budget", "centralisation", "digital", "targets", "functions", "purpose")
QUICK = RunSettings(days=30, replications=2)


def mixed(*changes):
    """A quiet service whose designs differ in standards and control alone."""
    return build_scenario(
        "demand.arrivals_per_day=2",
        "demand.return_days=1",
        "demand.answer_days=1",
        "designs.targets.hold_days=0",
        "designs.standards.exception_delay_days=0",
        *(f"absorbing.{part}=functionalised" for part in SAME),
        *changes,
    )


@pytest.fixture(scope="module")
def cheapest():
    """Standards of the one, which absorb all, with the control of the other, which is none."""
    scenario = mixed(
        "functionalised.standards.absorb=1",
        "absorbing.standards.absorb=0.6",
        "functionalised.inspection.share=1",
        "functionalised.inspection.minutes=60",
        "absorbing.inspection.share=0",
    )
    return find_cheapest_mix(scenario, settings=QUICK)


def test_the_good_half_of_each_is_taken(cheapest):
    assert cheapest.moved == ("inspection",)
    assert cheapest.others == ("standards",)
    assert (cheapest.mixes, cheapest.overwhelmed) == (4, 0)


def test_it_is_told_against_both_designs(cheapest):
    assert cheapest.to_first.high < 0
    assert cheapest.to_second.high < 0
    for difference, design in ((cheapest.to_first, "first"), (cheapest.to_second, "second")):
        other = getattr(cheapest, design).whole.mean
        assert difference.mean == pytest.approx(cheapest.cost.whole.mean - other)


def test_the_own_budget_bears_a_part(cheapest):
    assert 0 < cheapest.cost.own_budget.mean <= cheapest.cost.whole.mean


def test_a_design_that_is_best_in_all_is_the_cheapest_itself():
    scenario = mixed(
        "functionalised.standards.absorb=0.6",
        "absorbing.standards.absorb=1",
        "functionalised.inspection.share=1",
        "functionalised.inspection.minutes=60",
        "absorbing.inspection.share=0",
    )

    found = find_cheapest_mix(scenario, settings=QUICK)

    assert found.others == ()
    assert found.to_second == (0, 0, 0)


def test_where_a_design_is_overwhelmed_nothing_is_told():
    scenario = mixed("functionalised.inspection.share=1", "functionalised.inspection.minutes=1440")

    assert find_cheapest_mix(scenario, settings=RunSettings(days=60, replications=2)) is None
