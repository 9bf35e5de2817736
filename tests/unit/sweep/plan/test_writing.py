"""A plan that is written is read back as the same plan."""

import pytest

from sim.errors import ScenarioError
from sim.experiment import RunSettings
from sim.scenario import load_scenario, write_toml
from sim.sweep.plan import Plan, PlannedSweep, Range, Until, load_plan, read_plan, write_plan
from tests.unit.sweep.plan.test_file import SHIPPED

SICKNESS = "sickness-benefit"
LEVERS = {"staff.total": Range(14, 18, 9), "functionalised.purpose": ["absorbing"]}
WORLD = {
    "demand.arrivals_per_day*": (0.9, 1.1),
    "demand.known.return_days": Range(1, 14, 4),
    "staff.absence": [0.04, 0.07, 0.1],
    "staff.turnover_per_year": None,
}
PLANS = {
    "grid": lambda: Plan.grid(SICKNESS, LEVERS, WORLD, steps=3),
    "factorial": lambda: Plan.factorial(SICKNESS, {"staff.total": [14, 18]}),
    "lhs": lambda: Plan.lhs(SICKNESS, LEVERS, WORLD, points=5, seed=4),
    "everything": lambda: Plan.lhs(SICKNESS, points=3),
    "sobol": lambda: Plan.sobol(SICKNESS, (), WORLD, base=2, second_order=True),
    "morris": lambda: Plan.morris(SICKNESS, LEVERS, trajectories=2),
    "two services": lambda: Plan.grid([SICKNESS, "call-line"], {"staff.total": [10, 12]}),
    "changed": lambda: Plan.grid(load_scenario(SICKNESS, CHANGES), {"staff.total": (14, 15)}),
}
CHANGES = ("demand.variety=0.5", "absorbing.purpose=functionalised", "staff.absence*=1.1")


def plan_of(plan, **otherwise):
    said = {
        "settings": RunSettings(),
        "replications": 3,
        "until": None,
        "measures": ("cost_per_citizen_helped",),
        "title": "",
        **otherwise,
    }
    return PlannedSweep(plan, **said)


@pytest.mark.parametrize("make", PLANS.values(), ids=PLANS)
def test_it_is_read_back_as_the_same_plan(make):
    written = plan_of(make())

    found = read_plan(write_plan(written).encode(), "plan.toml")

    assert found.plan.sha256 == written.plan.sha256


def test_so_is_all_else_that_a_plan_file_says():
    written = plan_of(
        load_plan(SHIPPED).plan,
        settings=RunSettings(seed=7, days=90, warm_up_day=20, follow_up_days=30),
        until=Until("end_to_end_days", 0.1, 9),
        measures=("cost_per_citizen_helped", "end_to_end_days"),
        series=("contacts", "cases_open"),
        title='What "is" it?\nThat is it.',
    )

    found = read_plan(write_plan(written, ["From\nhere"]).encode(), "plan.toml")

    assert found.plan.sha256 == written.plan.sha256
    assert found[1:] == written[1:]


def test_values_that_are_evenly_spread_are_told_as_a_range():
    text = write_plan(plan_of(Plan.grid(SICKNESS, LEVERS, WORLD)))

    assert '"staff.total" = {low = 14.0, high = 18.0, steps = 5}' in text
    assert '"staff.absence" = {low = 0.04, high = 0.1, steps = 3}' in text
    assert '"functionalised.purpose" = ["absorbing"]' in text


def test_a_service_of_ones_own_is_named_by_its_file(tmp_path):
    (tmp_path / "mine.toml").write_text(write_toml(load_scenario(SICKNESS)), "utf-8")
    written = plan_of(Plan.grid(tmp_path / "mine.toml", {"staff.total": [14, 15]}))
    (tmp_path / "plan.toml").write_text(write_plan(written), "utf-8")

    found = load_plan(tmp_path / "plan.toml")

    assert 'services = ["mine.toml"]' in write_plan(written)
    assert found.plan.sha256 == written.plan.sha256


def test_what_no_file_can_say_is_refused(service, tmp_path):
    (tmp_path / "points.csv").write_text("staff.total\n14\n", "utf-8")
    changed = [load_scenario(SICKNESS), load_scenario("call-line", ["staff.absence=0.05"])]
    refused = {
        "points are those of a table": Plan.from_table(SICKNESS, tmp_path / "points.csv"),
        "made in memory": Plan.grid(service, {"staff.total": [8, 9]}),
        "not changed alike": Plan.grid(changed, {"staff.total": [14, 15]}),
        "ranges of their own": Plan.grid([SICKNESS, "call-line"], ["staff.total"]),
    }

    for why, plan in refused.items():
        with pytest.raises(ScenarioError, match=why):
            write_plan(plan_of(plan))
