"""Numbers as each language writes them; `_` stands for a space at which no line is broken."""

import re

import pytest

from sim.results import Interval
from sim.words import LANGUAGES, speaking
from sim.words.numbers import (
    decimals_of,
    write_decimal,
    write_interval,
    write_money,
    write_number,
    write_percent,
    write_range,
)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", "_").replace("\N{MINUS SIGN}", "-")


@pytest.mark.parametrize(
    ("code", "number", "percent", "money"),
    [
        ("sv", "-1_234,6", "12,3_%", "1_234_kr"),
        ("da", "-1.234,6", "12,3_%", "1.234_SEK"),
        ("en", "-1,234.6", "12.3%", "SEK_1,234"),
    ],
)
def test_each_language_has_its_signs(code: str, number: str, percent: str, money: str) -> None:
    with speaking(code):
        assert plain(write_number(-1234.56, 1)) == number
        assert plain(write_percent(0.1234, 1)) == percent
        assert plain(write_money(1234.0, "SEK")) == money


def test_a_difference_has_its_sign_and_none_at_zero() -> None:
    assert write_number(2.0, 0, is_signed=True) == "+2"
    assert plain(write_number(-2.0, 0, is_signed=True)) == "-2"
    assert write_number(-0.001, 1, is_signed=True) == "0.0"
    assert write_number(-0.001, 1) == "0.0"


@pytest.mark.parametrize(("largest", "decimals"), [(1234, 0), (100, 0), (99, 1), (10, 1), (9.9, 2)])
def test_about_three_digits_are_shown(largest: float, decimals: int) -> None:
    assert decimals_of([0.0, -largest]) == decimals


def test_an_interval_stands_in_brackets() -> None:
    assert write_interval(Interval(0.5, 0.4, 0.6), "share", 0) == "50% (40% to 60%)"
    with speaking("sv"):
        assert plain(write_interval(Interval(1500, 1400, 1600), "days", 0)) == (
            "1_500 (1_400 till 1_600)"
        )


def test_ends_that_look_the_same_are_written_once() -> None:
    assert write_range(1.0, 1.04, "days", 1, is_signed=False) == "1.0"


@pytest.mark.parametrize("number", [1e15, -2.5e29, 1.7976931348623157e308])
def test_a_number_of_more_digits_than_it_says_has_its_power_of_ten(number: float) -> None:
    for code in LANGUAGES:
        with speaking(code):
            for told in (
                write_number(number, 2),
                write_decimal(number, 17),
                write_money(number, "SEK"),
                write_percent(number),
            ):
                assert re.search(r"(E|×10\^)\d", told) and len(told) < 25
    assert plain(write_number(-2.5e29, 0)) == "-2.5E29"
