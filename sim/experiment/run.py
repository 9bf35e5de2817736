"""One run: one design, one replication, from a scenario to an event log and its measures."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from sim.blueprint import build_blueprint, list_premiums
from sim.calendar import Calendar
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.engines.request import ReformDay
from sim.errors import RunError, mismatch
from sim.eventlog import Cause, EventLog
from sim.experiment.cells import FOLLOW_UP_DAYS, SERVICE_LUCK
from sim.experiment.settings import check_days, check_luck
from sim.experiment.size import check_size
from sim.ledger import EndState, Ledger, build_ledger
from sim.measures import Reading, build_view, measure_all
from sim.message import Message
from sim.opening_hours import build_calendar
from sim.population import Population, draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario

NEEDS_BOTH = Message(
    "a reform needs both: the design to change to (reform-to), and the day of the change "
    "(reform-day)"
)


@dataclass(frozen=True)
class Run:
    """One design of one scenario, met by the citizens of one replication.

    Attributes
    ----------
    scenario, design, seed, replication, days, engine
        What was run: calendar days of the cohort's arrivals, the follow-up period not included.
    reform_to, reform_day
        The design it changes to, and on which calendar day; `None` if it does not.
    population
        The citizens, those of the follow-up period included.
    calendar
        When the service is open.
    log
        All that happened.
    """

    scenario: Scenario
    design: str
    seed: int
    replication: int
    days: int
    engine: str
    reform_to: str | None
    reform_day: int | None
    population: Population
    calendar: Calendar
    log: EventLog

    @cached_property
    def ledger(self) -> Ledger:
        """The account of each citizen and each contact: a fold of the log."""
        designs = [self.design] if self.reform_to is None else [self.design, self.reform_to]
        of_pools = [list_premiums(self.scenario.designs[design]) for design in designs]
        premiums = [np.array(of_pool, np.int64) for of_pool in of_pools]
        return build_ledger(self.log, self.population, self.calendar, premiums)

    def measure(self, warm_up_day: int = 0, demand_type: str | None = None) -> dict[str, Reading]:
        """Measure the citizens who came from a day on, before the follow-up period."""
        days = (warm_up_day, self.days)
        view = build_view(self.ledger, self.scenario, self.design, *days, demand_type=demand_type)
        return measure_all(view)


def simulate(
    scenario: Scenario,
    design: str,
    *,
    seed: int = 1,
    replication: int = 0,
    days: int | None = None,
    reform_to: str | None = None,
    reform_day: int | None = None,
    engine: str = DEFAULT_ENGINE,
) -> Run:
    """Run one design once.

    Parameters
    ----------
    scenario
        The service.
    design
        Name of one of its designs.
    seed, replication
        Which luck: the same citizens meet every design under the same two numbers.
    days
        Calendar days of arrivals; the scenario's own number if not given. The run goes on for
        `FOLLOW_UP_DAYS` more.
    reform_to, reform_day
        Another design, and the calendar day on which the service changes to it.
    engine
        Name of the engine.

    Raises
    ------
    RunError
        If the run cannot be made as asked.
    """
    days = check_days(scenario.service.days if days is None else days)
    check_luck(seed, replication)
    run_one = get_engine(engine).simulate
    blueprint = build_blueprint(scenario, design)
    reforms = build_reforms(scenario, design, reform_to, reform_day, days)
    check_size(scenario, days + FOLLOW_UP_DAYS)
    population = draw_citizens(scenario, seed, replication, days + FOLLOW_UP_DAYS)
    luck = key(seed, replication, SERVICE_LUCK)
    log = run_one(blueprint, population, luck, days + FOLLOW_UP_DAYS, reforms=reforms)
    return Run(
        scenario,
        design,
        seed,
        replication,
        days,
        engine,
        reform_to,
        reform_day,
        population,
        build_calendar(scenario),
        log,
    )


def _check_staff(scenario: Scenario, before: str, after: str) -> None:
    """Check that two designs have as many staff: a reform moves people, and hires nobody."""
    counts = scenario.count_staff(before), scenario.count_staff(after)
    if counts[0] != counts[1]:
        raise RunError(
            Message(
                "a reform moves the staff there are: found {a} in {before} and {b} in {after}, "
                "expected as many in both (designs.{before}.staff.total)",
                a=counts[0],
                b=counts[1],
                before=before,
                after=after,
            )
        )


def build_reforms(
    scenario: Scenario, design: str, reform_to: str | None, reform_day: int | None, days: int
) -> tuple[ReformDay, ...]:
    """Build the reform by which a service changes to another design; none where it changes to none.

    Raises
    ------
    RunError
        If only one of design and day is given, the day lies outside of the run, or the designs do
        not have as many staff.
    """
    if reform_to is None and reform_day is None:
        return ()
    if reform_to is None or reform_day is None:
        raise RunError(NEEDS_BOTH)
    if not 0 < reform_day < days:
        bounds = Message("{low} to {high}", low=1, high=days - 1)
        raise RunError(mismatch(Message("day of the reform"), reform_day, bounds))
    blueprint = build_blueprint(scenario, reform_to)
    _check_staff(scenario, design, reform_to)
    return (ReformDay(reform_day, blueprint),)


def summarise(run: Run) -> dict[str, Any]:
    """Count what happened in a run, its follow-up period included."""
    end_state, cause = run.ledger.courses.end_state, run.ledger.contacts.cause
    has_come = run.ledger.courses.arrival_s >= 0
    counts = np.bincount(end_state[has_come], minlength=len(EndState))
    return {
        "service": run.scenario.service.name,
        "design": run.design,
        "reform_to": run.reform_to,
        "reform_day": run.reform_day,
        "seed": run.seed,
        "replication": run.replication,
        "days": run.days,
        "events": len(run.log.time_s),
        "citizens": int(has_come.sum()),
        "needs_met": int(counts[EndState.MET]),
        "needs_unmet": int(counts[EndState.UNMET]),
        "needs_open": int(counts[EndState.OPEN]),
        "inbound_contacts": len(cause),
        "failure_contacts": int((cause != Cause.VALUE).sum()),
    }
