"""Law 6: with ample staff, more capture, convey, absorb or checking means less failure demand.

The same citizens meet both services, so the change is judged in pairs of replications.
"""

from itertools import product

import pytest

from sim.blueprint import build_blueprint
from sim.eventlog import Cause, Event
from sim.population import draw_citizens
from sim.random.keyed import key
from tests.theory.bench import SEED, plain_design, plain_service, remember
from tests.theory.judge import assert_lower

DAYS, HORIZON, REPLICATIONS = 8, 300, 12
LEVERS = {
    "capture": "plain.digital.capture_form=0.9",
    "convey": "plain.functions.convey=0.98",
    "absorb": "plain.standards.absorb=0.9",
    "check": "plain.purpose.check=0.8",
}
CHASES_PER_DAY = (0.0, 0.4)
JUDGED = [*product(LEVERS, CHASES_PER_DAY)]
BASE = (
    "staff.total=60",
    "demand.need.arrivals_per_day=20",
    "demand.need.content_minutes=20",
    "demand.need.variety=1.5",
    "demand.need.tell=0.6",
    "demand.need.rework_share=0.5",
    "plain.digital.capture_form=0.7",
    "plain.functions.convey=0.9",
    "plain.standards.absorb=0.7",
    "plain.standards.exception_chance=0.5",
    "plain.purpose.check=0.2",
    "plain.purpose.notice=0.2",
    "plain.purpose.notice_familiar=0.3",
    "plain.targets.hold_days=1",
)


@remember
def failure_contacts(engine, *changes):
    """Mean failure contacts per citizen, by replication; all cases run to their end."""
    scenario = plain_service(*BASE, *changes, plain=plain_design(functions=3))
    blueprint = build_blueprint(scenario, "plain")
    means = []
    for replication in range(REPLICATIONS):
        people = draw_citizens(scenario, SEED, replication, DAYS)
        log = engine(blueprint, people, key(SEED, replication), HORIZON)
        failures = (log.kind == Event.CONTACT_IN) & (log.cause > Cause.VALUE)
        means.append(failures.sum() / len(people.key))
    return means


@pytest.mark.parametrize(("lever", "chases_per_day"), JUDGED)
def test_raising_it_lowers_failure_demand(both_engines, lever, chases_per_day):
    chasing = f"demand.need.chase_per_day={chases_per_day}"
    before = failure_contacts(both_engines, chasing)
    after = failure_contacts(both_engines, chasing, LEVERS[lever])
    assert_lower(before, after)
