"""Law 11: the backlog above which those who ask how it goes eat all spare time.

One pool is open day and night, and calls come before all work. Each case that waits asks r times a
day, c minutes each; with B* = spare staff-minutes a day / (r c) cases waiting, nothing is left for
the backlog. It is no resting place: B(t) - B* grows by e every m / (r c) days, m being the minutes
of work of a case, so a service with less than B* waiting drains, and one with more never does.
Where calls queue among the work, or people tire of asking, both starts drain.

Citizens come evenly and have alike needs; all that is left to chance is when they ask. Each of the
statistical tests takes its part of the error of the suite, see `judge.py`.
"""

from functools import cache

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.eventlog import Event, Job
from sim.population import Population, draw_citizens
from sim.random.keyed import citizen_keys, key
from tests.theory.bench import SEED, plain_service
from tests.theory.judge import assert_law, trend

STAFF, WORK_MIN, CALL_MIN, CALLS_A_DAY, ARRIVALS_A_DAY = 6, 60, 10, 0.2, 108
DAY_MIN, DAY_S = 1_440, 86_400
SPARE_MIN = STAFF * DAY_MIN - ARRIVALS_A_DAY * WORK_MIN
LIMIT = SPARE_MIN / (CALLS_A_DAY * CALL_MIN)
"""B*: 1,080 cases."""
GROWTH_DAYS = WORK_MIN / (CALLS_A_DAY * CALL_MIN)
DAYS, REPLICATIONS = 5, 16
DRAIN_DAYS, DRAIN_REPLICATIONS = 10, 8
"""Those who tire of asking only do so after some days; a fall is told sooner than a size."""
BELOW, ABOVE = round(0.7 * LIMIT), round(1.4 * LIMIT)
REMEDIES = {
    "calls among the work": "plain.centralisation.calls_first=0",
    "tired of asking": "demand.chase_tires=0.8",
}
JUDGED = [BELOW, ABOVE, *REMEDIES]


def service(*changes):
    """One pool, always open, with calls first; then the changes."""
    return plain_service(
        "calendar.opens_hour=0",
        "calendar.hours_per_day=24",
        "staff.shifts.0.hours=24",
        f"staff.total={STAFF}",
        f"demand.need.content_minutes={WORK_MIN}",
        "demand.need.content_cv=0",
        f"demand.need.chase_per_day={CALLS_A_DAY}",
        f"plain.digital.call_minutes={CALL_MIN}",
        *changes,
    )


@cache
def citizens(start: int, replication: int, days: int) -> Population:
    """So many who wait at the start, and others who come evenly from then on."""
    come_s = np.arange(ARRIVALS_A_DAY * days) * DAY_S // ARRIVALS_A_DAY
    arrival_s = np.append(np.zeros(start, np.int64), come_s)
    drawn = draw_citizens(service(), SEED, 0, 2 * days)
    people = Population(*(np.resize(column, len(arrival_s)) for column in drawn))
    number = np.arange(len(arrival_s))
    base = key(SEED, replication, 0)
    return people._replace(arrival_s=arrival_s, key=citizen_keys(base, 0 * number, number))


def backlogs(engine, start, *changes, days=DAYS, replications=REPLICATIONS):
    """Cases' worth of work still to do after the days, in each replication."""
    blueprint = build_blueprint(service(*changes), "plain")
    logs = (
        engine(blueprint, citizens(start, number, days), key(SEED, number), days)
        for number in range(replications)
    )
    return np.array([np.sum(log.kind == Event.ARRIVE) - worked_cases(log, days) for log in logs])


def worked_cases(log, days):
    """Cases' worth of work done by the end, those in hand then by their part."""
    begun, done = (
        log.rows((log.kind == kind) & (log.step == Job.WORK)).time_s
        for kind in (Event.START, Event.FINISH)
    )
    in_hand_s = (len(begun) - len(done)) * days * DAY_S
    return (done.sum() - begun.sum() + in_hand_s) / (WORK_MIN * 60)


@pytest.mark.parametrize("start", [BELOW, ABOVE])
def test_what_waits_moves_away_from_the_limit(both_engines, start):
    expected = LIMIT + (start - LIMIT) * np.exp(DAYS / GROWTH_DAYS)
    assert (expected < start) == (start == BELOW)
    assert_law(backlogs(both_engines, start), expected)


@pytest.mark.parametrize("name", REMEDIES)
def test_it_drains_from_above_the_limit_too(both_engines, name):
    runs = {"days": DRAIN_DAYS, "replications": DRAIN_REPLICATIONS}
    after = backlogs(both_engines, ABOVE, REMEDIES[name], **runs)
    print(f"{name}: from {ABOVE} to {after.mean():.4g}")
    assert trend(np.full(DRAIN_REPLICATIONS, ABOVE), after) == -1
