"""The worlds in which the twin is held against the engine."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.scenario import Scenario

MORE, LESS, FEWER = 1.15, 0.85, 0.9
WORLDS = ("base", "more", "less", "fewer")


class World(NamedTuple):
    """A changed world: the scenario of it, by its name."""

    name: str
    scenario: Scenario


def list_worlds(scenario: Scenario, designs: tuple[str, str]) -> Iterator[World]:
    """List the worlds: as it is, 15 % more demand, 15 % less, and a tenth fewer staff."""
    yield World("base", scenario)
    for name, factor in (("more", MORE), ("less", LESS)):
        yield World(name, _change_demand(scenario, factor))
    yield World("fewer", _change_staff(scenario, designs))


def _change_demand(scenario: Scenario, factor: float) -> Scenario:
    for name, demand in scenario.demand.items():
        number = demand.arrivals_per_day.value * factor
        scenario = scenario.changed(f"demand.{name}.arrivals_per_day={number!r}")
    return scenario


def _change_staff(scenario: Scenario, designs: tuple[str, str]) -> Scenario:
    for design in designs:
        staff = round(scenario.count_staff(design) * FEWER)
        scenario = scenario.changed(f"designs.{design}.staff.total={staff}")
    return scenario
