"""Reading one citizen's rows out of a run, with what has to be known beside them."""

from typing import NamedTuple

import numpy as np

from sim.errors import RunError
from sim.eventlog import NONE, Event, EventLog, read_calendar_s
from sim.experiment import Run
from sim.message import Message
from sim.random import Stream
from sim.random.keyed import uniform
from sim.words import say, say_text
from sim.words.journey import FRONT_OFFICE


class JourneyRow(NamedTuple):
    """A row of the log about one citizen, with what has to be known beside it.

    Attributes
    ----------
    calendar_s
        When it happened, in calendar time.
    kind, staff, attempt, step, amount, cause
        As in the log.
    pool
        Name of the pool.
    busy_s
        Of a start, how long the job took; `None` where it did not finish.
    is_client
        Whether the citizen is a client with visits.
    names
        What is particular about the need, by name, where that is first told.
    """

    calendar_s: int
    kind: Event
    staff: int
    attempt: int
    step: int
    amount: int
    cause: int
    pool: str
    busy_s: int | None
    is_client: bool
    names: tuple[str, ...] = ()


def read_rows(run: Run, citizen: int) -> list[JourneyRow]:
    """Return all rows of the log about one citizen, in their order.

    Raises
    ------
    RunError
        If there is no such citizen.
    """
    _check_citizen(run, citizen)
    is_about = run.log.citizen == citizen
    log, calendar_s = run.log.rows(is_about), read_calendar_s(run.log, run.calendar)[is_about]
    busy_s = _find_busy(log)
    is_client = bool(run.population.visits_per_day[citizen] > 0)
    captures = np.flatnonzero(log.kind == Event.CAPTURE)[:1]
    names = {int(i): tuple(name_particulars(run, citizen)) for i in captures}
    return [
        JourneyRow(
            calendar_s=int(calendar_s[i]),
            kind=Event(log.kind[i]),
            staff=int(log.staff[i]),
            attempt=int(log.attempt[i]),
            step=int(log.step[i]),
            amount=int(log.amount[i]),
            cause=int(log.cause[i]),
            pool=name_pool(run, int(log.pool[i]), int(log.time_s[i])),
            busy_s=busy_s.get(i),
            is_client=is_client,
            names=names.get(i, ()),
        )
        for i in range(len(log.time_s))
    ]


def _check_citizen(run: Run, citizen: int) -> None:
    citizens = len(run.population.key)
    if not 0 <= citizen < citizens:
        raise RunError(
            Message(
                "no citizen {citizen}: in {days} days there are 0 to {last}",
                citizen=citizen,
                days=run.days,
                last=citizens - 1,
            )
        )


def _find_busy(log: EventLog) -> dict[int, int]:
    """Find the seconds of each job at the place of its start: a person does one at a time."""
    busy: dict[int, int] = {}
    begun: dict[int, int] = {}
    for i in np.flatnonzero((log.kind == Event.START) | (log.kind == Event.FINISH)):
        if log.kind[i] == Event.START:
            begun[int(log.staff[i])] = int(i)
        else:
            busy[begun.pop(int(log.staff[i]))] = int(log.amount[i])
    return busy


def name_pool(run: Run, pool: int, time_s: int) -> str:
    """Name a pool as the design does that was in force at a service time."""
    if pool == NONE:
        return ""
    design = run.scenario.designs[_design_at(run, time_s)]
    names = [function.name for function in design.functions.pools]
    if design.centralisation.front_office_staff.value > 0:
        names.insert(0, FRONT_OFFICE)
    return say(names[pool % len(names)])


def _design_at(run: Run, time_s: int) -> str:
    if run.reform_to is None or run.reform_day is None:
        return run.design
    reform_s = run.calendar.open_days(run.reform_day) * run.calendar.day_s
    return run.design if time_s < reform_s else run.reform_to


def name_particulars(run: Run, citizen: int) -> list[str]:
    """Return names for a citizen's particulars, each at most once; fewer if there are no more.

    The engines only know how many particulars there are. Names are drawn here, for people to read;
    the same citizen has the same ones in every design.
    """
    people = run.population
    names = list(run.scenario.demand)
    demand = run.scenario.demand[names[people.demand_type[citizen]]]
    key = int(people.key[citizen])
    drawn = sorted(range(len(demand.particulars)), key=lambda nth: uniform(key, Stream.NAME, nth))
    return [say_text(demand.particulars[nth]) for nth in drawn[: int(people.particulars[citizen])]]
