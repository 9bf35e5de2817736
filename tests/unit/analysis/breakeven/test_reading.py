"""What is varied, and from where to where."""

import pytest

from sim.analysis.breakeven import find_breakeven
from sim.analysis.breakeven.axis import read_axis
from sim.errors import RequisiteError, RunError
from sim.scenario import load_scenario

SERVICE = "sickness-benefit"


def axis(text, service=SERVICE, changes=()):
    return read_axis(load_scenario(service, changes), text)


def test_variety_goes_from_0_to_three_times_the_scenarios_own():
    found = axis("demand.variety", changes=["demand.variety=2"])

    assert (found.low, found.own, found.high) == (0, 2, 6)
    assert found.change_to(1.5) == "demand.variety=1.5"


def test_other_quantities_keep_to_their_plausible_range():
    found = axis("functionalised.standards.absorb")

    assert (found.low, found.own, found.high) == (0.4, 0.78, 1.0)
    assert (found.unit, found.places, found.is_proportional) == ("share", 1, False)


def test_the_plausible_range_is_that_of_the_file_whatever_was_changed():
    found = axis("absorbing.standards.absorb", changes=["absorbing.standards.absorb=0.3"])

    assert found.own == 0.3
    assert found.low > 0.3


def test_a_range_may_be_named():
    found = axis("demand.give_up=0:0.5")

    assert (found.low, found.high) == (0, 0.5)


def test_different_values_are_varied_in_proportion_and_shown_by_their_mean(two_types):
    scenario = load_scenario(two_types)
    found = read_axis(scenario, "demand.variety")

    varied = scenario.changed(found.change_to(4.0)).demand

    assert (found.own, found.high, found.is_proportional) == (2, 6, True)
    assert [demand.variety.value for demand in varied.values()] == pytest.approx([2, 6])


def test_a_range_of_several_is_the_mean_of_theirs(two_types):
    found = axis("demand.rework_share=0:1", two_types)

    assert not found.is_proportional
    assert found.own == 0.3


def test_what_is_left_out_can_be_varied():
    found = axis("absorbing.budget.cap_minutes=20:90")

    assert (found.own, found.change_to(20.0)) == (None, "absorbing.budget.cap_minutes=20.0")


def test_the_grid_is_even_and_has_the_scenarios_own_value():
    found = axis("demand.variety=0:4")

    assert found.grid(3) == [0, 2, 3.5, 4]
    assert found.grid(5) == [0, 1, 2, 3, 3.5, 4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("demand.varity", 'did you mean "variety"?'),
        ("absorbin.standards.absorb", "unknown key"),
        ("demand", "not a quantity"),
        ("functionalised.targets.order", "not a quantity"),
        ("service.days", "not a quantity"),
        ("demand.variety=3", "expected KEY or KEY=LOW:HIGH"),
        ("demand.variety=1:2:3", "expected KEY or KEY=LOW:HIGH"),
        ("demand.variety=a:b", "expected KEY or KEY=LOW:HIGH"),
        ("demand.variety=2:1", "expected the lower number first"),
        ("demand.variety=0:inf", "expected finite numbers"),
        ("=0:1", "found no key"),
        ("calendar.days_per_week", "has no plausible range in sickness-benefit.toml"),
    ],
)
def test_what_cannot_be_varied_is_refused(text, message):
    with pytest.raises(RequisiteError) as refused:
        axis(text)

    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"measure": "failure_demand"}, "measure: found"),
        ({"designs": ("absorbing", "absorbing")}, "expected two different ones"),
        ({"designs": ("absorbing", "other")}, "no design named 'other'"),
        ({"replications": 1}, "replications: found 1, expected 2 or more"),
        ({"points": 1}, "points: found 1, expected 2 to 1000"),
        ({"days": 2}, "days: found 2"),
        ({"seed": -1}, "seed: found -1"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked, message):
    with pytest.raises(RunError, match=message):
        find_breakeven(load_scenario(SERVICE), **asked)


def test_people_are_varied_in_whole_numbers():
    found = axis("staff.total=2.5:9.5")

    assert found.is_whole
    assert (found.low, found.high, found.tolerance) == (3, 9, 1)
    assert found.grid(4) == [3, 5, 7, 9]
    assert axis("staff.total=13:16").grid(2) == [13, 15, 16]


def test_a_range_without_two_whole_numbers_is_told():
    with pytest.raises(RequisiteError, match="expected two whole numbers or more"):
        axis("staff.total=2.1:3.5")


def test_what_is_measured_is_varied_in_parts():
    assert not axis("functionalised.standards.absorb").is_whole
