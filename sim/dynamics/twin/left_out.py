"""What a service has that stocks and flows leave out: it is told with whatever they say of it."""

from collections.abc import Iterator

from sim.blueprint import Blueprint, build_blueprint
from sim.message import Message
from sim.scenario import Scenario
from sim.units import DAY_S

SOON_DAYS = 730.0
"""Who gives up waiting after longer than this hardly does."""


def list_left_out(scenario: Scenario, design: str) -> list[Message]:
    """List what a design of a service has that its twin leaves out."""
    blueprint = build_blueprint(scenario, design)
    return [*_of_citizens(scenario, blueprint), *_of_work(blueprint), *_of_staff(blueprint)]


def _of_citizens(scenario: Scenario, blueprint: Blueprint) -> Iterator[Message]:
    citizens = blueprint.citizens
    if any(shock.what != "demand" for shock in scenario.shock):
        yield Message("shocks of staff and of content")
    if (citizens.expert > 0).any():
        yield Message("that a particular needs an expert again, if it did before")
    if any(0 < table.mean() < SOON_DAYS * DAY_S for table in citizens.waiting_s):
        yield Message("that citizens give up waiting")
    if citizens.ranks > 1:
        yield Message("priorities")


def _of_work(blueprint: Blueprint) -> Iterator[Message]:
    if blueprint.work.goes_past > 0:
        yield Message("cases that go past a function")
    if blueprint.work.floor_s > 0:
        yield Message("the least time of an activity")
    if blueprint.intake.calls_first < 1:
        yield Message("calls that queue among the work")


def _of_staff(blueprint: Blueprint) -> Iterator[Message]:
    if blueprint.layout.lends > 0:
        yield Message("lending between teams")
    if blueprint.layout.teams > 1:
        yield Message("teams with cases of their own, beyond their smaller numbers of staff")
    if len(set(blueprint.roster.shift_start_s.tolist())) > 1:
        yield Message("that shifts differ in when they begin")
