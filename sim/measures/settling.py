"""Whether a service settles: what grows between the two halves of the days, and what stays open."""

import numpy as np

from sim.eventlog import NONE
from sim.ledger import EndState
from sim.measures.counting import count, count_one_off, is_case
from sim.measures.declaration import Family, Unit
from sim.measures.reading import NO_CASES, Reading, ratio
from sim.measures.view import View, once
from sim.message import Message
from sim.units import DAY_S

SETTLING = Family(Message("Whether it settles"))

WEEK_S = 7 * DAY_S
TOO_SHORT = Message("there are fewer than two weeks in which to see a trend")
NOTHING_OPEN = Message("no case was open")
NO_WORK_SEEN = Message("no work was done")

Halves = tuple[tuple[int, int], tuple[int, int]]


@SETTLING.measure(Unit.SHARE, Message("Cases still open"), "lower", only="case")
def open_share(view: View) -> Reading:
    """Share of cases still open when the log ends.

    Formula: one-off cases neither met nor given up / one-off cases.
    Unit: share of cases.
    Source: none; says how far the cohort was followed.
    """
    is_open = is_case(view) & (view.courses.end_state == EndState.OPEN)
    return ratio(count(is_open), count_one_off(view), NO_CASES)


@SETTLING.measure(Unit.PERCENT, Message("Trend of the backlog"), "neither", only="case")
def backlog_trend(view: View) -> Reading:
    """How much larger the backlog is in the second half of the days than in the first.

    Formula: 100 × (mean open cases in the last weeks - in the first weeks) / mean of both; the days
    are cut into two halves of whole weeks.
    Unit: percent of the mean backlog.
    Source: none; a service that settles has no trend (Law 2015, 9.5).
    """
    openings = view.openings

    def count_open(from_s: int, to_s: int) -> float:
        rest_s = to_s - openings.calendar_s.clip(from_s, to_s)
        return float((openings.change * rest_s).sum())

    halves = _cut_in_two(view)
    if halves is None:
        return Reading(None, TOO_SHORT)
    return _trend(count_open(*halves[0]), count_open(*halves[1]), NOTHING_OPEN)


@SETTLING.measure(Unit.PERCENT, Message("Trend of the work"), "neither", per_type=False)
def work_trend(view: View) -> Reading:
    """How much more work there is in the second half of the days than in the first.

    Formula: 100 × (busy seconds in the last weeks - in the first weeks) / mean of both; where there
    are visits, of busy seconds for each visit, whoever the clients are. The days are cut into two
    halves of whole weeks.
    Unit: percent of the mean work.
    Source: none; a service that settles has no trend (Law 2015, 9.5).
    """
    halves = _cut_in_two(view)
    if halves is None:
        return Reading(None, TOO_SHORT)
    first, second = (_work_of(view, *half) for half in halves)
    return _trend(first, second, NO_WORK_SEEN)


@once
def _cut_in_two(view: View) -> Halves | None:
    """Cut the days of the view into two halves of whole weeks, of equal length."""
    half_s = (view.to_s - view.from_s) // (2 * WEEK_S) * WEEK_S
    if half_s == 0:
        return None
    return (view.from_s, view.from_s + half_s), (view.to_s - half_s, view.to_s)


def _work_of(view: View, from_s: int, to_s: int) -> float:
    """Return the busy seconds of some days; where there are visits, for each of them."""
    calendar = view.calendar
    from_day, to_day = (calendar.open_days(at_s // DAY_S) for at_s in (from_s, to_s))
    busy = view.ledger.busy
    busy_s = float(busy.seconds[(busy.day >= from_day) & (busy.day < to_day)].sum())
    if not view.is_client.any():
        return busy_s
    start, stop = np.searchsorted(view.visits.calendar_s, (from_s, to_s))
    made = int((view.visits.staff[start:stop] != NONE).sum())
    return busy_s / max(made, 1)


def _trend(first: float, second: float, reason: Message) -> Reading:
    mean = (first + second) / 2
    return Reading(100 * (second - first) / mean) if mean else Reading(None, reason)
