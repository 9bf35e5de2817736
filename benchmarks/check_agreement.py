"""Checks that all simulate the same services: `python -m` this, in about two minutes.

Each rival is held against the C floor, which is fast enough to say closely what is to be expected
of so few customers in a service that begins empty. Requisite's repeat contact comes about in
another way, and is only held to be near: by `OWN_WITHIN`.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.counted import Counted
from benchmarks.floor import mm5, repeat
from benchmarks.log_counted import count_log
from benchmarks.rivals import named
from sim.blueprint import build_blueprint
from sim.engines.reference import simulate_reference
from sim.eventlog import Event, EventLog
from sim.population import Population, draw_citizens
from sim.scenario import load_scenario

CUSTOMERS, FLOOR_RUNS, RIVAL_RUNS = 10_000, 200, 10
MOST_Z = 3.5
OWN_CUSTOMERS = 100_000
OWN_RETURNS = (0.38, 0.42)
OWN_WITHIN = (0.1, 0.02, 0.02)
"""Of the floor's wait, share of returns and faces."""
FOLLOW_UP_DAYS = 60
"""Time for the last customer to be done, in both services."""

SERVICES = Path(__file__).with_name("services")
Table = NDArray[np.float64]
"""The last three numbers of `Counted`, a row for each run."""


def check() -> None:
    """Compare every rival with the floor, and Requisite's repeat contact with its coin-throwers.

    Raises
    ------
    AssertionError
        If one of them differs by more than luck, or Requisite by more than it is allowed.
    """
    of_mm5 = _tabulate(_floor_of_mm5, FLOOR_RUNS)
    for name, simulate in named.MM5.items():
        _compare(f"M/M/5, {name}", _tabulate(simulate, RIVAL_RUNS), of_mm5)
    of_repeat = _tabulate(repeat.simulate, FLOOR_RUNS)
    for name, simulate in named.REPEAT.items():
        _compare(f"repeat contact, {name}", _tabulate(simulate, RIVAL_RUNS), of_repeat)
    _check_own()


def _tabulate(simulate: Callable[[int, int], Counted], runs: int) -> Table:
    return np.array([simulate(CUSTOMERS, seed)[2:] for seed in range(runs)])


def _compare(name: str, found: Table, expected: Table) -> None:
    error = expected.std(axis=0) * np.sqrt(1 / len(found) + 1 / len(expected))
    difference = found.mean(axis=0) - expected.mean(axis=0)
    z = np.divide(difference, error, out=np.zeros_like(error), where=error > 0)
    print(f"{name}: {_in_words(found)}; z of each {np.round(z, 1)}")
    assert np.all(np.abs(z) < MOST_Z), name
    assert np.all((error > 0) | (difference == 0)), name


def _in_words(table: Table) -> str:
    wait_s, returns, faces = table.mean(axis=0)
    return f"wait {wait_s:.0f} s, returns {returns:.3f}, faces {faces:.3f}"


def _floor_of_mm5(customers: int, seed: int) -> Counted:
    population, days = _draw_first("mm5", customers, seed)
    return mm5.run_counted(population, days)


def _draw_first(service: str, customers: int, seed: int) -> tuple[Population, int]:
    """Return the first so many citizens, and days enough for them."""
    scenario = load_scenario(SERVICES / f"{service}.toml")
    days = int(customers / scenario.demand["customer"].arrivals_per_day.value) + FOLLOW_UP_DAYS
    drawn = draw_citizens(scenario, seed, 0, days)
    return Population(*(column[:customers] for column in drawn)), days + FOLLOW_UP_DAYS


def _check_own() -> None:
    """Check Requisite's repeat contact: who comes back, and how close it is to the others'."""
    blueprint = build_blueprint(load_scenario(SERVICES / "repeat-contact.toml"), "plain")
    population, days = _draw_first("repeat-contact", OWN_CUSTOMERS, 0)
    log = simulate_reference(blueprint, population, 0, days)
    found = np.array([count_log(log)[2:]])
    expected = np.array([repeat.simulate(OWN_CUSTOMERS, seed)[2:] for seed in range(RIVAL_RUNS)])
    returns = _share_of_closings_followed(log)
    print(f"repeat contact, Requisite: {_in_words(found)}; {returns:.3f} of closings")
    print(f"repeat contact, floor, as many: {_in_words(expected)}")
    assert OWN_RETURNS[0] < returns < OWN_RETURNS[1]
    assert np.all(np.abs(found[0] / expected.mean(axis=0) - 1) < OWN_WITHIN)


def _share_of_closings_followed(log: EventLog) -> float:
    """Return the share of closings after which the same citizen makes contact again."""
    rows = log.rows((log.kind == Event.CLOSE) | (log.kind == Event.CONTACT_IN))
    rows = EventLog(*(column[np.argsort(rows.citizen, kind="stable")] for column in rows))
    is_close = rows.kind == Event.CLOSE
    is_same = rows.citizen[1:] == rows.citizen[:-1]
    return float(np.sum(is_close[:-1] & ~is_close[1:] & is_same) / np.sum(is_close))


if __name__ == "__main__":
    check()
