"""What charts say, whose signs for numbers are those of the language."""

from sim.results import Interval
from sim.words import speaking
from sim.words.charts import say_change, say_ends, separators


def test_the_signs_of_an_axis_are_those_of_the_language() -> None:
    assert separators() == ".,"
    with speaking("sv"):
        assert separators() == ",\N{NO-BREAK SPACE}"
    with speaking("da"):
        assert separators() == ",."


def test_an_interval_has_its_unit() -> None:
    told = say_ends(Interval(2, 1.5, 1_000), "share")
    assert told == "95% interval: 150.0% to 100,000.0%"


def test_a_share_changes_in_points() -> None:
    assert say_change("share") == "change, percentage points"
    assert say_change("days") == "change, days"
