"""No two decisions share their luck: each key of a draw is used for one decision only."""

from collections import Counter
from importlib import import_module
from pkgutil import walk_packages

import pytest

from sim import random as draws
from sim.blueprint import build_blueprint
from sim.engines import reference
from sim.engines.reference import simulate_reference
from sim.population import draw_citizens
from sim.random import Stream
from sim.scenario import load_scenario

ONCE_AND_FOR_ALL = {
    Stream.CONTROL,
    Stream.LEARNED,
    Stream.JUDGEMENT,
    Stream.VISIT_TIME,
    Stream.MEMORY,
    Stream.PREFER,
}
"""What belongs to a citizen, a meeting or a job whenever it is asked, and so may be asked again:
how long a meeting is remembered, say, or whether a job asks for a known face."""


def listen(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[int, ...]]:
    """Count the keys of all draws that the engine makes from now on."""
    keys: Counter[tuple[int, ...]] = Counter()

    def uniform(*key: int) -> float:
        padded = (*key, 0, 0, 0)[:5]
        keys[padded] += 1
        return draws.uniform(*key)

    for module in walk_packages(reference.__path__, f"{reference.__name__}."):
        loaded = import_module(module.name)
        if hasattr(loaded, "uniform"):
            monkeypatch.setattr(loaded, "uniform", uniform)
    return keys


@pytest.mark.parametrize("design", ["functionalised", "absorbing"])
@pytest.mark.parametrize(("service", "days"), [("sickness-benefit", 60), ("home-care", 20)])
def test_each_decision_has_luck_of_its_own(
    monkeypatch: pytest.MonkeyPatch, service: str, design: str, days: int
) -> None:
    scenario = load_scenario(service)
    keys = listen(monkeypatch)
    simulate_reference(
        build_blueprint(scenario, design), draw_citizens(scenario, 5, 0, days), luck=5, days=days
    )
    again = {Stream(key[1]).name for key, times in keys.items() if times > 1}
    assert len(keys) > 1_000
    assert again <= {purpose.name for purpose in ONCE_AND_FOR_ALL}
