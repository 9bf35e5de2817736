"""Running two designs, and the change from one to the other, once; reading values over time."""

from collections.abc import Callable

import numpy as np

from sim.analysis.capability.capability import (
    FACES,
    LIVED,
    REPORTED,
    Capability,
    Course,
    Stretch,
)
from sim.analysis.capability.limits import Values, find_limits
from sim.engines import DEFAULT_ENGINE
from sim.experiment import FOLLOW_UP_DAYS, Progress, check_pair
from sim.experiment.ledgers import simulate_ledger
from sim.ledger import Ledger
from sim.measures import build_view
from sim.measures.durations import end_to_end_of_met_s, reported_of_closed_s
from sim.measures.ended import closed_cases, met_cases
from sim.measures.monthly_faces import faces_of_months, months_of_clients
from sim.measures.view import View
from sim.results import build_provenance
from sim.scenario import Scenario, has_visits
from sim.units import DAY_S, MONTH_DAYS

Read = Callable[[View], tuple[Values, Values]]
"""Reads the day and the value of each thing that came about, in this order."""
Spans = tuple[tuple[str, int, int], ...]
"""Stretches of days: the design, the first day, and the first that is none of them any more."""
Asked = tuple[tuple[str, str | None, Spans], ...]
"""Runs: the design, the one that it becomes half-way if it does, and what is looked at."""


def find_capability(
    scenario: Scenario,
    designs: tuple[str, str],
    *,
    seed: int,
    days: int,
    warm_up_day: int,
    on_progress: Progress | None = None,
) -> Capability:
    """Find what two designs do over time, and the first where it becomes the second half-way.

    Parameters
    ----------
    scenario, designs
        The service, and two of its designs.
    seed, days
        Which luck, and calendar days of the run.
    warm_up_day
        Calendar day from which on it is looked at.
    on_progress
        Called with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If a run cannot be made as asked.
    """
    first, second = check_pair(scenario, designs)
    reform_day = find_reform_day(warm_up_day, days)
    whole = (warm_up_day, days)
    asked: Asked = (
        (first, None, ((first, *whole),)),
        (second, None, ((second, *whole),)),
        (first, second, ((first, warm_up_day, reform_day), (second, reform_day, days))),
    )
    courses = _find_courses(scenario, asked, (seed, days, reform_day), on_progress)
    return Capability(
        designs=(first, second),
        days=days,
        warm_up_day=warm_up_day,
        seed=seed,
        courses=courses,
        reform_day=reform_day,
        provenance=build_provenance(
            scenario,
            (first, second),
            engine=DEFAULT_ENGINE,
            seed=seed,
            warm_up_day=warm_up_day,
            follow_up_days=FOLLOW_UP_DAYS,
        ),
    )


def _find_courses(
    scenario: Scenario,
    asked: Asked,
    luck: tuple[int, int, int],
    on_progress: Progress | None,
) -> dict[str, tuple[Course, Course, Course]]:
    """Make the three runs, one after the other; return the courses of each, by kind."""
    seed, days, reform_day = luck
    reads = READS_OF_VISITS if has_visits(scenario) else READS_OF_CASES
    found: dict[str, list[Course]] = {kind: [] for kind in reads}
    for done, (design, reform_to, spans) in enumerate(asked):
        if on_progress is not None:
            on_progress(done, len(asked))
        ledger = simulate_ledger(
            scenario,
            design,
            seed=seed,
            days=days,
            reform_to=reform_to,
            reform_day=reform_day if reform_to else None,
        )
        for kind, read in reads.items():
            found[kind].append(_read_course(scenario, ledger, spans, read))
    return {kind: (first, second, third) for kind, (first, second, third) in found.items()}


def find_reform_day(warm_up_day: int, days: int) -> int:
    """Return a day half-way: a whole number of months after the warm-up where there are any."""
    half = (days - warm_up_day) // 2
    months = half // MONTH_DAYS * MONTH_DAYS
    return max(warm_up_day + (months or half), 1)


def _read_course(scenario: Scenario, ledger: Ledger, spans: Spans, read: Read) -> Course:
    """Read all stretches of one run: each has the view of its own days."""
    days, values, stretches = [], [], []
    for design, from_day, to_day in spans:
        at, value = read(build_view(ledger, scenario, design, from_day, to_day))
        days.append(at)
        values.append(value)
        stretches.append(Stretch(design, from_day, to_day, find_limits(value)))
    return Course(np.concatenate(days), np.concatenate(values), tuple(stretches))


def _read_lived(view: View) -> tuple[Values, Values]:
    ends_s = view.ledger.courses.end_s[met_cases(view)]
    return ends_s / DAY_S, end_to_end_of_met_s(view) / DAY_S


def _read_reported(view: View) -> tuple[Values, Values]:
    closed_s = view.ledger.courses.first_closed_s[closed_cases(view)]
    return closed_s / DAY_S, reported_of_closed_s(view) / DAY_S


def _read_faces(view: View) -> tuple[Values, Values]:
    """Read the faces of each client in each month; those of a month are spread over its days."""
    months = months_of_clients(view)
    counts = np.bincount(months)
    nth = np.arange(len(months)) - (np.cumsum(counts) - counts)[months]
    share = (nth + 0.5) / counts[months]
    day = view.from_s / DAY_S + (months + share) * MONTH_DAYS
    return day, faces_of_months(view)[: len(months)].astype(np.float64)


READS_OF_CASES: dict[str, Read] = {LIVED: _read_lived, REPORTED: _read_reported}
READS_OF_VISITS: dict[str, Read] = {FACES: _read_faces}
