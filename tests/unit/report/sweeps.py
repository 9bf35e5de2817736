"""Tiny sweeps, for tests of what is written about them."""

from collections.abc import Sequence

from sim.experiment import RunSettings
from sim.scenario import Scenario, load_scenario
from sim.sweep import Plan, Sweep, Until, run

SERVICE = "building-permits"
SHORT = RunSettings(seed=3, days=28, warm_up_day=7, follow_up_days=28)
VARIETY = "demand.home.variety"
RANGE = (0.5, 4.0)


def plan_points(scenario: Scenario | str = SERVICE, points: int = 2) -> Plan:
    """Return a plan of a few points of a service."""
    return Plan.lhs(scenario, uncertainties={VARIETY: RANGE}, points=points, seed=5)


def run_tiny(
    folder: object,
    *changes: str,
    title: str = "",
    replications: int = 2,
    until: Until | None = None,
    series: Sequence[str] = (),
) -> Sweep:
    """Run a sweep of two points of the service, with changes to its scenario."""
    plan = plan_points(load_scenario(SERVICE, changes))
    return run(
        plan,
        SHORT,
        out=folder,
        replications=replications,
        until=until,
        series=series,
        title=title,
    )
