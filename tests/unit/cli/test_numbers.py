import pytest

from sim.cli.numbers import decimals_of, show_interval, show_number
from sim.results import Interval


@pytest.mark.parametrize(
    ("number", "decimals", "shown"),
    [(1234.5, 0, "1,234"), (13.44, 1, "13.4"), (-2.345, 2, "−2.35"), (-0.001, 2, "0.00")],
)
def test_a_number(number, decimals, shown):
    assert show_number(number, decimals) == shown


def test_a_difference_has_its_sign():
    assert show_number(3.0, 1, is_signed=True) == "+3.0"
    assert show_number(0.0, 1, is_signed=True) == "0.0"


def test_about_three_digits():
    assert [decimals_of([n]) for n in (0.5, 9.9, 13.0, 250.0, -4_000.0)] == [2, 2, 1, 0, 0]
    assert decimals_of([0.5, 250.0]) == 0
    assert decimals_of([1.0], "share") == 1


def test_an_interval():
    assert show_interval(Interval(13.4, 12.9, 13.9), "days", 1) == "13.4 (12.9–13.9)"
    assert show_interval(Interval(0.5, 0.4, 0.6), "share", 1) == "50.0 (40.0–60.0)"


def test_an_interval_of_a_difference_has_no_two_dashes():
    shown = show_interval(Interval(-2.0, -3.0, -1.0), "days", 1, is_signed=True)

    assert shown == "−2.0 (−3.0 to −1.0)"
