"""Running three courses on the same luck: nothing changes, the reform, the other design always."""

import numpy as np

from sim.analysis.reform.course import Course, Reform
from sim.analysis.reform.reading import READS_OF_CASES, READS_OF_VISITS, Spans
from sim.analysis.reform.transition import LOOKED_AT, average, build_intervals, find_transition
from sim.engines import DEFAULT_ENGINE
from sim.errors import RunError
from sim.experiment import FOLLOW_UP_DAYS, Progress, check_pair
from sim.experiment.ledgers import simulate_ledger
from sim.measures import build_view
from sim.message import Message
from sim.results import build_provenance
from sim.scenario import Scenario, has_visits
from sim.units import DAY_S, MONTH_DAYS

REPLICATIONS = 5
WEEK_DAYS = 7
LEAST_SPANS = LOOKED_AT
"""Spans that must lie before the reform, and after it."""
NO_DAY = Message(
    "a reform needs some time before it and after it: ask for more days, or for another day of it"
)


def list_possible_days(scenario: Scenario, warm_up_day: int, days: int) -> range:
    """List the days on which a reform can be: so many spans lie before it, and after it."""
    apart = LEAST_SPANS * _span_days(scenario)
    return range(warm_up_day + apart, days - apart + 1)


def find_reform(
    scenario: Scenario,
    designs: tuple[str, str],
    *,
    seed: int,
    days: int,
    warm_up_day: int,
    reform_day: int,
    replications: int = REPLICATIONS,
    on_progress: Progress | None = None,
) -> Reform:
    """Find what happens as the first of two designs becomes the second on a day.

    Parameters
    ----------
    scenario, designs
        The service, and two of its designs.
    seed, days, replications
        Which luck, calendar days of each run, and how many there are of each course.
    warm_up_day, reform_day
        Calendar days from which on it is looked at, and of the reform.
    on_progress
        Called with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If a run cannot be made as asked, or the day leaves too little before or after it.
    """
    first, second = check_pair(scenario, designs)
    if reform_day not in list_possible_days(scenario, warm_up_day, days):
        raise RunError(NO_DAY)
    span_days = _span_days(scenario)
    places = _list_spans(warm_up_day, reform_day, days, span_days)
    reads = READS_OF_VISITS if has_visits(scenario) else READS_OF_CASES
    from_day = reform_day + places[0] * span_days
    to_day = reform_day + (places[-1] + 1) * span_days
    spans: Spans = DAY_S * np.arange(from_day, to_day + 1, span_days, dtype=np.int64)
    asked = ((first, None), (first, second), (second, None))
    values = {kind: np.empty((len(asked), replications, len(places))) for kind in reads}
    for done, (replication, course) in enumerate(np.ndindex(replications, len(asked))):
        if on_progress is not None:
            on_progress(done, len(asked) * replications)
        design, reform_to = asked[course]
        ledger = simulate_ledger(
            scenario,
            design,
            seed=seed,
            days=days,
            replication=replication,
            reform_to=reform_to,
            reform_day=reform_day if reform_to else None,
        )
        view = build_view(ledger, scenario, design, from_day, to_day)
        for kind, read in reads.items():
            values[kind][course, replication] = read(view, spans)
    place = places.index(0)
    return Reform(
        designs=(first, second),
        days=days,
        warm_up_day=warm_up_day,
        reform_day=reform_day,
        seed=seed,
        replications=replications,
        span_days=span_days,
        spans=tuple(places),
        courses={
            kind: Course(
                average(stays),
                build_intervals(changes),
                average(other),
                find_transition(changes, other, place),
            )
            for kind, (stays, changes, other) in values.items()
        },
        provenance=build_provenance(
            scenario,
            (first, second),
            engine=DEFAULT_ENGINE,
            seed=seed,
            warm_up_day=warm_up_day,
            follow_up_days=FOLLOW_UP_DAYS,
        ),
    )


def _span_days(scenario: Scenario) -> int:
    return MONTH_DAYS if has_visits(scenario) else WEEK_DAYS


def _list_spans(warm_up_day: int, reform_day: int, days: int, span_days: int) -> range:
    """List the whole spans before and after the reform, by how many lie between it and them."""
    return range(-((reform_day - warm_up_day) // span_days), (days - reform_day) // span_days)
