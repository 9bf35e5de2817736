"""Times that one citizen in two, in ten and in twenty waits longer than.

A mean says nothing of those who wait longest, and an upper limit nothing of how many exceed it.
"""

from collections.abc import Callable
from typing import NamedTuple

from sim.measures.declaration import Measure, Unit
from sim.measures.durations import Times, rising_end_to_end_days, rising_reported_days
from sim.measures.reading import Reading, exceeded_by_one_in
from sim.measures.view import View
from sim.message import Message


class Exceeded(NamedTuple):
    """A time that one case in so many exceeds."""

    name: str
    title: Message
    of: str
    """Whose time it is."""
    rising_days: Callable[[View], Times]
    one_in: int


OF_MET, OF_CLOSED = "one-off cases whose need is met", "one-off cases ever closed"
ROWS = (
    Exceeded(
        "end_to_end_days_median",
        Message("End-to-end time, half wait longer than"),
        OF_MET,
        rising_end_to_end_days,
        2,
    ),
    Exceeded(
        "end_to_end_days_p90",
        Message("End-to-end time, one in ten waits longer than"),
        OF_MET,
        rising_end_to_end_days,
        10,
    ),
    Exceeded(
        "end_to_end_days_p95",
        Message("End-to-end time, one in twenty waits longer than"),
        OF_MET,
        rising_end_to_end_days,
        20,
    ),
    Exceeded(
        "reported_days_median",
        Message("Reported time, half are longer than"),
        OF_CLOSED,
        rising_reported_days,
        2,
    ),
    Exceeded(
        "reported_days_p90",
        Message("Reported time, one in ten is longer than"),
        OF_CLOSED,
        rising_reported_days,
        10,
    ),
    Exceeded(
        "reported_days_p95",
        Message("Reported time, one in twenty is longer than"),
        OF_CLOSED,
        rising_reported_days,
        20,
    ),
)
DOC = """Time that one in {one_in} of the cohort's {of} exceeds.

Formula: the least of their times, as in `{mean}`, that at most one in {one_in} of them exceeds.
Unit: calendar days.
Source: percentile {percentile}; stands beside the upper limit."""


def _measure(row: Exceeded) -> Measure:
    doc = DOC.format(
        one_in=row.one_in,
        of=row.of,
        mean=row.name.rpartition("_")[0],
        percentile=100 - 100 // row.one_in,
    )
    function = _time_exceeded(row)
    return Measure(row.name, Unit.DAYS, row.title, "lower", doc, function, only="case")


def _time_exceeded(row: Exceeded) -> Callable[[View], Reading]:
    def time_exceeded(view: View) -> Reading:
        return exceeded_by_one_in(row.one_in, row.rising_days(view))

    return time_exceeded


TIMES_EXCEEDED = tuple(map(_measure, ROWS))
