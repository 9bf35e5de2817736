"""Before the tests: the engine is compiled once, not by every process; English is spoken."""

import gc
from collections.abc import Iterator
from threading import Thread

import pytest
from hypothesis import HealthCheck, settings

from sim.engines import DEFAULT_ENGINE, get_engine
from sim.words import ENGLISH, speaking
from sim.words.language import VARIABLES

ALLOCATIONS = 100_000
"""So many objects more than were freed, and garbage is looked for; 700 if nothing is said."""

# How long an example takes is no claim of a test, and a busy machine would fail it.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin to compile the engine in the process that starts workers, while they collect."""
    if session.config.getoption("numprocesses", None):
        Thread(target=get_engine(DEFAULT_ENGINE).make_ready, daemon=True).start()


def pytest_collection_finish() -> None:
    """Wait until it is compiled, and fetch it; where there are no workers, compile it.

    Then what the tests are made of is no longer looked through for garbage: it takes a tenth of
    their time.
    """
    get_engine(DEFAULT_ENGINE).make_ready()
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS, *gc.get_threshold()[1:])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take longest."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak English in the tests, whatever the environment says, and after a test as before it."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    with speaking(ENGLISH):
        yield
