"""A reform in mid-run, in the twin and on the engine: the four weeks after it."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from sim.analysis.twin.result import NAN, REFORM, Compared
from sim.dynamics import measure_twin, run_twin_reform
from sim.dynamics.twin.tipping import find_figures
from sim.eventlog import Cause, Event
from sim.experiment import Run, simulate
from sim.experiment.intervals import build_known_interval
from sim.scenario import Scenario
from sim.units import DAY_S

REFORM_DAY, LOOKED_DAYS = 182, 28
"""Both are weeks."""
MEASURES = ("contacts_a_day", "failure_demand_share_broad", "open_cases")


class _Books(NamedTuple):
    """What the weeks after a reform hold on the engine."""

    contacts_a_day: float
    failure_share: float
    open_cases: float


def compare_reform(
    scenario: Scenario, designs: tuple[str, str], *, seed: int, replications: int
) -> Iterator[Compared]:
    """Compare the weeks after a reform from the first design to the second."""
    first, second = designs
    until = REFORM_DAY + LOOKED_DAYS
    _, after = run_twin_reform(scenario, first, second, day=REFORM_DAY, days=until)
    said = measure_twin(after, REFORM_DAY, until)
    books = np.array(
        [_read(_run(scenario, designs, seed, replication)) for replication in range(replications)]
    )
    is_told = all(find_figures(scenario, design).can_be_told for design in designs)
    twin = (said.contacts_a_day, said.failure_share, said.open_cases)
    for nth, name in enumerate(MEASURES):
        engine = build_known_interval(books[:, nth])
        yield Compared(REFORM, second, name, twin[nth] if is_told else None, engine)


def _run(scenario: Scenario, designs: tuple[str, str], seed: int, replication: int) -> Run:
    first, second = designs
    return simulate(
        scenario,
        first,
        seed=seed,
        replication=replication,
        days=REFORM_DAY + LOOKED_DAYS,
        reform_to=second,
        reform_day=REFORM_DAY,
    )


def _read(run: Run) -> _Books:
    log, calendar = run.log, run.calendar
    begins, ends = (
        calendar.open_days(day) * calendar.day_s for day in (REFORM_DAY, REFORM_DAY + LOOKED_DAYS)
    )
    is_within = (log.time_s >= begins) & (log.time_s < ends)
    inbound = is_within & (log.kind == Event.CONTACT_IN)
    value = inbound & (log.cause == Cause.VALUE)
    return _Books(
        contacts_a_day=float(inbound.sum()) / LOOKED_DAYS,
        failure_share=1 - float(value.sum()) / float(inbound.sum()) if inbound.any() else NAN,
        open_cases=_count_open(run),
    )


def _count_open(run: Run) -> float:
    """Return how many cases are open at a mean, nights and days off included."""
    log, calendar = run.log, run.calendar
    day = log.time_s // calendar.day_s
    at_s = calendar.array_on_days(day, log.time_s) - calendar.opens_s
    change = np.isin(log.kind, (Event.ARRIVE, Event.RESUME)).astype(np.int64)
    change -= np.isin(log.kind, (Event.MET, Event.ABANDON))
    since, until = (d * DAY_S for d in (REFORM_DAY, REFORM_DAY + LOOKED_DAYS))
    lasts = np.clip(until - np.maximum(at_s, since), 0, until - since)
    return float((change * lasts).sum()) / (until - since)
