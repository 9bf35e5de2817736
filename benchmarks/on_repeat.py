"""The repeat-contact service against other simulators, and against C."""

from collections.abc import Callable
from functools import partial

from benchmarks.floor import repeat
from benchmarks.log_counted import count_log
from benchmarks.ours import SERVICES, log_of, set_out
from benchmarks.report import Section, Target
from benchmarks.rivals.named import CUSTOMERS, REPEAT
from benchmarks.setting import OF_FAST
from benchmarks.timing import say_spread, time_in_turn
from sim.engines import get_engine
from sim.engines.request import build_stop_sign
from sim.population import draw_citizens
from sim.scenario import load_scenario

LEAST_OF_CIW, MOST_OF_CIMBA = 100.0, 1.0


def measure_repeat(rounds: int) -> Section:
    """Time the repeat-contact service, drawing and counting included."""
    setting = set_out("repeat-contact")
    scenario = load_scenario(SERVICES / "repeat-contact.toml")

    def ours() -> float:
        citizens = draw_citizens(scenario, 1, 0, setting.days)
        one = setting._replace(population=citizens)
        ledger = get_engine("fast").simulate_batch([one], build_stop_sign())[0]
        return float(ledger.courses.faces.mean())

    counted = count_log(log_of(setting))
    customers = {"Requisite, fast": counted.customers, "C": OF_FAST, **CUSTOMERS}
    contestants: dict[str, Callable[[], object]] = {
        "Requisite, fast": ours,
        "C": lambda: repeat.simulate(OF_FAST, 1),
        **{name: partial(simulate, CUSTOMERS[name], 1) for name, simulate in REPEAT.items()},
    }
    timed = time_in_turn(contestants, rounds)
    found = {"Requisite, fast": counted, "C": repeat.simulate(OF_FAST, 1)}
    found |= {name: simulate(CUSTOMERS[name], 1) for name, simulate in REPEAT.items()}
    each = {n: t.median_s / customers[n] * 1e6 for n, t in timed.items()}
    rows = [
        (
            name,
            say_spread(timed[name], microseconds / timed[name].median_s, 3),
            f"{microseconds / each['Requisite, fast']:.3g} ×",
            f"{found[name].return_share:.3f}",
            f"{found[name].mean_wait_s:.0f}",
            f"{found[name].mean_faces:.3f}",
        )
        for name, microseconds in each.items()
    ]
    ours_us = each["Requisite, fast"]
    return Section(
        "Repeat contact",
        "Four in ten come back after each service, two days later on the mean; the different staff "
        "each customer met are counted. Ours with its citizens drawn and a ledger filled. The last "
        "three columns show that all simulate the same.",
        ("who", "µs a customer", "ratio to ours", "returns", "wait, s", "faces"),
        rows,
        [
            Target("Ciw over fast", each["Ciw"] / ours_us, least=LEAST_OF_CIW),
            Target("fast over Cimba", ours_us / each["Cimba"], MOST_OF_CIMBA),
        ],
    )
