"""Our side of a comparison with others: the runs, with a log or to a ledger."""

from collections.abc import Callable
from pathlib import Path

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.fast.engine import run_through
from sim.engines.fast.machine.runs import prepare
from sim.engines.request import RunRequest, build_stop_sign
from sim.eventlog import EventLog
from sim.population import Population, draw_citizens
from sim.scenario import load_scenario
from sim.units import DAY_S

SERVICES = Path(__file__).with_name("services")
DAYS = {"mm5": 200, "repeat-contact": 400}


def set_out(name: str) -> RunRequest:
    """Return a run of a service of `services/`, its citizens drawn."""
    scenario = load_scenario(SERVICES / f"{name}.toml")
    citizens = draw_citizens(scenario, 1, 0, DAYS[name])
    return RunRequest(build_blueprint(scenario, "plain"), citizens, 0, DAYS[name])


def take_first(setting: RunRequest, days: int) -> RunRequest:
    """Return the first days of a run."""
    is_first = setting.population.arrival_s < days * DAY_S
    citizens = Population(*(column[is_first] for column in setting.population))
    return setting._replace(population=citizens, days=days)


def run_logged(setting: RunRequest, engine: str = "fast") -> Callable[[], object]:
    """Return a function that makes a run and keeps its log."""
    blueprint, citizens, luck, days, *_ = setting
    return lambda: get_engine(engine).simulate(blueprint, citizens, luck, days)


def run_kept(setting: RunRequest) -> Callable[[], object]:
    """Return a function that makes a run to its ledger, on the fast engine."""
    return lambda: get_engine("fast").simulate_batch([setting], build_stop_sign())


def count_moments(setting: RunRequest) -> int:
    """Return how many moments a run schedules, on the fast engine."""
    world = prepare([setting], build_stop_sign(), is_logged=False)
    run_through(world)
    return int(world.record[0].scheduled)


def log_of(setting: RunRequest) -> EventLog:
    """Return the log of a run, by the fast engine."""
    blueprint, citizens, luck, days, *_ = setting
    return get_engine("fast").simulate(blueprint, citizens, luck, days)
