"""M/M/5 against other simulators and against C, and what an event costs in both."""

from collections.abc import Callable
from functools import partial

from benchmarks.floor import mm5
from benchmarks.memory import kept_memory
from benchmarks.ours import (
    DAYS,
    SERVICES,
    count_moments,
    log_of,
    run_kept,
    run_logged,
    set_out,
    take_first,
)
from benchmarks.report import Section, Target
from benchmarks.rivals.named import CUSTOMERS, MM5
from benchmarks.setting import OF_FAST, OF_RIVALS
from benchmarks.timing import Timed, say_spread, time_in_turn
from sim.blueprint import build_blueprint
from sim.engines.request import RunRequest
from sim.experiment import SHIPPED_DESIGNS as DESIGNS
from sim.population import Population, draw_citizens
from sim.scenario import load_scenario

DAYS_OF_REFERENCE = 15
MOST_OF_CIMBA, MOST_NS_A_MOMENT = 1.2, 95.0
FLOOR, REFERENCE, DRAWING = "C, with log", "reference, with log", "drawing the citizens"
DRAWN = "fast, with ledger, drawing included"
ON_MM5 = (FLOOR, "C, counts only", "fast, with log", "fast, with ledger")


def measure_mm5(rounds: int) -> Section:
    """Time M/M/5, and sickness benefit beside it for what an event costs."""
    setting, sick = set_out("mm5"), _sickness()
    services = len(setting.population.key)
    few = take_first(setting, DAYS_OF_REFERENCE)
    customers = CUSTOMERS | {REFERENCE: len(few.population.key)}
    with kept_memory():
        timed = time_in_turn(_contestants(setting, sick, few), rounds)
    floor_s = timed[FLOOR].median_s
    events = {name: len(log_of(one).kind) for name, one in sick.items()}
    events |= {name: len(log_of(setting).kind) for name in ON_MM5}
    events[REFERENCE] = len(log_of(few).kind)
    rows = []
    for name, one in timed.items():
        event_s = one.median_s / events[name] if name in events else None
        service_s = one.median_s / customers.get(name, services)
        cost_s = event_s * events[FLOOR] if name in sick and event_s else service_s * services
        rows.append(
            (
                name,
                "–" if name in sick else say_spread(one, 1e9 * service_s / one.median_s),
                "–" if event_s is None else f"{event_s * 1e9:.1f}",
                f"{cost_s / floor_s:.2f} ×",
            )
        )
    return Section(
        "M/M/5, and what an event costs",
        f"{services:,} customers ({OF_FAST:,} for Cimba, {OF_RIVALS:,} for SimPy, Ciw and salabim, "
        f"{customers[REFERENCE]:,} for the reference engine), staff busy 0.9 of their time. An "
        "event is a row of the event log; with a ledger no log is written, and an event is what "
        "would be a row of it. Citizens are drawn beforehand, except by the other simulators and "
        f"where it is said; what that takes is in the line {DRAWING!r}. The process keeps its "
        "memory from round to round. Ratios are to the C program that writes the same log, row for "
        "row: by service, for sickness benefit by event. They are held to no target: a row of that "
        "program is a write to memory, one of ours ends some two hundred instructions of rules "
        "that it does not have.",
        ("who", "ns a service", "ns an event", "ratio"),
        rows,
        [_target_of_cimba(timed, services), _target_of_a_moment(timed, sick)],
    )


def _contestants(
    setting: RunRequest, sick: dict[str, RunRequest], few: RunRequest
) -> dict[str, Callable[[], object]]:
    citizens, days = setting.population, DAYS["mm5"]
    scenario = load_scenario(SERVICES / "mm5.toml")

    def draw() -> Population:
        return draw_citizens(scenario, 1, 0, days)

    def draw_and_run() -> None:
        run_kept(setting._replace(population=draw()))()

    ours = {
        name: run_logged(one) if name.endswith("log") else run_kept(one)
        for name, one in sick.items()
    }
    return {
        FLOOR: lambda: mm5.run_logged(citizens, days),
        "C, counts only": lambda: mm5.run_counted(citizens, days),
        "fast, with log": run_logged(setting),
        "fast, with ledger": run_kept(setting),
        REFERENCE: run_logged(few, "reference"),
        DRAWING: draw,
        DRAWN: draw_and_run,
        **ours,
        **{name: partial(simulate, CUSTOMERS[name], 1) for name, simulate in MM5.items()},
    }


def _target_of_cimba(timed: dict[str, Timed], services: int) -> Target:
    ours, theirs = timed[DRAWN].median_s / services, timed["Cimba"].median_s / OF_FAST
    return Target("M/M/5, drawing included: fast over Cimba", ours / theirs, MOST_OF_CIMBA)


def _target_of_a_moment(timed: dict[str, Timed], sick: dict[str, RunRequest]) -> Target:
    """Hold what a moment of the agenda costs, its rules and books included."""
    name = f"sickness benefit, {DESIGNS[0]}, with ledger"
    moment_s = timed[name].median_s / count_moments(sick[name])
    return Target(f"{name}: a moment", moment_s * 1e9, MOST_NS_A_MOMENT, unit="ns")


def _sickness() -> dict[str, RunRequest]:
    """Return a run of each design, once to be logged and once for its ledger."""
    scenario, days = load_scenario("sickness-benefit"), 425
    citizens = draw_citizens(scenario, 1, 0, days)
    return {
        f"sickness benefit, {design}, with {what}": RunRequest(
            build_blueprint(scenario, design), citizens, 7, days
        )
        for design in DESIGNS
        for what in ("log", "ledger")
    }
