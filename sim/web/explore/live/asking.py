"""What the board asks for: a draft, the full run, the one before any change, and the line."""

from dataclasses import replace
from typing import Any, NamedTuple

from sim.analysis import RunSettings
from sim.analysis.breakeven import Breakeven
from sim.analysis.comparison import Comparison
from sim.web.explore.live.figures import list_drawn
from sim.web.explore.live.levers import VARIETY_KEY
from sim.web.running.jobs import Draft, FindLine
from sim.web.session.asked import Asked
from sim.web.session.runs import ask, check_length, find_made
from sim.web.session.stand import Stand

DRAFT_REPLICATIONS, DRAFT_EXPECTED_S, LEAST_DRAFT_DAYS = 2, 0.15, 120
"""A draft is a short run: of a service whose full days take longer, of fewer days."""
LONGEST_LINE_S = 60.0


class Cohort(NamedTuple):
    """Whom a full run has followed; the draft of the next move follows the same."""

    warm_up_day: int | None
    follow_up_days: int


def find_cohort(shown: Comparison) -> Cohort | None:
    """Return the cohort of a full run; `None` of one that does not settle."""
    about = shown.provenance
    return Cohort(about.warm_up_day, about.follow_up_days) if shown.settles else None


def ask_draft(asked: Asked, stand: Stand, cohort: Cohort | None) -> Comparison:
    """Return a rough comparison, soon."""
    job = build_draft(asked, stand, cohort)
    check_length(job)
    draft: Comparison = ask(("draft", asked, job.scenario.origin, job.settings), job)
    return draft


def build_draft(asked: Asked, stand: Stand, cohort: Cohort | None = None) -> Draft:
    """Return how a draft is made: in as many days as can be simulated at once.

    No pilot is made to find the cohort where the one of the run before fits in those days.
    """
    settings = RunSettings(seed=asked.seed, days=asked.days, replications=DRAFT_REPLICATIONS)
    full = Draft(stand.changed_as(asked), stand.designs, list_drawn(), settings)
    share = min(1.0, DRAFT_EXPECTED_S / full.expected_s)
    days = min(asked.days, max(LEAST_DRAFT_DAYS, int(asked.days * share)))
    if cohort is None or 2 * (cohort.warm_up_day or 0) > days:
        return full._replace(settings=replace(settings, days=days))
    return full._replace(settings=replace(settings, days=days, **cohort._asdict()))


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
