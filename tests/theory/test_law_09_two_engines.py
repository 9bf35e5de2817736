"""Law 9: two engines, one history.

The compiled engine's log equals the reference engine's, event for event. Here for the shipped
services and one with every mechanism switched on; `tests/agreement` tries whatever can be thought
of, and keeps what was planted to see that it is found.
"""

from pathlib import Path

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.reference.simulate import simulate_reference
from sim.engines.request import ReformDay, RunRequest
from sim.eventlog import EventLog
from sim.population import draw_citizens
from sim.scenario import load_scenario
from tests.agreement.difference import first_difference

EVERYTHING = Path(__file__).parents[1] / "mechanisms" / "everything.toml"
SERVICES = ("sickness-benefit", "home-care", str(EVERYTHING))
DAYS, LUCK = 30, 77


def setting(service: str) -> RunRequest:
    """Return a run that changes from the first design of a service to the second."""
    scenario = load_scenario(service)
    blueprints = [build_blueprint(scenario, design) for design in list(scenario.designs)[:2]]
    first, second = blueprints[0], blueprints[-1]
    reforms = (ReformDay(DAYS // 2, second),)
    return RunRequest(first, draw_citizens(scenario, 9, 0, DAYS), LUCK, DAYS, reforms)


def history(asked: RunRequest, engine: str) -> EventLog:
    """Return what happened, as an engine tells it."""
    *run, reforms = asked
    return get_engine(engine).simulate(*run, reforms=reforms)


@pytest.mark.parametrize("service", SERVICES)
def test_both_engines_tell_one_history(service: str) -> None:
    asked = setting(service)
    assert first_difference(history(asked, "reference"), history(asked, "fast")) is None


def test_one_second_of_one_event_would_be_seen() -> None:
    log = history(setting("sickness-benefit"), "fast")
    time_s = log.time_s.copy()
    time_s[len(time_s) // 2] += 1
    assert "time_s" in str(first_difference(log, log._replace(time_s=time_s)))


def test_another_luck_is_another_history() -> None:
    asked = setting("sickness-benefit")
    log = simulate_reference(asked.blueprint, asked.population, asked.luck + 1, asked.days)
    assert not np.array_equal(log.time_s, history(asked, "fast").time_s)
