"""Arrays begin small: a service in which every one of them has to grow has the same history."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines.fast import find_code
from sim.engines.fast.machine.growth import BY_USED, make_room
from sim.engines.fast.machine.runs import prepare
from sim.engines.fast.machine.world import FIRST_ROOM
from sim.engines.request import ReformDay, RunRequest
from sim.eventlog import EventLog
from sim.population import draw_citizens
from sim.scenario import load_scenario
from tests.agreement.difference import first_difference
from tests.theory.test_law_09_two_engines import history

CROWDED = {
    "sickness-benefit": ("demand.arrivals_per_day=60", "staff.total=20"),
    "home-care": ("demand.arrivals_per_day=3", "staff.total=120", "staff.temps=80"),
}
DAYS = {"sickness-benefit": 20, "home-care": 10}


def crowd(service: str) -> RunRequest:
    """Return a run with far more in it than there is room for, and a reform amid the queues."""
    scenario = load_scenario(service, list(CROWDED[service]))
    first, second = (build_blueprint(scenario, design) for design in list(scenario.designs)[:2])
    days = DAYS[service]
    reforms = (ReformDay(days // 2, second),)
    return RunRequest(first, draw_citizens(scenario, 2, 0, days), 5, days, reforms)


def grow(asked: RunRequest, is_logged: bool) -> tuple[set[str], object]:
    """Simulate with the least room there can be; return the arrays that grew, and the world."""
    world = prepare([asked], np.zeros(2, np.int64), is_logged=is_logged)
    names = {name for names in BY_USED.values() for name in names} | {"log"}
    for name in names:
        least = world[name][:, :FIRST_ROOM] if name == "log" else world[name][:FIRST_ROOM]
        world.put(name, least.copy())
    while not find_code().simulate_batch(world.record):
        make_room(world)
    return {name for name in names if max(world[name].shape[:2]) > 2 * FIRST_ROOM}, world


@pytest.mark.parametrize("service", CROWDED)
def test_history_is_the_same_however_little_room_there_was(service: str) -> None:
    asked = crowd(service)
    grown, world = grow(asked, is_logged=True)
    expected = history(asked, "reference")
    log = EventLog(*world["log"][:, : world.record[0].log_used])
    assert first_difference(expected, log) is None
    assert {"log", "cases", "tasks", "knowns", "agenda", "laters", "meetings", "accounts"} <= grown


def test_every_array_grows_in_one_service_or_the_other() -> None:
    grown = set.union(*(grow(crowd(service), is_logged=False)[0] for service in CROWDED))
    assert {name for names in BY_USED.values() for name in names} - grown == set()
