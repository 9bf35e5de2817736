"""Short runs of a scenario: everything that happened, and everything that is measured of it."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.request import ReformDay
from sim.eventlog import EventLog, read_calendar_s
from sim.ledger import build_ledger
from sim.measures import build_view, measure_all
from sim.population import Population, draw_citizens
from sim.scenario import Scenario, load_scenario

EVERYTHING = Path(__file__).parent / "everything.toml"
SEED, LUCK = 1, 5
ENGINE = "fast"
"""Both engines tell one history, so the quicker one is asked."""


class Run(NamedTuple):
    """A scenario, who came, and what happened."""

    scenario: Scenario
    design: str
    days: int
    population: Population
    log: EventLog
    reforms: int
    """How many reforms there were; measures take the prices of the first design."""


def run(
    scenario: Scenario, design: str, days: int, reform_to: str | None = None, reform_day: int = 0
) -> Run:
    """Run one design on the seed that all tests here share."""
    population = draw_citizens(scenario, SEED, 0, days)
    reforms = (
        () if reform_to is None else (ReformDay(reform_day, build_blueprint(scenario, reform_to)),)
    )
    log = get_engine(ENGINE).simulate(
        build_blueprint(scenario, design),
        population,
        LUCK,
        days,
        reforms=reforms,
    )
    return Run(scenario, design, days, population, log, len(reforms))


def run_everything(changes: tuple[str, ...]) -> Run:
    """Run the service in which everything is on, with a reform (to the same design) on the way."""
    return run(load_scenario(EVERYTHING, changes), "all", 26, reform_to="all", reform_day=15)


def happened(one: Run) -> list[np.ndarray]:
    """The log, and the day and hour at which its events befell the citizens."""
    calendar = build_blueprint(one.scenario, one.design).calendar
    return [*one.log, read_calendar_s(one.log, calendar)]


def measured(one: Run, to_day: int | None = None) -> dict[str, float | None]:
    """Every measure of a run, of those who came before a day."""
    blueprint = build_blueprint(one.scenario, one.design)
    premiums_ppm = [blueprint.layout.premium_ppm] * (1 + one.reforms)
    ledger = build_ledger(one.log, one.population, blueprint.calendar, premiums_ppm)
    view = build_view(ledger, one.scenario, one.design, 0, to_day or one.days)
    return {name: reading.value for name, reading in measure_all(view).items()}
