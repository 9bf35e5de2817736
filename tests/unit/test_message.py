import pickle

import pytest

from sim.message import Message


def test_it_is_the_english_text() -> None:
    assert Message("found {n} of {all}", n=3, all="seven") == "found 3 of seven"


def test_braces_stay_where_nothing_is_filled_in() -> None:
    assert Message("a table {}") == "a table {}"


@pytest.mark.parametrize(("n", "text"), [(0, "0 runs"), (1, "1 run"), (2, "2 runs")])
def test_it_counts(n: int, text: str) -> None:
    assert Message.counted("{n} run", "{n} runs", n=n) == text


def test_it_keeps_what_it_was_made_from_in_another_process() -> None:
    inner = Message.counted("{n} run", "{n} runs", n=2)
    copy = pickle.loads(pickle.dumps(Message("made {what}", what=inner)))
    assert copy == "made 2 runs"
    assert copy.template == "made {what}"
    assert copy.parameters["what"].plural == "{n} runs"
