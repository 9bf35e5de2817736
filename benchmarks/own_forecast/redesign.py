"""The redesign inside the receipt log: forecast of the cases before it."""

from datetime import date, timedelta

import numpy as np

from benchmarks.own_forecast.goals import MISSED, REACHED
from benchmarks.own_forecast.simod import take_cases
from benchmarks.report import Section, build_text
from sim.analysis.comparison import compare
from sim.own.build import AS_IT_IS, ONE_PERSON, build_scenario, know
from sim.own.caselog import CaseLog
from sim.own.halves import take_since
from sim.own.local_time import find_midnight_us
from sim.own.steps import find_first_steps
from sim.results import Interval
from sim.words.numbers import NOTHING

REDESIGNED = "receipt"
BUILT_ON = (date(2010, 11, 1), date(2011, 1, 31))
"""Days of arrival, the last one included."""
OBSERVED = Interval(1.55, 0.85, 2.35)
"""Mean days of the cases since one person saw a case through (August to November 2011)."""
REPLICATIONS = 20


def forecast_redesign(log: CaseLog) -> tuple[Interval | None, Interval | None, int]:
    """Forecast mean days as it is and with one person a case; of how many cases it is built."""
    begin, end = BUILT_ON
    since = take_since(log, find_midnight_us(begin, log.zone))
    begins_us = since.end_us[find_first_steps(since)]
    until_us = find_midnight_us(end + timedelta(days=1), log.zone)
    taken = take_cases(since, int(np.searchsorted(begins_us, until_us)))
    scenario = build_scenario(know(taken))
    compared = compare(scenario, (AS_IT_IS, ONE_PERSON), replications=REPLICATIONS)
    days = compared.measures["end_to_end_days"]
    return days.first, days.second, taken.cases


def build_redesign(log: CaseLog) -> str:
    """Build the section of the redesign inside the receipt log."""
    before, after, cases = forecast_redesign(log)
    if before is None or after is None:
        return "## The redesign inside the receipt log\n\nIt could not be forecast.\n"
    is_within = OBSERVED.low <= after.mean <= OBSERVED.high
    note = (
        f"Built on the {cases} cases that came from November 2010 to January 2011, with all their "
        f"steps; nothing is fitted. From August 2011 on one person saw a case through. Mean days, "
        f"{REPLICATIONS} replications; intervals of the forecast are of chance alone. Within the "
        f"observed interval: {REACHED if is_within else MISSED}."
    )
    rows: list[tuple[str, ...]] = [
        ("as it is", _say_interval(before), NOTHING),
        (ONE_PERSON, _say_interval(after), _say_interval(OBSERVED)),
    ]
    title = "The redesign inside the receipt log"
    return build_text(Section(title, note, ("design", "forecast", "observed"), rows, []))


def _say_interval(one: Interval) -> str:
    return f"{one.mean:.2f} ({one.low:.2f}–{one.high:.2f})"
