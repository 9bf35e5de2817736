"""What has come, been met and been said so far: totals, from which measures are taken."""

from sim.blueprint import Blueprint
from sim.dynamics.expected import Coefficients
from sim.dynamics.twin.parts import Parts, add_up, number
from sim.dynamics.twin.places import ALL, list_places


def add_totals(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    """Add totals of what happens."""
    functions = range(1, blueprint.layout.functions + 1)
    places = [list_places(blueprint, of, a) for a in ALL]
    every = [stock for kinds in places for kind in kinds for stock in kind]
    every += [f"closing_{a}" for a in ALL]
    parts.say("open_cases", add_up(every), "cases", "cases that are open")
    everybody = "open_cases + given_up"
    parts.say("in_system", everybody, "cases", "with those who have given up and will come back")
    front = blueprint.layout.has_front
    letters = [f"answers_{f}_{a}" for f in functions for a in ALL]
    returns = [f"comes_back_{a}_{when}" for a in ALL if a > 1 for when in ("now", "later")]
    unheard = [f"calls_again_{a}_{when}" for a in ALL for when in ("now", "later") if front]
    if of.patience_days <= 0:
        unheard = []
    values = ["new_needs", f"new_needs * {number(of.ready)}"]
    asks = [
        f"done_waiting_{f}_{a} * {number(of.asks[a - 1, f - 1])}" for f in functions for a in ALL
    ]
    checks = [f"closes_{a} * {number(of.checks[a - 1])}" for a in ALL]
    _total(parts, "came", "new_needs", "citizens who came")
    _total(parts, "met", add_up([f"met_{a}" for a in ALL]), "needs met")
    lost = [f"lost_{a}" for a in ALL]
    if front and of.patience_days > 0:
        lost += [f"lost_unheard_{a}" for a in ALL]
    if of.turned:
        returns += ["turned_back_1_now", "turned_back_1_later"]
        lost.append(f"new_needs * {number(of.turned * (1 - of.turned_return))}")
        asks.append(f"new_needs * {number(of.turned)}")
    _total(parts, "lost", add_up(lost), "citizens who gave up for good")
    failure = [*letters, *returns, "resumes", *unheard, "chases"]
    _total(parts, "failure", add_up(failure), "failure demand, contacts")
    _total(parts, "chased", "chases", "calls to ask how it goes")
    own = f"new_needs * {number(of.own_error)}"
    _total(parts, "own", own, "contacts from citizens' own errors")
    _total(parts, "value", add_up(values), "value demand, contacts")
    _total(parts, "out", add_up([*asks, *checks]), "contacts that go out")
    pools = [*(["0"] if front else []), *(str(f) for f in functions)]
    busy = add_up([f"open * busy_{pool}" for pool in pools])
    _total(parts, "worked", busy, "days worked", unit="cases*day")
    parts.stock("total_open", "days that the service has been open", 0.0, "day")
    parts.flow("add_open", "open", None, "total_open", unit="dmnl")
    for pool in pools:
        parts.stock(f"used_{pool}", "days that the staff of a pool have been busy", 0.0, "day")
        parts.flow(
            f"add_used_{pool}", f"open * busy_share_{pool}", None, f"used_{pool}", unit="dmnl"
        )
    parts.stock("citizen_days", "days that citizens have waited or been helped", 0.0, "cases*day")
    parts.flow("citizens_wait", "in_system", None, "citizen_days", unit="cases")
    parts.stock("total_open_cases", "days that cases have been open", 0.0, "cases*day")
    parts.flow("cases_stay", "open_cases", None, "total_open_cases", unit="cases")


def _total(parts: Parts, name: str, formula: str, about: str, *, unit: str = "cases") -> None:
    parts.stock(f"total_{name}", about, 0.0, unit)
    rate = unit.removesuffix("*day") if unit.endswith("*day") else f"{unit}/day"
    parts.flow(f"add_{name}", formula, None, f"total_{name}", unit=rate)
