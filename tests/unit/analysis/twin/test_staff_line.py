"""Fewer and fewer staff in stocks and flows: which numbers are looked at, and where it tips."""

import pytest

from sim.analysis.twin import staff_line
from sim.analysis.twin.staff_line import MOST_LOOKS, find_staff_lines
from sim.dynamics import Figures
from sim.dynamics.twin.tipping import find_twin_tip
from sim.errors import RunError
from sim.scenario import load_scenario

DESIGNS = ("functionalised", "absorbing")
BUSY = Figures(3.0, 0.5, 4.0, 0.1, 50.0, 30.0, 0.7, 0.0)
ENOUGH = 8


@pytest.fixture
def looks(monkeypatch):
    """In place of the twin: busier with fewer staff, and beyond a number all are."""
    made = []

    def look(_scenario, design, staff):
        made.append((design, staff))
        return BUSY._replace(busiest=1.0 if staff < ENOUGH else 0.7 * ENOUGH / staff)

    monkeypatch.setattr(staff_line, "find_figures", look)
    return made


def find(scenario, told=None):
    tell = (lambda *counts: told.append(counts)) if told is not None else lambda *_: None
    return find_staff_lines(scenario, DESIGNS, tell)


def test_each_number_is_looked_at_down_to_the_first_with_which_it_tips(looks):
    line = find(load_scenario("sickness-benefit")).designs["absorbing"]

    assert line.numbers == tuple(range(15, 0, -1))
    assert [staff for design, staff in looks if design == "absorbing"] == list(range(15, 6, -1))
    assert line.tips == (ENOUGH, ENOUGH - 1)
    assert min(line.figures) == ENOUGH
    assert (line.has_tipped(ENOUGH), line.has_tipped(ENOUGH - 1)) == (False, True)


@pytest.mark.parametrize("staff", [38, 100, 500])
def test_of_many_staff_a_few_numbers_are_looked_at_and_it_closes_in(looks, staff):
    scenario = load_scenario("family-support").changed(f"staff.total={staff}")
    line = find(scenario).designs["absorbing"]

    assert sum(design == "absorbing" for design, _ in looks) <= MOST_LOOKS
    assert line.numbers[0] == staff
    enough, few = line.tips
    assert few < ENOUGH <= enough
    assert enough - few <= max(1, staff // 60)


def test_what_does_not_rest_with_the_staff_of_today_has_tipped(looks):
    line = find(load_scenario("pooling-small-service")).designs["absorbing"]

    assert (line.figures, line.tips, line.told(6)) == ({}, None, None)
    assert line.has_tipped(6)


def test_nothing_is_told_near_tipping(monkeypatch):
    near = BUSY._replace(busiest=0.95)
    monkeypatch.setattr(staff_line, "find_figures", lambda *_: near)
    line = find(load_scenario("pooling-small-service")).designs["absorbing"]

    assert line.tips is None
    assert not line.has_tipped(1)
    assert {line.told(number) for number in line.numbers} == {None}


def test_it_is_told_how_far_it_is(looks):
    told = []
    find(load_scenario("sickness-benefit"), told)

    assert [done for done, _ in told] == list(range(1, len(looks) + 1))
    assert all(done <= total for done, total in told)


def test_it_tips_where_the_twin_does():
    scenario = load_scenario("pooling-small-service")
    lines = find(scenario).designs

    assert {name: line.tips for name, line in lines.items()} == {
        name: find_twin_tip(scenario, name) for name in DESIGNS
    }


def test_there_is_none_of_visits():
    with pytest.raises(RunError, match="one-off cases"):
        find(load_scenario("home-care"))
