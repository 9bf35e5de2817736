"""A function of fixed work as the model of a sweep, and its plan."""

from benchmarks.sweeps.work import RANGES, run_short
from sim.sweep import Model, Plan

SHORT = Model(run_short, ("y",))


def plan_points(points: int) -> Plan:
    """Return a plan of so many points of Ishigami's cube."""
    return Plan.lhs(None, uncertainties=RANGES, points=points)
