"""Estimates of a service of one's own, as rows of a table."""

import math
from collections.abc import Iterable

from sim.message import Message
from sim.own.estimate import TITLES, Estimate
from sim.words.language import say
from sim.words.numbers import NOTHING, SHARE, decimals_of, write_number, write_range, write_value

SHARES = frozenset(
    (
        *("share_of_days", "one_face_share", "ready"),
        *("failure_share_of_hour", "failure_share", "cause_share", "hour_share"),
    )
)
"""Quantities that are written in percent."""
HOURS_OF_CLOCK = frozenset(("opens_hour",))
ESTIMATE = Message("estimate")
INTERVAL = Message("95% interval")
CANNOT_SAY = Message("cannot be said: {why}")


def heads_of_estimates(first: str) -> list[str]:
    """Return the heads of a table; `first` is that of its first column."""
    return [say(first), say(ESTIMATE), say(INTERVAL)]


def heads_of_planned() -> list[str]:
    """Return the heads of a table of what is planned, which has no interval."""
    return ["", say(Message("on the roster"))]


def list_estimates(estimates: Iterable[Estimate]) -> list[list[str]]:
    """List estimates by their titles: value and interval, or why they cannot be said."""
    return [[say(TITLES[one.name]), *write_estimate(one)] for one in estimates]


def list_planned(estimates: Iterable[Estimate]) -> list[list[str]]:
    """List what is planned."""
    return [[say(TITLES[one.name]), write_estimate(one)[0]] for one in estimates]


def write_estimate(estimate: Estimate) -> tuple[str, str]:
    """Write the value and the interval of an estimate; nothing where there is none."""
    unit = SHARE if estimate.name in SHARES else ""
    decimals = 0 if unit else decimals_of([_or_nothing(estimate.value)])
    if math.isnan(estimate.value):
        why = estimate.why_not
        return NOTHING, "" if why is None else say(Message(CANNOT_SAY.template, why=why))
    value = write_clock(estimate.value) if estimate.name in HOURS_OF_CLOCK else None
    if value is None and not unit and estimate.value == round(estimate.value):
        decimals = 0 if estimate.low == estimate.high else decimals
    told = value or write_value(estimate.value, unit, decimals)
    return told, _write_interval(estimate, unit, decimals)


def _write_interval(estimate: Estimate, unit: str, decimals: int) -> str:
    if estimate.low == estimate.high:
        return ""
    if math.isnan(estimate.low):
        return "" if estimate.why_not is None else say(estimate.why_not)
    return write_range(estimate.low, estimate.high, unit, decimals, is_signed=False)


def _or_nothing(number: float) -> float:
    return 0.0 if math.isnan(number) else number


def write_clock(hours: float) -> str:
    """Write a time of day that is so many hours after midnight."""
    minutes = round(hours * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def write_points(width: float) -> str:
    """Write how wide an interval of shares is, in percentage points."""
    return write_number(100 * width, 0)
