"""Sums come out the same on every Python: from 3.12 on `sum` rounds floats in another way."""

import builtins
import math

import pytest

from sim.experiment import simulate
from sim.scenario import load_scenario

add_up = sum


def add_up_as_newer(values, start=0):
    """Add up as `sum` does from Python 3.12 on, or more exactly still."""
    listed = list(values)
    if start == 0 and any(isinstance(value, float) for value in listed):
        return math.fsum(listed)
    return add_up(listed, start)


def add_up_as_older(values, start=0):
    """Add up as `sum` did before Python 3.12."""
    for value in values:
        start = start + value
    return start


@pytest.mark.parametrize("seed", range(8))
def test_every_measure_is_the_same_to_the_last_digit(seed, monkeypatch):
    run = simulate(load_scenario("sickness-benefit"), "functionalised", seed=seed, days=14)
    monkeypatch.setattr(builtins, "sum", add_up_as_older)
    older = run.measure()
    monkeypatch.setattr(builtins, "sum", add_up_as_newer)

    assert run.measure() == older
