"""Pairs of runs on one processor, on two, and on all: how much of it is done side by side."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from benchmarks.report import Section, Target
from sim.analysis.comparison import compare
from sim.processors import count_processors
from sim.scenario import Scenario, load_scenario

SERVICES, REPLICATIONS = ("sickness-benefit", "building-permits"), 60
LEAST_SHARE = 0.95


def measure_cores(rounds: int) -> Section:
    """Time a comparison by the clock on ever more threads, in turn."""
    counts = sorted({1, 2, count_processors()} & set(range(1, count_processors() + 1)))
    rows, targets = [], []
    for service in SERVICES:
        scenario = load_scenario(service)
        clocks: dict[int, list[float]] = {count: [] for count in counts}
        for nth in range(rounds + 1):
            for count, of_one in clocks.items():
                seconds = _compare(scenario, count)
                if nth:
                    of_one.append(seconds)
        found = {count: median(of_one) for count, of_one in clocks.items()}
        rows += [_say(service, count, found) for count in counts]
        if counts[-1] > 1:
            share = _find_share(found[1] / found[counts[-1]], counts[-1])
            name = f"{service}: share of the work done side by side, {counts[-1]} processors"
            targets.append(Target(name, share * 100, least=LEAST_SHARE * 100, unit="%"))
    return Section(
        "Pairs on more processors",
        f"A comparison of {REPLICATIONS} pairs by the clock, all loaded, on so many threads. "
        "The share is that of Amdahl's law: what would have to be done side by side to be so much "
        f"faster. The machine's load was {os.getloadavg()[0]:.1f}; its processors may be threads "
        "of one core, which share its units of computation, and then the share is understated.",
        ("service", "threads", "by the clock, s", "times as fast"),
        rows,
        targets,
    )


def _compare(scenario: Scenario, threads: int) -> float:
    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as executor:
        compare(scenario, replications=REPLICATIONS, executor=executor)
    return time.perf_counter() - began


def _find_share(speedup: float, count: int) -> float:
    """Return what share of the work is done side by side, by Amdahl's law."""
    return (1 - 1 / speedup) / (1 - 1 / count)


def _say(service: str, count: int, found: dict[int, float]) -> tuple[str, ...]:
    return service, str(count), f"{found[count]:.2f}", f"{found[1] / found[count]:.2f} ×"
