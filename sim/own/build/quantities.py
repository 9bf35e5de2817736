"""Quantities of a scenario file: what was measured, what is assumed, and what is switched off."""

from math import isfinite
from typing import Any

from sim.own.estimate import Estimate

Table = dict[str, Any]
LOG = "measured-log"
DIGITS = 4


def state_measured(
    estimate: Estimate | None,
    otherwise: Table,
    *,
    least: float = 0.0,
    most: float = float("inf"),
    source: str = LOG,
) -> Table:
    """Return a quantity as it was measured, its interval as its range.

    Parameters
    ----------
    estimate
        What the data say.
    otherwise
        The quantity where they say nothing.
    least, most
        What is possible: an interval is cut to it.
    source
        The key of the source.
    """
    if estimate is None or not isfinite(estimate.value):
        return otherwise
    value = round_off(min(max(estimate.value, least), most))
    table: Table = {"is": value}
    if isfinite(estimate.low) and isfinite(estimate.high):
        low = min(round_off(max(estimate.low, least)), value)
        high = max(round_off(min(estimate.high, most)), value)
        table["range"] = [low, high]
    return {**table, "from": source}


def state_like(value: float, estimate: Estimate) -> Table:
    """Return a quantity that is in step with an estimate, and known as well as it."""
    middle = round_off(value)
    if not isfinite(estimate.low) or not isfinite(estimate.high) or estimate.value <= 0:
        return {"is": middle, "from": LOG}
    low, high = (round_off(value * end / estimate.value) for end in (estimate.low, estimate.high))
    return {"is": middle, "range": [min(low, middle), max(high, middle)], "from": LOG}


def state_derived(value: float, share: float, *, most: float = float("inf")) -> Table:
    """Return a quantity that follows from what was measured, give or take a share of it."""
    middle = round_off(min(value, most))
    ends = [round_off(middle * (1 - share)), round_off(min(middle * (1 + share), most))]
    return {"is": middle, "range": ends, "from": LOG}


def state_assumed(value: float, low: float | None = None, high: float | None = None) -> Table:
    """Return a quantity that nobody has measured, with what is plausible, if anything else is."""
    plausible = {} if low is None else {"range": [low, high]}
    return {"is": value, **plausible, "from": "assumed"}


def state_off(value: float = 0) -> Table:
    """Return a quantity that plays no part."""
    return {"is": value, "from": "off"}


def round_off(value: float) -> float:
    """Return a number with as many digits as a file has of it."""
    return float(f"{value:.{DIGITS}g}")
