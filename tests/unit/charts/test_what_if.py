"""Other designs of one's own service: told in days only where days as they are were as seen."""

import pytest

from sim.charts.tokens import LIGHT
from sim.charts.what_if import plot_what_ifs
from sim.own.as_it_is import Beside
from sim.own.estimate import Estimate
from sim.own.what_if import Range, WhatIf
from sim.words.what_if import rows_of_designs, tell_finding

BEFORE = Range(8.0, 8.6, 9.1)
FOUND = (
    WhatIf("one-person", BEFORE, Range(3.9, 4.1, 4.4), None),
    WhatIf("asked-at-once", BEFORE, Range(6.0, 6.7, 7.2), None),
)


def see(days, low, high):
    """Return a service whose cases take so many days in its log, and 8.6 when simulated."""
    return (Beside("days_mean", Estimate("days_mean", days, low, high, 100), 8.6),)


def test_days_are_told_where_as_it_is_they_are_as_seen():
    said = tell_finding(FOUND, see(8.9, 8.1, 9.8))
    assert said.startswith("One person throughout: 4.1 days instead of 8.6")


def test_days_are_not_told_where_as_it_is_they_are_not():
    said = tell_finding(FOUND, see(14.4, 13.8, 15.0))
    assert "cannot be told" in said and "8.6 days and the log says 14.4" in said
    assert "4.1" not in said


@pytest.mark.parametrize("beside", [see(8.9, 8.1, 9.8), ()], ids=["told", "not told"])
def test_what_was_seen_stands_above_the_designs(beside):
    rows = rows_of_designs(FOUND, beside)
    assert [row[1] for row in rows] == ["8.9", "8.6", "4.1", "6.7"][1 - len(beside) :]
    drawn = plot_what_ifs(FOUND, beside, LIGHT).data
    assert [str(line.text[0]) for line in drawn] == [row[1] for row in rows]
