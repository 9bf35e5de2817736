"""The share met at first: law 5, and an engine with ample staff whom nobody asks how it goes."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.dynamics.expected import find_coefficients
from sim.engines import get_engine
from sim.eventlog import Event
from sim.population import draw_citizens
from sim.random.keyed import key
from tests.theory.bench import SEED, batches, plain_design, plain_service
from tests.unit.dynamics.expected.counting import assert_agrees

VARIETY, CAPTURE, CONVEY, ABSORB = 1.2, 0.9, 0.93, 0.94
DAYS, BATCHES = 14, 40
WAYS = {
    "one function": (1, False, 0),
    "two functions": (2, False, 1),
    "front office and three functions": (3, True, 3),
}


def build(functions, has_front, *changes):
    return plain_service(
        f"staff.total={functions + has_front}",
        "demand.need.arrivals_per_day=1000",
        "demand.need.content_minutes=0.1",
        f"demand.variety={VARIETY}",
        "demand.return_days=3660",
        f"plain.digital.capture_form={CAPTURE}",
        f"plain.functions.convey={CONVEY}",
        f"plain.standards.absorb={ABSORB}",
        *changes,
        plain=plain_design(functions, has_front),
    )


def met_at_first(scenario):
    return find_coefficients(scenario, build_blueprint(scenario, "plain")).met[0]


@pytest.mark.parametrize("name", WAYS)
def test_it_is_that_of_law_5(name):
    functions, has_front, changes = WAYS[name]
    right = np.exp(-VARIETY * (1 - CAPTURE * CONVEY**changes * ABSORB))

    assert met_at_first(build(functions, has_front)) == pytest.approx(right, rel=1e-4)


def test_two_demand_types_give_their_mixture():
    changes = ("demand.need.arrivals_per_day=600", "demand.other.arrivals_per_day=400")
    scenario = build(2, False, *changes, "demand.other.variety=0.4")

    lacks = 1 - CAPTURE * CONVEY * ABSORB
    right = 0.6 * np.exp(-VARIETY * lacks) + 0.4 * np.exp(-0.4 * lacks)
    assert met_at_first(scenario) == pytest.approx(right, rel=1e-4)


def test_it_is_that_of_an_engine():
    scenario = build(3, True)
    people = draw_citizens(scenario, SEED, 0, DAYS)
    blueprint = build_blueprint(scenario, "plain")
    log = get_engine("fast").simulate(blueprint, people, key(SEED, 0), DAYS + 2)
    met = log.rows((log.kind == Event.MET) & (log.attempt == 1))
    shares = batches(np.isin(np.arange(len(people.key)), met.citizen), BATCHES)

    assert_agrees(met_at_first(scenario), shares, planted=0.05)
