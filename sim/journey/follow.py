"""The same citizens through two designs: what is shown of each, and no more."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from sim.calendar import WEEK_DAYS
from sim.eventlog import Event, read_calendar_s
from sim.experiment import FOLLOW_UP_DAYS, Cell, Run, simulate
from sim.journey.choose import (
    AVERAGE,
    MONTHS,
    ONE_IN,
    draw_others,
    pick_average,
    pick_one_in,
    rank_citizens,
)
from sim.journey.line import DayLine, build_day_line
from sim.journey.months import Month, build_months
from sim.journey.rows import read_rows
from sim.journey.summary import Summary, summarise_journey
from sim.journey.tell import Step, tell_rows
from sim.journey.week import Week, build_weeks
from sim.ledger.tables import Whole
from sim.lessons import Citizen
from sim.opening_hours import build_calendar
from sim.random import Stream, uniform
from sim.results import Provenance, build_provenance
from sim.scenario import Scenario, has_visits

OTHERS = 8
"""So many others can be followed, one after the other."""
BY_NAME = 1
"""Stands in the key of the draw of a citizen's first name."""
MOST_DAYS = 365
"""Days of a run in which somebody is followed: a log of more takes longer and shows no more."""
MOST_CITIZENS = 20_000
"""Of a larger service fewer days are run, so that the log fits in memory; but at least these."""
LEAST_DAYS = 28
Progress = Callable[[int, int | None], None]


class Journey(NamedTuple):
    """What one citizen lived through in one design."""

    summary: Summary
    line: DayLine | None
    """Of a one-off case."""
    months: tuple[Month, ...]
    """Of a client with visits."""
    steps: tuple[Step, ...]
    """In the language that was spoken."""


class Followed(NamedTuple):
    """One citizen in both designs."""

    citizen: int
    """Number in the log, as `requisite citizen --id` takes it."""
    name_at: float
    """Where in a list of names the citizen's stands, from 0 to 1."""
    demand_type: str
    journeys: tuple[Journey, Journey]


class Following(NamedTuple):
    """The citizens of one replication who can be followed."""

    designs: tuple[str, str]
    provenance: Provenance
    is_clients: bool
    days: int
    candidates: int
    """Among how many they were chosen."""
    chosen: dict[Citizen, Followed]
    others: tuple[Followed, ...]
    weeks: tuple[Week, ...]
    """A week of cases in either design; none of visits."""


def follow(
    scenario: Scenario,
    designs: tuple[str, str],
    *,
    seed: int,
    days: int,
    on_progress: Progress,
) -> Following:
    """Run two designs once and return whom to follow; by the first one they are chosen.

    It is told in the language that is spoken. More days than `find_days` says are not run.

    Raises
    ------
    RunError
        If a run cannot be made as asked.
    """
    cells = [Cell(scenario, design) for design in designs]
    return follow_cells(cells, seed=seed, days=days, on_progress=on_progress)


def follow_cells(
    cells: Sequence[Cell], *, seed: int, days: int, on_progress: Progress
) -> Following:
    """Run two designs once, each in a scenario of its own, and return whom to follow.

    Both scenarios have the same demand and opening hours, so that the citizens are the same.

    Raises
    ------
    RunError
        If a run cannot be made as asked.
    """
    scenario, designs = cells[0].scenario, (cells[0].design, cells[1].design)
    days, runs = find_days(scenario, days), []
    for done, cell in enumerate(cells):
        on_progress(done, len(cells) + 1)
        runs.append(simulate(cell.scenario, cell.design, seed=seed, days=days))
    on_progress(len(cells), len(cells) + 1)
    ranked = rank_citizens(runs[0])
    chosen = _choose(runs, ranked)
    others = draw_others(runs[0], ranked, OTHERS)
    wanted = [citizen for citizen in chosen.values() if citizen is not None]
    few = [narrow(run, [*wanted, *others]) for run in runs]
    return Following(
        designs=designs,
        provenance=_find_provenance(runs[0], designs),
        is_clients=has_visits(scenario),
        days=days,
        candidates=len(ranked),
        chosen={
            which: _follow_one(few, citizen)
            for which, citizen in chosen.items()
            if citizen is not None
        },
        others=tuple(_follow_one(few, citizen) for citizen in others),
        weeks=() if has_visits(scenario) else build_weeks(runs),
    )


def _choose(runs: Sequence[Run], ranked: Whole) -> dict[Citizen, int | None]:
    """Choose whom to follow; of clients, whose time says little, nobody by the difference in it."""
    chosen = {which: pick_one_in(ranked, one_in) for which, one_in in ONE_IN.items()}
    if not has_visits(runs[0].scenario):
        chosen[AVERAGE] = pick_average(runs, ranked)
    return chosen


def find_days(scenario: Scenario, days: int) -> int:
    """Return how many days are run where so many are asked for."""
    open_share = build_calendar(scenario).open_days_per_week / WEEK_DAYS
    a_day = sum(d.arrivals_per_day.value for d in scenario.demand.values()) * open_share
    enough = max(int(MOST_CITIZENS / a_day), LEAST_DAYS) if a_day > 0 else MOST_DAYS
    return min(days, MOST_DAYS, enough)


def _find_provenance(run: Run, designs: tuple[str, str]) -> Provenance:
    return build_provenance(
        run.scenario,
        designs,
        engine=run.engine,
        seed=run.seed,
        warm_up_day=None,
        follow_up_days=FOLLOW_UP_DAYS,
    )


def narrow(run: Run, citizens: Sequence[int]) -> Run:
    """Return a run whose log holds only what is about some citizens, and the days."""
    is_about = np.isin(run.log.citizen, citizens) | (run.log.kind == Event.DAY)
    return replace(run, log=run.log.rows(is_about))


def _follow_one(runs: Sequence[Run], citizen: int) -> Followed:
    first, second = (_tell_one(run, citizen) for run in runs)
    people, scenario = runs[0].population, runs[0].scenario
    return Followed(
        citizen=citizen,
        name_at=uniform(int(people.key[citizen]), Stream.NAME, 0, BY_NAME),
        demand_type=list(scenario.demand)[people.demand_type[citizen]],
        journeys=(first, second),
    )


def _tell_one(run: Run, citizen: int) -> Journey:
    rows = read_rows(run, citizen)
    is_client = rows[0].is_client
    last_s = int(read_calendar_s(run.log, run.calendar)[-1])
    return Journey(
        summary=summarise_journey(run, citizen),
        line=None if is_client else build_day_line(rows, last_s),
        months=build_months(rows, MONTHS) if is_client else (),
        steps=tuple(tell_rows(run, rows)),
    )
