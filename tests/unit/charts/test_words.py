import pytest

from sim.charts import write_number
from sim.charts.words import wrap


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.8152, "share", "81.5\N{NO-BREAK SPACE}%"),
        (1675.58, "SEK", "1\N{NO-BREAK SPACE}676 SEK"),
        (13.93, "days", "13.9 days"),
        (2.126, "days", "2.13 days"),
        (2.126, "", "2.13"),
        (-2.126, "", "\N{MINUS SIGN}2.13"),
        (-0.0001, "", "0.00"),
        (-0.0001, "share", "0.0\N{NO-BREAK SPACE}%"),
    ],
)
def test_numbers_are_written_to_three_digits_or_so(value, unit, words):
    assert write_number(value, unit) == words


def test_labels_are_broken_between_words():
    assert wrap("as the citizen lives it", 12) == "as the<br>citizen<br>lives it"
    assert wrap("", 12) == ""
