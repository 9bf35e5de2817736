"""What is made ahead is made once, whoever asks, and what goes wrong is told to who looks."""

import threading
from contextlib import contextmanager

import pytest

from sim.errors import RunError
from sim.message import Message
from sim.web.session import ahead


class Runs:
    """Stands in for the scheduler: runs that end when they are told to."""

    def __init__(self):
        self.kept, self.joined, self.left = {}, [], []
        self.ends = threading.Event()

    def find(self, key):
        return self.kept.get(key)

    @contextmanager
    def join(self, visitor, key, job):
        self.joined.append((visitor, key, job))
        if job == "full":
            raise RunError(Message("too many others wait"))
        try:
            yield self
        finally:
            self.left.append(key)

    def wait(self, seconds):
        return self.ends.wait(seconds)


@pytest.fixture
def runs(monkeypatch):
    made = Runs()
    monkeypatch.setattr(ahead, "open_scheduler", lambda: made)
    yield made
    made.ends.set()


def end_all():
    for thread in threading.enumerate():
        if thread.name == "ahead":
            thread.join(10)


def test_it_is_begun_once_and_wanted_until_it_is_made(runs):
    for _ in range(3):
        ahead.make_ahead("a", "job")
    ahead.make_ahead("b", "job")
    assert runs.left == []

    runs.ends.set()
    end_all()

    assert sorted(key for _, key, _ in runs.joined) == ["a", "b"]
    assert sorted(runs.left) == ["a", "b"]


def test_what_is_there_is_not_begun(runs):
    runs.kept["a"] = "made"

    ahead.make_ahead("a", "job")
    end_all()

    assert runs.joined == []


def test_what_could_not_be_begun_is_tried_again_when_it_is_asked_for_again(runs):
    for _ in range(2):
        ahead.make_ahead("a", "full")
        end_all()

    assert len(runs.joined) == 2
