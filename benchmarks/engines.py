"""Both engines on the shipped services: citizens per CPU second, everything measured."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from benchmarks.report import Section, Target
from benchmarks.timing import Timed, time_in_turn
from sim.analysis.comparison import compare
from sim.blueprint import build_blueprint
from sim.engines import ENGINES
from sim.engines.request import build_stop_sign
from sim.experiment import SHIPPED_DESIGNS as DESIGNS
from sim.experiment.cells import (
    FOLLOW_UP_DAYS,
    Batch,
    Cell,
    CellRun,
    MeasuredBatch,
    measure_batch,
)
from sim.measures import MEASURES
from sim.scenario import Scenario, load_scenario

SERVICES = ("sickness-benefit", "home-care")
SEED, DAYS, WARM_UP_DAY = 1, 365, 30
"""Of arrivals: of home care's own 2,400 days the reference engine cannot hold the log."""
LEAST_TIMES = 100.0
MOST_PAIRED_MS = 220.0
OF_ITSELF_S = "3.2 to 3.4"
"""CPU seconds of the reference engine's code when it was the only one: measured beside today's."""


def measure_engines(rounds: int) -> Section:
    """Time a replication of each design, from drawing its citizens to all of its measures."""
    rows: list[tuple[str, ...]] = []
    targets: list[Target] = []
    for service in SERVICES:
        scenario = load_scenario(service)
        timed = time_in_turn(_contestants(scenario), rounds)
        rows += [_say(service, design, timed, scenario) for design in DESIGNS]
        both = {e: sum(timed[f"{e} {d}"].median_s for d in DESIGNS) for e in ENGINES}
        times = both["reference"] / both["fast"]
        rows.append((service, "both", *(_ms(both[engine]) for engine in ENGINES), f"{times:.1f} ×"))
        targets.append(Target(f"{service}: fast over reference", times, least=LEAST_TIMES))
    targets.append(_paired(rounds))
    return Section(
        "Both engines on the shipped services",
        f"CPU time of one replication of {DAYS} days (and {FOLLOW_UP_DAYS} of follow-up): its "
        "citizens drawn, simulated, and every measure taken, of all and of each demand type. "
        "The reference engine is held to its own figure: its code of before there was a second one "
        f"took {OF_ITSELF_S} s for the functionalised sickness benefit, in turns with today's.",
        ("service", "design", *(f"{engine}, ms" for engine in ENGINES), "ratio"),
        rows,
        targets,
    )


def _contestants(scenario: Scenario) -> dict[str, Callable[[], object]]:
    return {
        f"{engine} {design}": _replicate(scenario, design, engine)
        for engine in ENGINES
        for design in DESIGNS
    }


def _replicate(scenario: Scenario, design: str, engine: str) -> Callable[[], object]:
    every = tuple(MEASURES)
    wanted = {None: every, **dict.fromkeys(scenario.demand, every)}

    def replicate() -> object:
        blueprint = build_blueprint(scenario, design)
        run = CellRun(0, 0, Cell(scenario, design), blueprint, DAYS)
        work = MeasuredBatch(Batch((run,), engine, SEED, FOLLOW_UP_DAYS), wanted, WARM_UP_DAY)
        return measure_batch(work, build_stop_sign())

    return replicate


def _say(service: str, design: str, timed: dict[str, Timed], scenario: Scenario) -> tuple[str, ...]:
    of_engine = [timed[f"{engine} {design}"] for engine in ENGINES]
    ratio = of_engine[1].median_s / of_engine[0].median_s
    return service, design, *(_spread(t) for t in of_engine), f"{ratio:.1f} ×"


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.1f}"


def _spread(timed: Timed) -> str:
    return f"{_ms(timed.median_s)} ({_ms(timed.least_s)}–{_ms(timed.most_s)})"


def _paired(rounds: int) -> Target:
    """Time a comparison as the page asks for it, once all is warm."""
    scenario = load_scenario("sickness-benefit")
    with ThreadPoolExecutor(1) as one:
        paired = partial(compare, scenario, replications=10, executor=one)
        timed = time_in_turn({"paired": paired}, rounds)
    return Target(
        "sickness-benefit: 10 paired replications of a year, CPU",
        timed["paired"].median_s * 1e3,
        most=MOST_PAIRED_MS,
        unit="ms",
    )
