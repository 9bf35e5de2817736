"""M/M/5 and the repeat-contact service against other simulators, and against C."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.floor import mm5, repeat
from benchmarks.log_counted import count_log
from benchmarks.report import Section, Target
from benchmarks.rivals.named import MM5, REPEAT
from benchmarks.timing import Timed, time_in_turn
from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.setting import Setting
from sim.eventlog import EventLog
from sim.experiment import SHIPPED_DESIGNS as DESIGNS
from sim.population import draw_citizens
from sim.scenario import load_scenario

SERVICES = Path(__file__).with_name("services")
DAYS = {"mm5": 200, "repeat-contact": 400}
OF_RIVALS = 10_000
"""Customers of the slow ones; the fast ones have some 130,000."""
MOST_OF_FLOOR, MOST_PER_EVENT, LEAST_OF_CIW = 1.5, 3.0, 100.0


def _settings(name: str) -> Setting:
    scenario = load_scenario(SERVICES / f"{name}.toml")
    citizens = draw_citizens(scenario, 1, 0, DAYS[name])
    return Setting(build_blueprint(scenario, "plain"), citizens, 0, DAYS[name])


def _logged(setting: Setting) -> Callable[[], object]:
    blueprint, citizens, luck, days, *_ = setting
    return lambda: get_engine("fast").simulate(blueprint, citizens, luck, days)


def _kept(setting: Setting) -> Callable[[], object]:
    return lambda: get_engine("fast").simulate_many([setting], n_jobs=1)


def measure_mm5(rounds: int) -> Section:
    """Time M/M/5, and sickness benefit beside it for what an event costs."""
    setting, sick = _settings("mm5"), _sickness()
    services = len(setting.population.key)
    timed = time_in_turn(_contestants(setting, sick), rounds)
    floor_s = timed[FLOOR].median_s
    events = {name: len(_log_of(one).kind) for name, one in sick.items()}
    events |= {name: len(_log_of(setting).kind) for name in ON_MM5}
    rows = []
    for name, one in timed.items():
        event_s = one.median_s / events[name] if name in events else None
        service_s = one.median_s / (OF_RIVALS if name in MM5 else services)
        cost_s = event_s * events[FLOOR] if name in sick and event_s else service_s * services
        rows.append(
            (
                name,
                "–" if name in sick else f"{service_s * 1e9:.0f}",
                "–" if event_s is None else f"{event_s * 1e9:.1f}",
                f"{cost_s / floor_s:.2f} ×",
            )
        )
    return Section(
        "M/M/5, and what an event costs",
        f"{services:,} customers ({OF_RIVALS:,} for SimPy, Ciw and salabim), staff busy 0.9 of "
        "their time. An event is a row of the event log; with a ledger no log is written, and an "
        "event is what would be a row of it. Citizens are drawn beforehand, in all but the last "
        "three. Ratios are to the C program that writes the same log, row for row: by service, "
        "for sickness benefit by event.",
        ("who", "ns a service", "ns an event", "ratio"),
        rows,
        [_target_of_floor(timed), *_targets_of_events(timed, events)],
    )


FLOOR = "C, with log"
ON_MM5 = (FLOOR, "C, counts only", "fast, with log", "fast, with ledger")


def _contestants(setting: Setting, sick: dict[str, Setting]) -> dict[str, Callable[[], object]]:
    citizens, days = setting.population, setting.days
    ours = {
        name: _logged(one) if name.endswith("log") else _kept(one) for name, one in sick.items()
    }
    return {
        FLOOR: lambda: mm5.run_logged(citizens, days),
        "C, counts only": lambda: mm5.run_counted(citizens, days),
        "fast, with log": _logged(setting),
        "fast, with ledger": _kept(setting),
        **ours,
        **{name: partial(simulate, OF_RIVALS, 1) for name, simulate in MM5.items()},
    }


def _target_of_floor(timed: dict[str, Timed]) -> Target:
    ratio = timed["fast, with log"].median_s / timed[FLOOR].median_s
    return Target("M/M/5: fast over C, same log", ratio, MOST_OF_FLOOR)


def _targets_of_events(timed: dict[str, Timed], events: dict[str, int]) -> list[Target]:
    floor_s = timed[FLOOR].median_s / events[FLOOR]
    targets = []
    for what in ("ledger", "log"):
        names = [f"sickness benefit, {design}, with {what}" for design in DESIGNS]
        event_s = sum(timed[n].median_s for n in names) / sum(events[n] for n in names)
        words = f"ns an event, with {what}: sickness benefit over C on M/M/5"
        targets.append(Target(words, event_s / floor_s, MOST_PER_EVENT))
    return targets


def _sickness() -> dict[str, Setting]:
    """Return a run of each design, once to be logged and once for its ledger."""
    scenario, days = load_scenario("sickness-benefit"), 425
    citizens = draw_citizens(scenario, 1, 0, days)
    return {
        f"sickness benefit, {design}, with {what}": Setting(
            build_blueprint(scenario, design), citizens, 7, days
        )
        for design in DESIGNS
        for what in ("log", "ledger")
    }


def _log_of(setting: Setting) -> EventLog:
    blueprint, citizens, luck, days, *_ = setting
    return get_engine("fast").simulate(blueprint, citizens, luck, days)


def measure_repeat(rounds: int) -> Section:
    """Time the repeat-contact service, drawing and counting included."""
    setting = _settings("repeat-contact")
    scenario = load_scenario(SERVICES / "repeat-contact.toml")

    def ours() -> float:
        citizens = draw_citizens(scenario, 1, 0, setting.days)
        one = setting._replace(population=citizens)
        ledger = get_engine("fast").simulate_many([one], n_jobs=1)[0]
        return float(ledger.courses.faces.mean())

    counted = count_log(_log_of(setting))
    customers = {"Requisite, fast": counted.customers, "C": 100_000}
    contestants: dict[str, Callable[[], object]] = {
        "Requisite, fast": ours,
        "C": lambda: repeat.simulate(100_000, 1),
        **{name: partial(simulate, OF_RIVALS, 1) for name, simulate in REPEAT.items()},
    }
    timed = time_in_turn(contestants, rounds)
    found = {"Requisite, fast": counted, "C": repeat.simulate(100_000, 1)}
    found |= {name: simulate(OF_RIVALS, 1) for name, simulate in REPEAT.items()}
    each = {n: t.median_s / customers.get(n, OF_RIVALS) * 1e6 for n, t in timed.items()}
    rows = [
        (
            name,
            f"{microseconds:.3f}",
            f"{microseconds / each['Requisite, fast']:.3g} ×",
            f"{found[name].return_share:.3f}",
            f"{found[name].mean_wait_s:.0f}",
            f"{found[name].mean_faces:.3f}",
        )
        for name, microseconds in each.items()
    ]
    ciw = each["Ciw"] / each["Requisite, fast"]
    return Section(
        "Repeat contact",
        "Four in ten come back after each service, two days later on the mean; the different staff "
        "each customer met are counted. Ours with its citizens drawn and a ledger filled. The last "
        "three columns show that all simulate the same.",
        ("who", "µs a customer", "ratio to ours", "returns", "wait, s", "faces"),
        rows,
        [Target("Ciw over fast", ciw, least=LEAST_OF_CIW)],
    )
