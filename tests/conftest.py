"""Before the tests: the engine is compiled once, not by every worker and command that needs it."""

import pytest

from sim.engines import DEFAULT_ENGINE, get_engine


def pytest_sessionstart(session: pytest.Session) -> None:
    """Make the engine ready in the process that starts the workers."""
    if not hasattr(session.config, "workerinput"):
        get_engine(DEFAULT_ENGINE).make_ready()
