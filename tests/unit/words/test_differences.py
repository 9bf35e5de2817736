"""How differences are written."""

import pytest

from sim.results import Interval
from sim.words.differences import write_both, write_change, write_difference
from sim.words.language import speaking

SHARES = Interval(0.371, 0.36, 0.38), Interval(0.956, 0.95, 0.96)
DIFFERENCE = Interval(0.585, 0.571, 0.599)


def test_two_shares_are_in_percent_and_their_difference_in_points():
    assert write_both(SHARES, DIFFERENCE, "share") == [
        "37.1% (36.0% to 38.0%)",
        "95.6% (95.0% to 96.0%)",
        "+58.5 points (+57.1 to +59.9)",
    ]


@pytest.mark.parametrize("language", ["sv", "da"])
def test_points_are_told_in_every_language(language):
    with speaking(language):
        told = write_change(-0.585, "share", 1)

    assert "%" not in told
    assert told.startswith("\N{MINUS SIGN}58,5 procent")


def test_a_difference_of_all_else_keeps_its_unit():
    assert write_change(2.0, "days", 1) == "+2.0"
    assert write_difference(Interval(2.0, 1.0, 3.0), "days", 0) == "+2 (+1 to +3)"
