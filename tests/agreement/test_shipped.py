"""The shipped services have one history: both designs, each lever between them, and reforms."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.design import CONDITIONS
from sim.engines import Simulate
from sim.engines.reference import simulate_reference
from sim.engines.request import ReformDay
from sim.population import draw_citizens
from sim.scenario import Scenario, list_services, load_scenario
from tests.agreement.difference import first_difference

SERVICES = list_services()
DESIGNS = ("functionalised", "absorbing")
BOTH_WAYS = (DESIGNS, DESIGNS[::-1])
SEEDS = (1, 2, 3)
LEVERS = [
    (design, f"{design}.{condition}={other}", SEEDS[nth % len(SEEDS)])
    for design, other in BOTH_WAYS
    for nth, condition in enumerate(CONDITIONS)
]
"""A design, the change that gives it one condition of the other, and one of the seeds in turn."""
DAYS = {"sickness-benefit": 42, "home-care": 42}
"""The first service of each kind is run for longer than `FEW_DAYS`, and with every seed."""
FEW_DAYS = 21
LEVER_DAYS = 14
SEEDED = [
    (service, seed)
    for nth, service in enumerate(SERVICES)
    for seed in (SEEDS if service in DAYS else SEEDS[nth % len(SEEDS) :][:1])
]
"""The others of each kind run by the same rules: each with one of the seeds in turn."""
LONG_DAYS = {"sickness-benefit": 365, "home-care": 90}

each_service = pytest.mark.parametrize("service", SERVICES)
each_design = pytest.mark.parametrize("design", DESIGNS)
each_way = pytest.mark.parametrize(("design", "other"), BOTH_WAYS)
each_seeded = pytest.mark.parametrize(("service", "seed"), SEEDED)


def assert_one_history(
    fast: Simulate,
    scenario: Scenario,
    design: str,
    *,
    seed: int,
    days: int | None = None,
    reform_to: str | None = None,
) -> None:
    """Run a design, maybe with a reform to another one half-way, on both engines."""
    days = days or DAYS.get(scenario.service.name, FEW_DAYS)
    population = draw_citizens(scenario, seed, 0, days)
    blueprint = build_blueprint(scenario, design)
    reforms = (
        () if reform_to is None else (ReformDay(days // 2, build_blueprint(scenario, reform_to)),)
    )
    expected, found = (
        engine(blueprint, population, seed, days, reforms=reforms)
        for engine in (simulate_reference, fast)
    )
    difference = first_difference(expected, found)
    assert difference is None, f"\none is the reference, other the fast engine: {difference}"


@each_seeded
@each_design
def test_a_design(fast: Simulate, service: str, design: str, seed: int) -> None:
    assert_one_history(fast, load_scenario(service), design, seed=seed)


@each_service
@pytest.mark.parametrize(("design", "lever", "seed"), LEVERS)
def test_a_lever(fast: Simulate, service: str, design: str, lever: str, seed: int) -> None:
    scenario = load_scenario(service, [lever])
    assert_one_history(fast, scenario, design, seed=seed, days=LEVER_DAYS)


@each_seeded
@each_way
def test_a_reform(fast: Simulate, service: str, design: str, other: str, seed: int) -> None:
    assert_one_history(fast, load_scenario(service), design, seed=seed, reform_to=other)


@each_design
@pytest.mark.parametrize(("service", "days"), LONG_DAYS.items())
def test_a_long_run(fast: Simulate, service: str, days: int, design: str) -> None:
    assert_one_history(fast, load_scenario(service), design, seed=SEEDS[0], days=days)


@each_service
def test_the_columns_are_of_one_type_and_cannot_be_written(fast: Simulate, service: str) -> None:
    scenario = load_scenario(service)
    log = fast(build_blueprint(scenario, DESIGNS[0]), draw_citizens(scenario, 1, 0, 3), 1, 3)
    assert {column.dtype for column in log} == {np.dtype(np.int64)}
    assert not any(column.flags.writeable for column in log)
