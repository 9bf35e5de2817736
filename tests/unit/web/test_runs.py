from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from sim.engines import FIRST_USE
from sim.web.session import runs
from sim.web.session.asked import Asked
from sim.web.session.runs import MOST_KEPT, Finished
from sim.words.page import say_progress

FILE = "abc"


def asked(seed):
    return Asked("small-benefit", (), 2, seed, 60)


def test_a_result_is_found_again_for_the_same_file_only():
    finished = Finished()
    finished.keep((asked(1), FILE), "a result")

    assert finished.find((asked(1), FILE)) == "a result"
    assert finished.find((asked(2), FILE)) is None
    assert finished.find((asked(1), "changed")) is None


def test_the_oldest_result_goes_first():
    finished = Finished()
    for seed in range(MOST_KEPT + 1):
        finished.keep((asked(seed), FILE), seed)

    assert finished.find((asked(0), FILE)) is None
    assert finished.find((asked(1), FILE)) == 1


def test_progress_says_how_long_it_will_take():
    assert say_progress(0, 10, 6) == "0 of 10 runs done"
    assert say_progress(2, 10, 6) == "2 of 10 runs done, about 24 seconds left"
    assert say_progress(1, 100, 6) == "1 of 100 runs done, about 10 minutes left"


@pytest.mark.parametrize(("is_ready", "said"), [(False, [FIRST_USE, "made"]), (True, [])])
def test_the_first_use_of_the_engine_says_what_it_is_doing(monkeypatch, is_ready, said):
    happened = []
    engine = SimpleNamespace(
        is_ready=lambda: is_ready, make_ready=lambda: happened.append("made"), first_use=FIRST_USE
    )
    monkeypatch.setattr(runs, "get_engine", lambda name: engine)
    monkeypatch.setattr(runs.st, "spinner", lambda words: happened.append(words) or nullcontext())

    runs.make_ready()

    assert happened == said
