from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from sim.engines import FIRST_USE
from sim.errors import RunError
from sim.scenario import load_scenario
from sim.web.running import Compare, SharedRun, State
from sim.web.running.lane import UnwantedError
from sim.web.session import runs
from sim.words.page import say_progress, say_waiting


def test_progress_says_how_long_it_will_take():
    assert say_progress(0, 10, 6) == "0 of 10 runs done"
    assert say_progress(2, 10, 6) == "2 of 10 runs done, about 24 seconds left"
    assert say_progress(1, 100, 6) == "1 of 100 runs done, about 10 minutes left"


def test_who_waits_is_told_how_many_come_first():
    assert say_waiting(0) == "Waiting: this run is next"
    assert say_waiting(1) == "Waiting: 1 other run comes first"
    assert say_waiting(2) == "Waiting: 2 other runs come first"


@pytest.mark.parametrize(
    ("is_ready", "told"), [(False, FIRST_USE), (True, "The citizens are meeting")]
)
def test_the_first_use_of_the_engine_says_what_it_is_doing(monkeypatch, is_ready, told):
    engine = SimpleNamespace(is_ready=lambda: is_ready, first_use=FIRST_USE)
    monkeypatch.setattr(runs, "get_engine", lambda name: engine)
    run = SharedRun("key", None)
    run.state = State.PREPARING

    assert told in runs.say_where(None, run)[1]


class Forgetful:
    """What makes runs, and has ended the first ones though they are wanted."""

    def __init__(self, times):
        self.left = times

    def find(self, key):
        return None

    @contextmanager
    def join(self, visitor, key, job):
        run = SharedRun(key, job)
        run.end("made", UnwantedError() if self.left else None)
        self.left -= 1
        yield run


def test_who_still_waits_for_a_run_that_was_ended_as_unwanted_asks_again(monkeypatch):
    monkeypatch.setattr(runs, "open_scheduler", lambda: scheduler)
    scheduler = Forgetful(2)

    assert runs.ask("key", None) == "made"
    assert scheduler.left == -1


def test_a_run_that_is_longer_than_a_visitor_may_have_is_refused_before_it_is_made():
    designs = ("functionalised", "absorbing")
    endless = Compare(load_scenario("sickness-benefit"), designs, 100, 1, 12_000)

    with pytest.raises(RunError, match="longer than a visitor may have"):
        runs.check_length(endless)
    runs.check_length(endless._replace(days=365))
