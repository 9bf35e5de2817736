"""Undo and redo: what was asked for of a service, step by step.

A step is what somebody has stopped at: what is passed while a lever is dragged is none.
"""

from dataclasses import dataclass, field

import streamlit as st

from sim.web.session.asked import Changes, changes_of

MOST_STEPS = 50


@dataclass
class History:
    """The steps, and at which of them one is."""

    steps: list[Changes] = field(default_factory=lambda: [{}])
    at: int = 0


def history_of(service: str) -> History:
    """Return the history of a service in this session; to be changed."""
    kept: dict[str, History] = st.session_state.setdefault("history", {})
    return kept.setdefault(service, History([dict(changes_of(service))]))


def note_step(service: str) -> None:
    """Note what stands now as a step, unless it is the one at which one is."""
    history, now = history_of(service), dict(changes_of(service))
    if now != history.steps[history.at]:
        history.steps = [*history.steps[: history.at + 1], now][-MOST_STEPS:]
        history.at = len(history.steps) - 1


def can_go(service: str) -> tuple[bool, bool]:
    """Return whether there is a step before, and one after."""
    history = history_of(service)
    return history.at > 0, history.at < len(history.steps) - 1


def go(service: str, by: int) -> None:
    """Go so many steps on, or back."""
    note_step(service)
    history = history_of(service)
    history.at = min(max(history.at + by, 0), len(history.steps) - 1)
    changes = changes_of(service)
    changes.clear()
    changes.update(history.steps[history.at])
