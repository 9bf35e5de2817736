"""What is told as gained is never more than was gained."""

import pytest

from sim.words.numbers import round_down, write_amounts


@pytest.mark.parametrize(
    ("number", "rounded"),
    [
        (4_990.0, 4_900.0),
        (0.2699, 0.26),
        (0.29, 0.29),
        (-1_999.0, -1_900.0),
        (100.0, 100.0),
        (0.0, 0.0),
        (0.00123, 0.0012),
        (999_999.0, 990_000.0),
    ],
)
def test_it_keeps_two_digits_and_goes_towards_nothing(number, rounded):
    assert round_down(number) == pytest.approx(rounded, rel=1e-12)
    assert abs(round_down(number)) <= abs(number)


def test_amounts_that_stand_side_by_side_have_one_form():
    assert write_amounts((1_250_000.0, 90_000.0), "SEK") == ["1.2 million SEK", "0.09 million SEK"]
    small = [text.replace("\N{NO-BREAK SPACE}", " ") for text in write_amounts((950, 9.0), "SEK")]
    assert small == ["SEK 950", "SEK 9"]
