"""Each switch of the model moves what it should, the way it should: paired, on the same citizens.

The runs of a pair share citizens and luck, and the seed is fixed, so the sign is certain: a test
fails when a mechanism has changed, not by chance.
"""

import numpy as np
import pytest

from sim.design import CONDITIONS
from sim.eventlog import Event
from sim.scenario import Scenario
from tests.builders import build_scenario
from tests.mechanisms import switches_of_demand, switches_of_designs
from tests.mechanisms.runs import Run, measured, run
from tests.mechanisms.switches import Switch

SWITCHES = switches_of_designs.SWITCHES + switches_of_demand.SWITCHES
AMPLE = ("staff.total=40",)
DAYS, COHORT_DAYS = 49, 21


def play(switch: Switch, value: float | str) -> Run:
    """Run the design that a switch is about, or the functionalised one."""
    design = "absorbing" if switch.key.startswith("absorbing") else "functionalised"
    return run(scenario_of(*switch.given, f"{switch.key}={value}"), design, DAYS)


def scenario_of(*changes: str) -> Scenario:
    return build_scenario(*AMPLE, *changes)


def amount(one: Run, quantity: str | Event) -> float:
    """A measure of those who came in the first weeks, or how often an event is logged."""
    if isinstance(quantity, Event):
        return len(one.log.of_kind(quantity).kind)
    value = measured(one, COHORT_DAYS)[quantity]
    assert value is not None, quantity
    return value


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_a_switch_moves_what_it_should(switch: Switch) -> None:
    before, after = (
        amount(play(switch, v), switch.quantity) for v in (switch.before, switch.after)
    )
    assert (after - before) * switch.sign > 0, f"{before} -> {after}"


def test_every_condition_has_a_switch() -> None:
    tables = {switch.key.split(".")[1] for switch in SWITCHES if switch.key.count(".") == 2}
    assert {
        "purpose", "functions", "budget", "standards", "centralisation", "digital", "targets",
        "inspection", "outsourcing", "prevention",
    } <= tables  # fmt: skip


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_is_a_lever_between_two_designs(condition: str) -> None:
    mixed = run(scenario_of(f"functionalised.{condition}=absorbing"), "functionalised", 14)
    plain = run(scenario_of(), "functionalised", 14)
    assert not np.array_equal(mixed.log, plain.log)


def reformed(*changes: str, to: str = "functionalised") -> Run:
    return run(scenario_of(*changes), "functionalised", DAYS, reform_to=to, reform_day=14)


def failure_contacts_after_reform(one: Run) -> int:
    contacts = one.log.of_kind(Event.CONTACT_IN)
    reform_s = one.log.of_kind(Event.REFORM).time_s[0]
    return int(((contacts.cause > 0) & (contacts.time_s > reform_s)).sum())


def test_a_reform_turns_the_course_of_failure_demand() -> None:
    # The absorbing design loses less, whoever is already on the way.
    stays, changes = reformed(), reformed(to="absorbing")
    assert failure_contacts_after_reform(changes) < failure_contacts_after_reform(stays)


@pytest.mark.parametrize("key", ["dip_days", "dip_slowdown"])
def test_a_longer_or_deeper_dip_takes_more_work(key: str) -> None:
    shallow = {"dip_days": 5, "dip_slowdown": 0.2}
    deep = shallow | {key: shallow[key] * 3}
    minutes = [
        measured(reformed(*(f"loops.{name}={value}" for name, value in dip.items())))
        for dip in (shallow, deep)
    ]
    assert (minutes[0]["cost_value_work"] or 0) < (minutes[1]["cost_value_work"] or 0)
