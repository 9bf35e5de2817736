"""Staff: how many are at work, and how often each of them is there."""

import pytest

from sim.blueprint import build_blueprint
from sim.dynamics.expected import count_staff
from tests.theory.bench import plain_design, plain_service


def count(*changes, **design):
    scenario = plain_service("staff.total=8", *changes, plain=plain_design(**design))
    return count_staff(build_blueprint(scenario, "plain"))


def test_all_are_there_where_nobody_is_absent():
    staff, present = count(functions=1, has_front=True)

    assert staff.tolist() == [4, 4]
    assert present == 1


def test_days_off_and_absence_leave_fewer():
    staff, present = count("staff.absence=0.1", "staff.days_on_per_week=5")

    assert present == pytest.approx(0.9 * 5 / 7)
    assert staff == pytest.approx(8 * 0.9 * 5 / 7)


def test_temps_fill_the_places_and_are_not_the_ones_who_are_absent():
    temps = ("staff.temps=2", "plain.centralisation.cover_by_temps=0.5")
    staff, present = count("staff.absence=0.2", *temps)

    assert staff == pytest.approx(8 * (1 - 0.2 * 0.5))
    assert present == pytest.approx(0.8)


def test_who_learns_does_no_work():
    learning = ("staff.turnover_per_year=0.5", "plain.functions.training_weeks=4")
    staff, present = count(*learning)

    assert 0.9 * 8 < staff[0] < 8
    assert present == 1
