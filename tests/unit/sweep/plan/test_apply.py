"""A design point is the scenario that the same changes make."""

import pytest

from sim.errors import ScenarioError
from sim.scenario import load_scenario
from sim.sweep.plan import Plan, build_point

PAIR = ("functionalised", "absorbing")
KINDS = {
    "number": ("staff.absence", 0.07),
    "of every demand type": ("demand.variety", 1.25),
    "whole": ("staff.total", 14.0),
    "multiplied": ("demand.arrivals_per_day*", 0.8),
    "word": ("functionalised.targets.order", "deadline"),
    "condition of another design": ("functionalised.purpose", "absorbing"),
    "functions of another design": ("functionalised.functions", "absorbing"),
    "moves staff": ("functionalised.centralisation.front_office_staff", 0.15),
    "left out": ("functionalised.budget.cap_minutes", "none"),
    "each function": ("functionalised.functions.pools.wage", 1.25),
    "what was there": ("demand.variety*", 1.0),
    "whole by its type": ("service.days", 200.0),
    "own staff": ("absorbing.staff.total", 14.0),
}
SERVICES = ("sickness-benefit", "home-care", "call-line")


def at_point(scenario, **changes):
    plan = Plan.grid(scenario, {key: [value] for key, value in changes.items()})
    (part,) = plan.parts
    return build_point(scenario.to_table(), part.factors, part.points[0], "point", ())


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_what_a_change_makes(service, kind):
    scenario, (key, value) = load_scenario(service), KINDS[kind]
    said = value if isinstance(value, str) else f"{value:g}"

    changed = scenario.changed(f"{key}={said}")

    assert at_point(scenario, **{key: value}) == changed


def test_several_at_once_on_top_of_earlier_changes():
    scenario = load_scenario("sickness-benefit", ["demand.variety=2", "staff.total=16"])
    changes = {"demand.variety*": 1.5, "functionalised.purpose": "absorbing", "staff.total": 18.0}

    changed = scenario.changed(*(f"{key}={value}" for key, value in changes.items()))

    assert at_point(scenario, **changes) == changed


def test_the_table_is_left_alone(service):
    raw = service.to_table()
    (part,) = Plan.lhs(service, points=3).parts
    for point in part.points[:1]:
        try:
            build_point(raw, part.factors, point, "point")
        except ScenarioError:
            continue

    assert raw == service.to_table()


def test_a_dummy_changes_nothing(service):
    (part,) = Plan.morris(service, {"staff.absence": [0.05, 0.06]}, trajectories=2).parts
    point = (0.05, 0.9)

    assert build_point(service.to_table(), part.factors, point, "point") == service


def test_what_rules_refuse_is_refused_by_name(service):
    (part,) = Plan.grid(service, {"calendar.hours_per_day": (7, 9)}, steps=2).parts

    with pytest.raises(ScenarioError, match=r"point 0: 1 problem\n.*staff.shifts.0: ends"):
        build_point(service.to_table(), part.factors, part.points[0], "point 0")


def test_only_the_designs_that_are_run_need_a_worker_in_each_pool(service):
    (part,) = Plan.grid(service, {"absorbing.centralisation.teams": [40]}).parts
    raw = service.to_table()

    built = build_point(raw, part.factors, (40.0,), "point", ["functionalised"])
    with pytest.raises(ScenarioError, match="has no worker"):
        build_point(raw, part.factors, (40.0,), "point")

    assert built.designs["absorbing"].centralisation.teams.value == 40
