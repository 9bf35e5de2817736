"""What the board says: of a draft no more than it can bear, and of money that it is no cash."""

from dataclasses import replace

import pytest

from sim.analysis.comparison import compare
from sim.results import Interval
from sim.words import explore
from tests.builders import build_scenario


@pytest.fixture(scope="module")
def found():
    return compare(build_scenario(), days=120, replications=3)


def unsettled(comparison):
    reasons = comparison.settling[0]._replace(reasons=("it drowns",))
    return replace(comparison, settling=(reasons, comparison.settling[1]))


def test_a_draft_that_does_not_settle_tells_nothing(found):
    told = explore.tell_verdict(unsettled(found), is_draft=True)

    assert told == "The draft is too short to tell; the full run follows"
    assert "does not settle" in explore.tell_verdict(unsettled(found))


def test_a_cheaper_design_is_named_with_how_much_less_it_costs(found):
    cost = found.measures["cost_per_citizen_helped"]
    sure = cost._replace(
        first=Interval(100, 99, 101),
        second=Interval(60, 59, 61),
        difference=Interval(-40, -41, -39),
    )
    cheaper = replace(found, measures={**found.measures, "cost_per_citizen_helped": sure})

    assert explore.find_saving(cheaper) == (pytest.approx(0.4), True)
    assert "40%" in explore.tell_verdict(cheaper)
    turned = sure._replace(first=sure.second, second=sure.first, difference=Interval(40, 39, 41))
    dearer = replace(found, measures={**found.measures, "cost_per_citizen_helped": turned})
    assert explore.find_saving(dearer).share == pytest.approx(-0.4)
    assert explore.tell_change(cheaper, dearer, ["x"]).startswith("40% less in")
    assert "→ 67% more in the design built for variation: x" in (
        explore.tell_change(cheaper, dearer, ["x"])
    )


def test_a_difference_that_may_be_chance_is_none(found):
    cost = found.measures["cost_per_citizen_helped"]
    unsure = cost._replace(difference=Interval(-1, -40, 38))
    told = replace(found, measures={**found.measures, "cost_per_citizen_helped": unsure})

    assert explore.tell_verdict(told) == "Neither design costs less beyond chance"


def test_a_cell_has_its_interval():
    assert (
        explore.write_cell(Interval(14.2, 14.0, 14.4), "days")
        == "14.2\N{NO-BREAK SPACE}days (14.0 to 14.4)"
    )
    assert explore.write_cell(None, "days") == "–"


def test_of_chance_two_ends_that_look_alike_have_a_decimal(found):
    cost = found.measures["cost_per_citizen_helped"]
    sure = cost._replace(first=Interval(100, 99, 101), difference=Interval(-3, -3.1, -2.9))
    told = replace(found, measures={**found.measures, "cost_per_citizen_helped": sure})

    said = explore.tell_run(told, is_draft=False).replace("\N{MINUS SIGN}", "-")
    assert "the change in cost is -3.1% to -2.9%" in said


def test_where_both_take_as_much_it_is_said_so(found):
    hours = found.measures["staff_hours_per_year"]
    alike = hours._replace(first=Interval(45_881, 0, 0), second=Interval(45_950, 0, 0))
    apart = hours._replace(first=Interval(45_400, 0, 0), second=Interval(45_720, 0, 0))

    assert "take 46,000 hours of work a year in the divided" in explore.tell_staff(
        alike, found.designs
    )
    assert explore.tell_staff(alike, found.designs).endswith(
        ", and as many in the design built for variation"
    )
    assert "45,400" in explore.tell_staff(apart, found.designs)
    assert "45,700" in explore.tell_staff(apart, found.designs)


def test_needs_that_do_not_vary_are_said_not_to():
    assert explore.name_variety(0.0) == "needs do not vary"
    assert explore.name_variety(1.5) == "needs vary 1.5 × as much"
