"""What a draft of a page costs: one pair of short runs, with every measure."""

from collections.abc import Callable

from benchmarks.report import Section, Target
from benchmarks.timing import say_spread, time_in_turn
from sim.blueprint import build_blueprint
from sim.engines import DEFAULT_ENGINE
from sim.engines.request import build_stop_sign
from sim.experiment.cells import Batch, Cell, CellRun, MeasuredBatch, measure_batch
from sim.measures import MEASURES
from sim.scenario import list_shipped, load_scenario, shipped_folder

DAYS, DAYS_OF_VISITS, WARM_UP_DAY, SEED = 120, 60, 30, 1
MOST_MS = 30.0


def measure_drafts(rounds: int) -> Section:
    """Time a draft of every shipped service."""
    services = [name for name in list_shipped() if (shipped_folder() / f"{name}.toml").exists()]
    timed = time_in_turn({service: _draft(service) for service in services}, rounds)
    return Section(
        "Drafts",
        f"One pair of {DAYS} days ({DAYS_OF_VISITS} where there are visits): citizens drawn, both "
        "designs simulated, and every measure taken of all citizens, some more than a page draws. "
        "A page makes two pairs.",
        ("service", "CPU, ms"),
        [(service, say_spread(timed[service], 1e3, 1)) for service in services],
        [
            Target(f"{service}: a draft", timed[service].median_s * 1e3, MOST_MS, unit="ms")
            for service in services
        ],
    )


def _draft(service: str) -> Callable[[], object]:
    scenario = load_scenario(service)
    has_visits = any(demand.kind == "visits" for demand in scenario.demand.values())
    days = DAYS_OF_VISITS if has_visits else DAYS
    runs = tuple(
        CellRun(place, 0, Cell(scenario, design), build_blueprint(scenario, design), days)
        for place, design in enumerate(tuple(scenario.designs)[:2])
    )
    work = MeasuredBatch(
        Batch(runs, DEFAULT_ENGINE, SEED, follow_up_days=0), {None: tuple(MEASURES)}, WARM_UP_DAY
    )
    return lambda: measure_batch(work, build_stop_sign())
