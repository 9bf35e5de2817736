"""Logs of the shipped services, for the laws that hold exactly; and what it takes to spoil one."""

import numpy as np

from sim.blueprint import build_blueprint
from sim.engines.request import ReformDay
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import list_services, load_scenario
from tests.theory.bench import SEED, remember

DAYS, HORIZON = 60, 100
FEW, FEW_HORIZON = 30, 60
"""Days of the shipped services: what holds in every event is seen to hold in some weeks of them."""
OWN_DAYS = {
    "sickness-benefit": (DAYS, HORIZON),
    "call-line": (15, 45),
    "home-care": (20, 28),
    "outsourced-home-care": (20, 28),
}
"""Days of the one whose log is spoiled in every way, in which rare things must have happened; and
of those to whom so many people come that the reference engine takes long."""
SHIPPED = [
    (service, design) for service in list_services() for design in load_scenario(service).designs
]


@remember
def shipped_run(engine, service, design):
    """Run a shipped design: its citizens and its log. Some cases are still open at the end."""
    scenario = load_scenario(service)
    days, horizon = OWN_DAYS.get(service, (FEW, FEW_HORIZON))
    people = draw_citizens(scenario, SEED, 0, days)
    return people, engine(build_blueprint(scenario, design), people, key(SEED, 0), horizon)


EVERYTHING = (
    "designs.prevention.turns_away_below_minutes=30",
    "designs.prevention.return_chance=0.5",
    "designs.prevention.return_days=5",
    "designs.prevention.growth=1.5",
    "designs.digital.refuses_incomplete=0.5",
    "designs.budget.cap_minutes=20",
    "designs.budget.floor_minutes=10",
    "designs.budget.passes_on=0.5",
    "designs.targets.premature=0.5",
    "designs.targets.days=5",
    "designs.centralisation.calls_first=0.5",
    "demand.patience_minutes=10",
    "demand.call_back_hours=4",
    "demand.calls_back=0.7",
    "demand.chase_tires=0.2",
    "demand.give_up_waiting_days=10",
    "designs.outsourcing.share=0.5",
    "designs.outsourcing.bankruptcies_per_day=0.2",
    "demand.appeals=0.5",
    "designs.standards.discretion=0.5",
    "designs.standards.judgement_spread=2",
    "staff.turnover_per_year=6",
    "designs.functions.training_weeks=0.4",
    "designs.functions.pools.0.pick_up_days=0.5",
    "designs.functions.pools.0.pick_up_cv=1",
    "designs.functions.goes_past=0.3",
)
"""Changes that set every mechanism of cases to work."""


@remember
def reformed_run(engine, before, after, *changes):
    """Run sickness benefit with every mechanism at work, and another design from half-way on."""
    scenario = load_scenario("sickness-benefit", [*EVERYTHING, *changes])
    people = draw_citizens(scenario, SEED, 0, DAYS)
    first, second = (build_blueprint(scenario, design) for design in (before, after))
    luck = key(SEED, 0)
    log = engine(first, people, luck, HORIZON, reforms=(ReformDay(DAYS // 2, second),))
    return people, log


DESIGNS_WITH_VISITS = tuple(load_scenario("home-care").designs)
VISITS_AT_WORK = (
    "staff.total=21",
    "staff.memory_days=10",
    "demand.changes_per_month=3",
    "demand.window_minutes=30",
    "demand.on_time_minutes=10",
    "designs.centralisation.placed_by_load=1",
    "designs.centralisation.lends=0.5",
)
"""Changes that set every mechanism of visits to work."""


@remember
def pressed_visits(engine, design):
    """Run home care with every mechanism of visits at work, and too few staff."""
    scenario = load_scenario("home-care", VISITS_AT_WORK)
    people = draw_citizens(scenario, SEED, 0, DAYS)
    return people, engine(build_blueprint(scenario, design), people, key(SEED, 0), DAYS)


def without(log, row):
    """The log without one row."""
    return log.rows(np.arange(len(log.time_s)) != row)


def with_change(log, column, row, by):
    """The log with one number changed."""
    changed = getattr(log, column).copy()
    changed[row] += by
    return log._replace(**{column: changed})


def row_of(log, keep):
    """The middle one of the rows for which ``keep`` is true."""
    rows = np.flatnonzero(keep)
    return int(rows[len(rows) // 2])
