"""Needs so large that their seconds add up to more than 32 bits hold: refused by both engines."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines import ENGINES, get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.errors import TooLargeError
from sim.population import draw_citizens
from sim.scenario import load_scenario
from sim.units import MOST_CONTENT_S

AGAIN_AND_AGAIN = (
    "demand.arrivals_per_day=0.5",
    "demand.variety=3",
    "demand.rework_share=1",
    "demand.return_days=0",
    "demand.give_up=0",
    "demand.chase_per_day=0",
    "designs.standards.absorb=0",
    "designs.standards.exception_chance=0",
    "designs.standards.speed_gain=1",
    "loops=none",
)
"""Work on content takes no time and never fits: each of many attempts does all of it again."""
DAYS = 60


def play_large(engine: str) -> None:
    scenario = load_scenario("sickness-benefit", AGAIN_AND_AGAIN)
    citizens = draw_citizens(scenario, 1, 0, DAYS)
    large = citizens._replace(content_s=np.full(len(citizens.key), MOST_CONTENT_S))
    asked = RunRequest(build_blueprint(scenario, "absorbing"), large, 1, DAYS)
    get_engine(engine).simulate_batch([asked], build_stop_sign())


@pytest.mark.parametrize("engine", ENGINES)
def test_what_adds_up_to_more_than_a_column_holds_is_refused(engine: str) -> None:
    with pytest.raises(TooLargeError, match="more than 34 years of work"):
        play_large(engine)


def test_no_need_is_larger_than_any_can_grow() -> None:
    wide = ("demand.content_minutes=1440", "demand.content_cv=100", "demand.arrivals_per_day=3000")
    content_s = draw_citizens(load_scenario("sickness-benefit", wide), 1, 0, 1_000).content_s

    assert content_s.max() == MOST_CONTENT_S
    assert content_s.min() >= 1
