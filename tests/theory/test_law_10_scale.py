"""Law 10: size alone changes nothing, except that a larger pool makes nobody wait longer.

Arrivals are Poisson here: where days are over-dispersed, a share of them is less so, and more teams
are another demand for each. By the design of the draws, half of the citizens are the same ones.
"""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.eventlog import Cause, Event
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.units import DAY_S
from tests.theory.bench import SEED, per_citizen, plain_design, plain_service
from tests.theory.judge import assert_lower, assert_same

TEAMS, TEAM_STAFF, PER_TEAM_DAY = 3, 4, 7
DAYS, HORIZON, REPLICATIONS = 30, 200, 32
POOL_REPLICATIONS, POOL_DAYS = 20, 12
FEW = 2
TEAM_SERVICE = (
    "demand.need.content_minutes=90",
    "demand.need.content_cv=0.3",
    "demand.need.variety=1.2",
    "demand.need.tell=0.7",
    "demand.need.rework_share=0.5",
    "demand.need.chase_per_day=0.2",
    "demand.need.return_days=2",
    "demand.need.answer_days=2",
    "plain.digital.capture_form=0.8",
    "plain.digital.form_minutes=5",
    "plain.digital.call_minutes=5",
    "plain.functions.convey=0.95",
    "plain.functions.read_in_minutes=4",
    "plain.standards.absorb=0.85",
    "plain.purpose.notice=0.3",
    "plain.targets.hold_days=6",
)


def end_to_end_days(people, log):
    calendar_s = log.time_s // (8 * 3_600) * DAY_S + log.time_s % (8 * 3_600)
    first = calendar_s[log.kind == Event.ARRIVE]
    return (calendar_s[log.kind == Event.MET] - first[log.citizen[log.kind == Event.MET]]) / DAY_S


def is_failure(people, log):
    return log.cause[log.kind == Event.CONTACT_IN] > Cause.VALUE


def faces(people, log):
    started = log.of_kind(Event.START)
    pairs = np.unique(started.citizen * 10**6 + started.staff)
    return np.bincount(pairs // 10**6, minlength=len(people.key))


def busy_minutes(people, log):
    finished = log.of_kind(Event.FINISH)
    return per_citizen(finished, len(people.key), finished.amount / 60)


MEASURES = {
    "inbound contacts": lambda people, log: per_citizen(
        log.of_kind(Event.CONTACT_IN), len(people.key)
    ),
    "failure demand share": is_failure,
    "first-time-right": lambda people, log: log.attempt[log.kind == Event.MET] == 1,
    "end-to-end days": end_to_end_days,
    "faces": faces,
    "busy minutes": busy_minutes,
}
JUDGED = [*MEASURES, "waits of a pool"]


def team_measures(engine, teams, replications=REPLICATIONS):
    """Means of every measure by replication, shape (replications, measures)."""
    scenario = plain_service(
        f"staff.total={teams * TEAM_STAFF}",
        f"demand.need.arrivals_per_day={teams * PER_TEAM_DAY}",
        f"plain.centralisation.teams={teams}",
        *TEAM_SERVICE,
        plain=plain_design(functions=2),
    )
    blueprint = build_blueprint(scenario, "plain")
    rows = []
    for replication in range(replications):
        people = draw_citizens(scenario, SEED, replication, DAYS)
        log = engine(blueprint, people, key(SEED, replication), HORIZON)
        rows.append([measure(people, log).mean() for measure in MEASURES.values()])
    return np.array(rows)


def test_twice_as_many_teams_measure_the_same():
    fast = get_engine("fast").simulate
    one, other = team_measures(fast, TEAMS), team_measures(fast, 2 * TEAMS)
    for column, name in enumerate(MEASURES):
        print(name)
        assert_same(one[:, column], other[:, column])


@pytest.mark.parametrize("teams", [TEAMS, 2 * TEAMS])
def test_each_measures_the_same_on_the_engine_that_can_be_read(teams):
    """To the last digit: so what is judged above of one engine holds on the other."""
    fast, reference = (
        team_measures(get_engine(name).simulate, teams, FEW) for name in ("fast", "reference")
    )
    assert np.array_equal(fast, reference)


def pool_waits(engine, servers):
    """Mean wait in one pool at three quarters of its capacity, by replication."""
    scenario = plain_service(
        f"staff.total={servers}",
        "demand.need.content_minutes=20",
        f"demand.need.arrivals_per_day={0.75 * servers * 8 * 60 / 20}",
    )
    blueprint = build_blueprint(scenario, "plain")
    logs = (
        engine(blueprint, draw_citizens(scenario, SEED, r, POOL_DAYS), key(SEED, r), 20)
        for r in range(POOL_REPLICATIONS)
    )
    return [log.amount[log.kind == Event.START].mean() for log in logs]


def test_one_pool_doubled_waits_no_longer(both_engines):
    assert_lower(pool_waits(both_engines, 2), pool_waits(both_engines, 4))
