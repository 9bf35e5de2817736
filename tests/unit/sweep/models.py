"""Models that are no services, for tests: other processes import them from here."""

import math
import time

import numpy as np

from sim.sweep import Model, Plan

LOW, HIGH = -math.pi, math.pi
RANGES = {"x1": (LOW, HIGH), "x2": (LOW, HIGH), "x3": (LOW, HIGH)}
WORK_S = 0.003


def ishigami(point, seed, replication):
    """Ishigami & Homma 1990, whose indices are known."""
    x1, x2, x3 = point["x1"], point["x2"], point["x3"]
    return {"y": math.sin(x1) + 7 * math.sin(x2) ** 2 + 0.1 * x3**4 * math.sin(x1)}


def noisy(point, seed, replication):
    """The same with luck, which hangs on seed and replication alone, and some work."""
    until = time.thread_time() + WORK_S
    while time.thread_time() < until:
        pass
    luck = np.random.default_rng((seed, replication)).normal()
    return {"y": ishigami(point, seed, replication)["y"] + luck}


def failing(point, seed, replication):
    """Fails at half of its points."""
    if point["x1"] > 0:
        raise ZeroDivisionError("x1 is above 0")
    return ishigami(point, seed, replication)


def waving(point, seed, replication):
    """Fails at some of its points; of the others tells some weeks, more or fewer by the point."""
    found = noisy(point, seed, replication)
    if point["x1"] > 2:
        raise ZeroDivisionError("x1 is above 2")
    weeks = np.arange(3 + int(point["x2"] > 0))
    return {**found, "level": found["y"] + weeks, "half": weeks / 2}


ISHIGAMI, NOISY, FAILING = (Model(function, ("y",)) for function in (ishigami, noisy, failing))
WAVING = Model(waving, ("y",), ("level", "half"))


def plan_points(points: int) -> Plan:
    """Return a plan of so many points of Ishigami's cube."""
    return Plan.lhs(None, uncertainties=RANGES, points=points)
