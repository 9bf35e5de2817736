"""What a measure says: a value, or why it does not apply."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.ledger.tables import Narrow, Whole
from sim.message import Message

NO_CASES = Message("there are no one-off cases here")
NO_VISITS = Message("this service has no visits")
NOBODY_CAME = Message("nobody came in these days")
NOBODY_HELPED = Message("nobody was helped")
NO_WORK = Message("no work was done")
NONE_CLOSED = Message("no case was closed")
NONE_MET = Message("no need was met")
NO_DAYS = Message("the view has no days")

AnyValues = NDArray[np.float64] | Whole | Narrow

XMR_FACTOR = 2.66
"""Three standard deviations, in mean moving ranges: 3 / 1.128 (Wheeler 1993)."""


class Reading(NamedTuple):
    """A measure's value."""

    value: float | None
    """The value; None where the measure does not apply."""
    reason: Message | None = None
    """In plain words why it does not; None where it does."""
    whole: float | None = None
    """What it is a part of, where it is one: so many cases, contacts or months. It tells how much
    was looked at where nothing was seen."""


def ratio(part: float, whole: float, reason: Message) -> Reading:
    """Return a part of a whole; where there is no whole, the reason."""
    return Reading(None, reason) if whole == 0 else Reading(float(part / whole), None, float(whole))


def order_by_time(times_s: Whole) -> Whole:
    """List places in the order of their times; those of one time in the order of places."""
    # Numbers that hold time and place are sorted far faster than places are by their times.
    bits = len(times_s).bit_length()
    return np.sort((times_s << bits) | np.arange(len(times_s))) & ((1 << bits) - 1)


def exceeded_by_one_in(number: int, rising: AnyValues) -> Reading:
    """Return the least of some values, in rising order, that at most one in so many exceeds.

    Of fewer values than that it would be the largest, whatever came: nothing is told of them.
    """
    if len(rising) < number:
        return Reading(
            None, Message("there are fewer than {number} to tell it from", number=number)
        )
    return Reading(float(rising[len(rising) - len(rising) // number - 1]))


def upper_limit(values: AnyValues, reason: Message) -> Reading:
    """Return the upper natural process limit of an XmR chart: mean + 2.66 × mean moving range.

    The values are in the order in which they came about; the reason says why there are too few.
    """
    if len(values) < 2:
        return Reading(None, reason)
    moving_range = np.abs(values[1:] - values[:-1]).mean()
    return Reading(float(values.mean() + XMR_FACTOR * moving_range))
