"""The hash of a plan: the same in every process, and another for whatever else would be run."""

import os
import subprocess
import sys

import pytest

from sim.sweep.plan import Plan

MADE = """
from sim.sweep.plan import Plan
varied = {"staff.total": (14, 16), "functionalised.purpose": ["functionalised", "absorbing"]}
print(Plan.lhs("sickness-benefit", varied, points=4).sha256)
"""
VARIED = {"staff.total": (8, 10), "demand.variety": (1, 2)}


def test_it_is_the_same_in_every_process():
    found = {
        subprocess.run(
            [sys.executable, "-c", MADE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(found) == 1
    assert len(found.pop().strip()) == 64


def make(services, **otherwise):
    return Plan.lhs(services, **{"levers": VARIED, "points": 4, **otherwise}).sha256


OTHERS = {
    "seed": {"seed": 2},
    "points": {"points": 5},
    "range": {"levers": {**VARIED, "demand.variety": (1, 2.5)}},
    "kind": {"levers": {}, "uncertainties": VARIED},
    "designs": {"designs": ["absorbing", "functionalised"]},
}


@pytest.mark.parametrize("otherwise", OTHERS.values(), ids=OTHERS)
def test_another_plan_has_another(service, otherwise):
    assert make(service, **otherwise) != make(service) == make(service)


def test_so_has_another_scenario_or_one_more(service, two_types):
    changed = service.changed("staff.absence=0.06")

    found = [make(one) for one in (service, changed, [service, two_types], [two_types, service])]

    assert len(set(found)) == 4


def test_and_another_method_with_the_same_points(service):
    grid = Plan.grid(service, {"staff.total": [8, 9]})

    assert grid.sha256 != Plan.factorial(service, {"staff.total": [8, 9]}).sha256
