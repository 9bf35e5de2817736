"""Each story is played to every engine: one history, event for event."""

from collections.abc import Callable
from typing import Any

import pytest

from sim.blueprint import Blueprint
from sim.engines import ENGINES, get_engine
from sim.eventlog import EventLog
from tests.unit.engines.stories import Citizen, people
from tests.unit.engines.telling import told

LUCK = 9

Play = Callable[..., list[str]]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Callable[..., EventLog]:
    """The engines, one after the other."""
    return get_engine(request.param).simulate


@pytest.fixture
def play(engine: Callable[..., EventLog]) -> Play:
    """Run a story and return its log in words."""

    def run(blueprint: Blueprint, *citizens: Citizen, days: int = 1, **reform: Any) -> list[str]:
        return told(engine(blueprint, people(*citizens), LUCK, days, **reform))

    return run
