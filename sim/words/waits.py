"""What is said of waits: by what they end, and for how many of the days."""

from collections.abc import Mapping
from math import isnan

from sim.message import Message
from sim.own.estimate import Estimate
from sim.own.waits import Ender
from sim.words.language import say
from sim.words.numbers import (
    decimals_of,
    write_headlines,
    write_number,
    write_percent,
    write_range,
)

ENDERS: Mapping[Ender, Message] = {
    Ender.ANOTHER: Message("another person"),
    Ender.SAME: Message("the same person"),
    Ender.CITIZEN: Message("the citizen"),
    Ender.CALENDAR: Message("the calendar"),
    Ender.UNKNOWN: Message("somebody not named"),
}
"""Whom or what a case waits for."""
ABOUT: Mapping[Ender, Message] = {
    Ender.ANOTHER: Message("until somebody else takes the case up"),
    Ender.SAME: Message("until whoever had it last takes it up again"),
    Ender.CITIZEN: Message("until the citizen answers, or comes back"),
    Ender.CALENDAR: Message("until a date comes, or a machine runs"),
    Ender.UNKNOWN: Message("until somebody takes it up whom the file does not name"),
}
FINDINGS: Mapping[Ender, Message] = {
    Ender.ANOTHER: Message("Of {total} days, {days} are waiting for another person"),
    Ender.SAME: Message("Of {total} days, {days} are waiting for the person who had the case last"),
    Ender.CITIZEN: Message("Of {total} days, {days} are waiting for the citizen"),
    Ender.CALENDAR: Message("Of {total} days, {days} are waiting for a date"),
    Ender.UNKNOWN: Message("Of {total} days, {days} are waiting for somebody not named"),
}
"""What is found, by what ends most of the waiting."""
NO_WAITS = Message("No case waits for anything")
NOT_TOLD = Message("For whom cases wait cannot be told")
SUBTITLE = Message(
    "Mean days of a finished case, by what ends the wait. Thin lines: the 95% interval of the mean."
)
AXIS = Message("days of a case")
TABLE = (
    Message("waits for"),
    Message("that is"),
    Message("days of a case"),
    Message("95% interval"),
    Message("of all waiting"),
)


def find_total(days: Mapping[Ender, Estimate]) -> float:
    """Return the days that a case waits in all."""
    return sum(one.value for one in days.values() if not isnan(one.value))


def find_longest(days: Mapping[Ender, Estimate]) -> Ender | None:
    """Return what ends most of the waiting; `None` where there is none, or none can be told."""
    told = {ender: one.value for ender, one in days.items() if one.value > 0}
    return max(told, key=lambda ender: told[ender], default=None)


def tell_finding(days: Mapping[Ender, Estimate]) -> str:
    """Tell in one sentence what ends most of the waiting."""
    longest = find_longest(days)
    if longest is None:
        is_told = not all(isnan(one.value) for one in days.values())
        return say(NO_WAITS if is_told else NOT_TOLD)
    total, most = write_headlines([find_total(days), days[longest].value], "")
    return say(FINDINGS[longest], total=total, days=most)


def tell_source(cases: int) -> str:
    """Tell what a picture of waits is drawn from."""
    source = Message.counted(
        "Requisite: a log with 1 finished case", "Requisite: a log with {n} finished cases", n=cases
    )
    return say(source)


def write_row(ender: Ender, days: Estimate, share: Estimate) -> tuple[str, ...]:
    """Write a row of the table: see `TABLE`."""
    decimals = decimals_of([days.value])
    return (
        say(ENDERS[ender]),
        say(ABOUT[ender]),
        write_number(days.value, decimals),
        write_range(days.low, days.high, "", decimals, is_signed=False),
        write_percent(share.value),
    )
