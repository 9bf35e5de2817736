"""Numbers, shares, money, intervals and lists as people write them in their language.

Two rules for digits. In tables about three that say something, the same for all numbers that stand
side by side. In sentences two, and three where two figures are compared and two digits would tell
another difference than there is. All are rounded to the nearest. Babel knows the signs of each
language.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    format_scientific,
    get_currency_symbol,
)

from sim.message import Message
from sim.results import Interval
from sim.words.language import ENGLISH, current_language, say

SHARE = "share"
NOTHING = "–"
"""What stands where there is no number."""
SPACE = "\N{NO-BREAK SPACE}"
IN_A_SENTENCE = 2
"""Digits of a number that is read once."""
ALIKE, MISTOLD = 0.005, 0.25
"""Numbers so near each other, in parts of the larger, are alike; of the difference between two that
are not, rounding may take or add so much."""
MOST_DECIMALS_APART = 2
"""Decimals that are added, at most, so that two ends do not look the same."""
MILLION = 1_000_000
MILLIONS = Message("{n} million {currency}")
CROWNS_OF_OTHERS = frozenset(("Dkr", "Nkr", "Ikr", "Skr"))
"""Signs that nobody uses who pays with them."""
HUGE = 1e15
"""From here on a number has more digits than it says, and soon more than could be written."""
REGIONS = {"sv": "sv_SE", "da": "da_DK", ENGLISH: "en_GB"}


def _locale() -> Locale:
    return Locale.parse(REGIONS[current_language()])


def decimals_of(numbers: Sequence[float], unit: str = "") -> int:
    """Return how many decimals to show of numbers that stand side by side: about three digits.

    Of a share these are decimals of its percentage.
    """
    if unit == SHARE:
        return 1
    largest = max((abs(number) for number in numbers), default=0.0)
    return 0 if largest >= 100 else 1 if largest >= 10 else 2


def round_digits(number: float, digits: int = 3) -> float:
    """Round a large number to so many digits, for a sentence: more than that nobody knows."""
    return float(f"{number:.{digits}g}")


def find_digits(numbers: Sequence[float]) -> int:
    """Return how many digits to write of numbers that a sentence compares: two, or else three."""
    is_mistold = any(_is_mistold(*pair) for pair in combinations(numbers, 2))
    return IN_A_SENTENCE + is_mistold


def _is_mistold(first: float, second: float) -> bool:
    """Tell whether two digits of each tell another difference than there is between them."""
    difference = abs(first - second)
    if difference <= ALIKE * max(abs(first), abs(second)):
        return False
    told = abs(round_digits(first, IN_A_SENTENCE) - round_digits(second, IN_A_SENTENCE))
    return abs(told - difference) > MISTOLD * difference


def write_number(number: float, decimals: int, *, is_signed: bool = False) -> str:
    """Write a number, with a plus before it if it is a difference that grows."""
    if abs(number) >= HUGE:
        return _write_huge(number)
    rounded = round(number, decimals) + 0.0  # not −0
    pattern = _pattern(decimals, "", is_signed and rounded != 0)
    return _set(format_decimal(rounded, pattern, _locale()))


def _write_huge(number: float | Decimal) -> str:
    """Write a number with its power of ten."""
    return _set(format_scientific(number, "0.###E0", _locale()))


def write_percent(share: float, decimals: int = 0, *, is_signed: bool = False) -> str:
    """Write a share in percent."""
    if abs(share) >= HUGE:
        return f"{_write_huge(Decimal(share) * 100)}{SPACE}%"
    rounded = round(share, decimals + 2) + 0.0
    locale = _locale()
    percent = locale.percent_formats[None].pattern.removeprefix("#,##0")
    pattern = _pattern(decimals, percent, is_signed and rounded != 0)
    return _set(format_percent(rounded, pattern, locale))


def write_money(amount: float, currency: str, decimals: int | None = None) -> str:
    """Write an amount of money, such as ``1 234 kr``."""
    if abs(amount) >= HUGE:
        return f"{write_currency(currency)}{SPACE}{_write_huge(amount)}"
    places = decimals_of([amount]) if decimals is None else decimals
    locale = _locale()
    pattern = locale.currency_formats["standard"].pattern.split(";")[0]
    pattern = pattern.replace("¤#", f"¤{SPACE}#").replace("#,##0.00", _pattern(places, "", False))
    rounded = round(amount, places) + 0.0
    text = format_currency(rounded, currency, pattern, locale, currency_digits=False)
    return _set(text.replace(get_currency_symbol(currency, locale), write_currency(currency)))


def write_amounts(amounts: Sequence[float], currency: str) -> list[str]:
    """Write large amounts that stand side by side, to two digits: in millions."""
    rounded = [round_digits(amount, IN_A_SENTENCE) for amount in amounts]
    if max(amounts) < MILLION:
        return [write_money(amount, currency, 0) for amount in rounded]
    return [_write_millions(amount / MILLION, currency) for amount in rounded]


def _write_millions(millions: float, currency: str) -> str:
    return say(MILLIONS, n=write_decimal(millions), currency=write_currency(currency))


def write_amount_range(low: float, high: float, currency: str, *, in_millions: bool) -> str:
    """Write two ends of a large amount, to two digits, and to three while they look the same."""
    digits = IN_A_SENTENCE + (round_digits(low, IN_A_SENTENCE) == round_digits(high, IN_A_SENTENCE))
    ends = [round_digits(end, digits) for end in (low, high)]
    scale = MILLION if in_millions else 1
    decimals = max(decimals_typed(end / scale) for end in ends)
    written = [write_number(end / scale, decimals) for end in ends]
    told = say(Message("{low} to {high}", low=written[0], high=written[1]))
    told = written[0] if written[0] == written[1] else told
    if in_millions:
        return say(MILLIONS, n=told, currency=write_currency(currency))
    return f"{told}{SPACE}{write_currency(currency)}"


def write_currency(currency: str) -> str:
    """Write the sign of a currency, such as ``kr``; the code of the crown of another country."""
    symbol = get_currency_symbol(currency, _locale())
    return currency if symbol in CROWNS_OF_OTHERS else symbol


def currency_of(unit: str) -> str:
    """Return the code of the currency in a unit such as ``SEK per year``; empty without one."""
    word = unit.split(" ", maxsplit=1)[0]
    return word if word.isupper() else ""


def write_decimal(number: float, digits: int = 6) -> str:
    """Write a number that somebody has typed, with all its digits and no others."""
    return write_number(number, decimals_typed(number, digits))


def decimals_typed(number: float, digits: int = 6) -> int:
    """Return how many decimals a number has, of at most so many digits in all."""
    exponent = Decimal(f"{number:.{digits}g}").normalize().as_tuple().exponent
    return max(0, -int(exponent))


def write_list(items: Sequence[str]) -> str:
    """Write a list as in a sentence, such as ``a, b och c``."""
    return format_list(items, locale=_locale())


def _pattern(decimals: int, after: str, is_signed: bool) -> str:
    pattern = f"#,##0.{'0' * decimals}{after}" if decimals else f"#,##0{after}"
    return f"+{pattern};-{pattern}" if is_signed else pattern


def _set(number: str) -> str:
    """Give a number a true minus, as wide as a plus, in every language."""
    return number.replace("-", "\N{MINUS SIGN}")


def write_unit(unit: str) -> str:
    """Write the unit of a column."""
    if unit == SHARE:
        return "%"
    if isinstance(unit, Message) and (currency := currency_of(unit)):
        return say(Message(unit.template, currency=write_currency(currency)))
    return say(unit)


def write_quantity(number: float, unit: str) -> str:
    """Write a number with its unit, where nothing stands beside it; of money, only the currency."""
    decimals = decimals_of([number], unit)
    if unit == SHARE:
        return write_percent(number, decimals)
    if currency := currency_of(unit):
        return write_money(number, currency, decimals)
    return f"{write_number(number, decimals)}{SPACE}{say(unit)}".strip()


def write_headline(number: float, unit: str, digits: int = IN_A_SENTENCE) -> str:
    """Write a number for a text that is read once: two digits that say something, at most.

    A share that is not whole is not written as if it were. Of money there is the currency, of other
    units nothing. Three digits are for numbers that are compared: see `find_digits`.
    """
    decimals = _headline_decimals(number * 100 if unit == SHARE else number, digits)
    if unit == SHARE:
        nearly = 1 - 0.1**digits
        is_nearly_whole = number < 1 and round(number, digits) == 1
        typed = decimals_typed(round_digits(number * 100, digits))
        return write_percent(nearly if is_nearly_whole else number, min(decimals, typed))
    rounded = round_digits(number, digits)
    if currency := currency_of(unit):
        return write_money(rounded, currency, decimals)
    return write_number(rounded, min(decimals, decimals_typed(rounded)))


def _headline_decimals(number: float, digits: int) -> int:
    size = abs(round_digits(number, digits))
    whole = sum(size >= 10.0**place for place in range(digits))
    return digits - whole if size else 0


def write_headlines(numbers: Sequence[float], unit: str) -> list[str]:
    """Write numbers that a sentence compares, each with as many digits."""
    digits = find_digits(numbers)
    return [write_headline(number, unit, digits) for number in numbers]


def write_saving(share: float) -> str:
    """Write what part is saved, or what is more, wherever that is said: two digits."""
    return write_headline(share, SHARE)


def write_value(number: float, unit: str, decimals: int, *, is_signed: bool = False) -> str:
    """Write a number of a unit, without the unit unless that is percent."""
    if unit == SHARE:
        return write_percent(number, decimals, is_signed=is_signed)
    return write_number(number, decimals, is_signed=is_signed)


def write_range(low: float, high: float, unit: str, decimals: int, *, is_signed: bool) -> str:
    """Write two ends, such as those of an interval; one number where they look the same."""
    ends = [write_value(end, unit, decimals, is_signed=is_signed) for end in (low, high)]
    if ends[0] == ends[1]:
        return ends[0]
    return say(Message("{low} to {high}", low=ends[0], high=ends[1]))


def write_ends(low: float, high: float, unit: str, *, is_signed: bool = False) -> tuple[str, str]:
    """Write two ends that a sentence names, with more decimals while they look the same."""
    for decimals in range(MOST_DECIMALS_APART + 1):
        first, second = (
            write_value(end, unit, decimals, is_signed=is_signed) for end in (low, high)
        )
        if first != second:
            break
    return first, second


def write_interval(
    interval: Interval, unit: str, decimals: int, *, is_signed: bool = False, between: str = " "
) -> str:
    """Write a mean and, in brackets, its interval; a new line between them where room is short."""
    mean = write_value(interval.mean, unit, decimals, is_signed=is_signed)
    ends = write_range(interval.low, interval.high, unit, decimals, is_signed=is_signed)
    return f"{mean}{between}({ends})"
