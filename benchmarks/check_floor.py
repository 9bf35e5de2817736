"""Checks that the C floor of M/M/5 writes the log of the reference engine: `python -m` this."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.floor.mm5 import run_counted, run_logged
from benchmarks.log_counted import count_log
from sim.blueprint import build_blueprint
from sim.engines.reference import simulate_reference
from sim.eventlog import COLUMNS
from sim.population import Population, draw_citizens
from sim.scenario import load_scenario

DAYS = 30
COARSE_S = 600
LUCK = 0
"""Nothing of this service belongs to staff or service, so any luck will do."""


def check() -> None:
    """Compare the two logs array for array, and the counts without a log.

    Raises
    ------
    AssertionError
        If a column differs.
    """
    scenario = load_scenario(Path(__file__).with_name("services") / "mm5.toml")
    blueprint = build_blueprint(scenario, "plain")
    for name, population in _populations(draw_citizens(scenario, 1, 0, DAYS)):
        expected = simulate_reference(blueprint, population, LUCK, DAYS)
        found = run_logged(population, DAYS)
        for column, a, b in zip(COLUMNS, expected, found, strict=True):
            assert a.dtype == b.dtype, f"{name}: {column}: {a.dtype} is not {b.dtype}"
            assert np.array_equal(a, b), f"{name}: {column} differs"
        counted, from_log = run_counted(population, DAYS), count_log(expected)
        assert counted[:3] == from_log[:3], f"{name}: {counted} is not {from_log}"
        print(f"M/M/5 in C, {name}: {len(expected.kind)} rows, all equal to the reference engine's")


def _populations(drawn: Population) -> Iterator[tuple[str, Population]]:
    """Yield the citizens as drawn, and again with times so coarse that ties abound."""
    yield "as drawn", drawn
    arrival_s = drawn.arrival_s // COARSE_S * COARSE_S
    content_s = (drawn.content_s // COARSE_S + 1) * COARSE_S // 2
    yield "full of ties", drawn._replace(arrival_s=arrival_s, content_s=content_s)


if __name__ == "__main__":
    check()
