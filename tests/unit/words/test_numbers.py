"""Numbers as each language writes them; `_` stands for a space at which no line is broken."""

import re

import pytest

from sim.results import Interval
from sim.words import LANGUAGES, speaking
from sim.words.numbers import (
    decimals_of,
    find_digits,
    write_amount_range,
    write_amounts,
    write_currency,
    write_decimal,
    write_ends,
    write_headlines,
    write_interval,
    write_money,
    write_number,
    write_percent,
    write_range,
    write_saving,
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


@pytest.mark.parametrize(
    ("numbers", "unit", "written"),
    [
        ((16_235.0, 17_631.0), "SEK", ["SEK_16,200", "SEK_17,600"]),
        ((45_881.0, 45_950.0), "", ["46,000", "46,000"]),
        ((46_656.0, 45_720.0), "", ["47,000", "46,000"]),
        ((0.425, 0.654), "", ["0.42", "0.65"]),
        ((0.2651, 0.2749), "share", ["26.5%", "27.5%"]),
        ((0.9992, 0.3), "share", ["99%", "30%"]),
        ((0.0, 0.0), "", ["0", "0"]),
        ((), "", []),
    ],
)
def test_numbers_that_are_compared_have_a_third_digit_where_two_mislead(
    numbers: tuple[float, ...], unit: str, written: list[str]
) -> None:
    assert [plain(text) for text in write_headlines(numbers, unit)] == written


@pytest.mark.parametrize("first", [1.0, 1.04, 3.1, 9.96, 12.5, 16_235.0, 99.4])
@pytest.mark.parametrize("times", [1.001, 1.01, 1.03, 1.1, 1.5, 4.0])
def test_what_is_told_to_differ_differs_about_so_much(first: float, times: float) -> None:
    second = first * times
    digits = find_digits((first, second))
    told = float(f"{second:.{digits}g}") - float(f"{first:.{digits}g}")
    if digits == 2 and times > 1.005:
        assert told == pytest.approx(second - first, rel=0.25)


def test_what_is_saved_is_rounded_to_the_nearest() -> None:
    shares = (0.129, 0.397, 0.0861, 0.9961)
    assert [write_saving(share) for share in shares] == ["13%", "40%", "8.6%", "99%"]


def test_ends_have_more_decimals_while_they_look_the_same() -> None:
    assert write_ends(0.071, 0.102, "share") == ("7%", "10%")
    ends = write_ends(-0.0312, -0.0288, "share", is_signed=True)
    assert [plain(end) for end in ends] == ["-3.1%", "-2.9%"]
    assert write_ends(0.5, 0.5, "share") == ("50.00%", "50.00%")


def test_amounts_that_stand_side_by_side_have_one_form() -> None:
    assert write_amounts((1_270_000.0, 90_000.0), "SEK") == ["1.3 million SEK", "0.09 million SEK"]
    assert [plain(text) for text in write_amounts((958, 9.0), "SEK")] == ["SEK_960", "SEK_9"]
    assert write_amount_range(1_141_000, 1_446_000, "SEK", in_millions=True) == (
        "1.1 to 1.4 million SEK"
    )
    assert write_amount_range(301_000, 301_100, "SEK", in_millions=True) == "0.301 million SEK"
    assert plain(write_amount_range(74_100, 79_900, "SEK", in_millions=False)) == (
        "74,000 to 80,000_SEK"
    )


def test_the_crown_of_another_country_has_its_code() -> None:
    with speaking("sv"):
        assert (write_currency("SEK"), write_currency("DKK")) == ("kr", "DKK")
        assert plain(write_money(1234.0, "DKK")) == "1_234_DKK"
    with speaking("da"):
        assert (write_currency("SEK"), write_currency("DKK")) == ("SEK", "kr.")


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
