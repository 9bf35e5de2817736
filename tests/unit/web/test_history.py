import pytest
import streamlit as st

from sim.web.session import history
from sim.web.session.asked import change, changes_of

SERVICE = "home-care"


@pytest.fixture(autouse=True)
def session(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    history.history_of(SERVICE)


def step(value):
    change(SERVICE, "demand.variety*", value)
    history.note_step(SERVICE)


def test_one_goes_back_and_forth_between_what_one_stopped_at():
    step("2")
    change(SERVICE, "demand.variety*", "2.5")  # passed while dragging
    step("3")

    history.go(SERVICE, -1)
    assert changes_of(SERVICE) == {"demand.variety*": "2"}
    history.go(SERVICE, -1)
    assert changes_of(SERVICE) == {}
    assert history.can_go(SERVICE) == (False, True)
    history.go(SERVICE, 1)
    assert changes_of(SERVICE) == {"demand.variety*": "2"}


def test_a_new_step_takes_the_place_of_those_that_were_undone():
    step("2")
    step("3")
    history.go(SERVICE, -1)
    step("4")

    assert history.can_go(SERVICE) == (True, False)
    history.go(SERVICE, -1)
    assert changes_of(SERVICE) == {"demand.variety*": "2"}


def test_what_was_not_yet_noted_is_a_step_to_come_back_to():
    change(SERVICE, "demand.variety*", "2")
    history.go(SERVICE, -1)
    assert changes_of(SERVICE) == {}
    history.go(SERVICE, 1)
    assert changes_of(SERVICE) == {"demand.variety*": "2"}


def test_no_more_than_so_many_steps_are_kept():
    for value in range(history.MOST_STEPS + 9):
        step(str(value + 2))

    assert len(history.history_of(SERVICE).steps) == history.MOST_STEPS
    assert history.can_go(SERVICE) == (True, False)
