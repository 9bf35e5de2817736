"""Measure for whom cases wait: mean days of a finished case by what ends them, and shares."""

from math import exp

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, CaseLog
from sim.own.estimate import Estimate
from sim.own.followed import follow_cases
from sim.own.resampling import NORMAL, find_errors
from sim.own.waits.attribute import attribute_waits
from sim.own.waits.waits import Ender, Waits

Real = NDArray[np.float64]
LEAST_CASES = 20
"""Finished cases below which nothing is said."""
NO_WAITS = Message("no case waits for anything")


def measure_waits(log: CaseLog) -> Waits:
    """Measure all waits of a log by what ends them.

    How they are attributed stands in `sim.own.waits.attribute`. Means and shares are of finished
    cases (`sim.own.followed`); their 95 % intervals take in that cases of the same weeks are alike
    (`sim.own.resampling.find_errors`). Where many are still open, finished ones are the shorter
    ones: `estimate` weighs that, this picture does not.

    Parameters
    ----------
    log
        The cases.
    """
    ender, wait_us = attribute_waits(log)
    days = _sum_days(log, ender, wait_us)[follow_cases(log).is_finished]
    if len(days) < LEAST_CASES:
        why = Message("{n} cases are finished, fewer than {least}", n=len(days), least=LEAST_CASES)
        nothing = {kind: _say_nothing(kind, len(days), why) for kind in Ender}
        return Waits(ender, wait_us, nothing, nothing)
    return Waits(
        ender,
        wait_us,
        _estimate(days, np.ones(len(days)), is_share=False),
        _estimate(days, days.sum(axis=1), is_share=True),
    )


def _sum_days(log: CaseLog, ender: NDArray[np.int8], wait_us: NDArray[np.int64]) -> Real:
    """Sum up the days of each case by what ends them. Shape (cases, enders)."""
    waits = np.flatnonzero(ender >= 0)
    cell = log.case[waits].astype(np.int64) * len(Ender) + ender[waits]
    days = np.bincount(cell, wait_us[waits] / DAY_US, minlength=log.cases * len(Ender))
    return np.asarray(days.reshape(log.cases, len(Ender)), np.float64)


def _estimate(days: Real, wholes: Real, *, is_share: bool) -> dict[Ender, Estimate]:
    """Estimate the days of each kind over a whole of each case: itself, or all of its days.

    The interval is built of the logarithm; that of a share of the logarithm of the odds.
    """
    whole = float(wholes.sum())
    if not whole:
        return {kind: _say_nothing(kind, len(days), NO_WAITS) for kind in Ender}
    values = days.sum(axis=0) / whole
    errors = NORMAL * find_errors((days - values * wholes[:, None]) / whole)
    found = {}
    for kind in Ender:
        value = float(values[kind])
        left = 1 - value if is_share else 1.0
        low = high = value
        if value > 0 and left > 0:
            factor = exp(float(errors[kind]) / value / left)
            low, high = (
                value * by / (value * by + left if is_share else 1) for by in (1 / factor, factor)
            )
        found[kind] = Estimate(kind.name.lower(), value, low, high, len(days))
    return found


def _say_nothing(kind: Ender, cases: int, why: Message) -> Estimate:
    return Estimate(kind.name.lower(), np.nan, np.nan, np.nan, cases, why)
