"""What the board asks for: a draft, the full run, the one before any change, and the line."""

from typing import Any

from sim.analysis.breakeven import Breakeven
from sim.analysis.comparison import Comparison
from sim.web.explore.live.levers import VARIETY_KEY
from sim.web.running.jobs import Compare, FindLine
from sim.web.session.asked import Asked
from sim.web.session.runs import ask, check_length, find_made
from sim.web.session.stand import Stand

DRAFT_REPLICATIONS, DRAFT_EXPECTED_S, LEAST_DRAFT_DAYS = 2, 0.15, 120
"""A draft is a short run: of a service whose full days take longer, of fewer days."""
LONGEST_LINE_S = 60.0


def ask_draft(asked: Asked, stand: Stand) -> Comparison:
    """Return a rough comparison, soon."""
    job = build_draft(asked, stand)
    check_length(job)
    draft: Comparison = ask(("draft", asked, job.scenario.origin), job)
    return draft


def build_draft(asked: Asked, stand: Stand) -> Compare:
    """Return how a draft is made: in as many days as can be simulated at once."""
    full = Compare(
        stand.changed_as(asked), stand.designs, DRAFT_REPLICATIONS, asked.seed, asked.days
    )
    share = min(1.0, DRAFT_EXPECTED_S / full.expected_s)
    days = max(LEAST_DRAFT_DAYS, int(asked.days * share))
    return full._replace(days=min(asked.days, days))


def find_line(asked: Asked, stand: Stand, *, waits: bool) -> Breakeven | None:
    """Return the line of what either design costs over the variety of needs.

    `None` where it would take too long, or is not there yet and nobody `waits` for it. How far a
    visitor has moved the variety makes no difference to it.
    """
    key, job = _build_line(asked, stand)
    if job.expected_s > LONGEST_LINE_S:
        return None
    found: Breakeven | None = ask(key, job) if waits else find_made(key)
    return found


def takes_a_line(asked: Asked, stand: Stand) -> bool:
    """Tell whether there can be a line."""
    return _build_line(asked, stand)[1].expected_s <= LONGEST_LINE_S


def _build_line(asked: Asked, stand: Stand) -> tuple[Any, FindLine]:
    changes = tuple(c for c in asked.changes if not c.startswith(VARIETY_KEY))
    scenario = stand.scenario.filed.changed(*changes)
    plain = asked._replace(changes=changes, replications=0)
    job = FindLine(scenario, stand.designs, asked.seed, asked.days)
    return ("line", plain, scenario.origin), job
