"""Citizens who ask how it goes, and the calls that wait to be answered."""

from sim.blueprint import Blueprint
from sim.dynamics.expected import Coefficients, aside
from sim.dynamics.expected.elapsed import hold_days
from sim.dynamics.twin.parts import Parts, add_up, number
from sim.dynamics.twin.places import ALL, has_news, list_places, list_spans

TINY = "0.000001"
USUAL_DAYS = 28.0
LIES = ("lying", "certificate", "exception", "held")
"""How the stocks begin of cases that wait, and stand in no queue."""


def list_call_pools(blueprint: Blueprint) -> list[int]:
    """List the pools that answer calls: the front office (0), or the functions."""
    layout = blueprint.layout
    return [0] if layout.has_front else list(range(1, layout.functions + 1))


def add_asking(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    """Add who asks how it goes, and their calls."""
    parts.say("with_chasing", "1", about="whether citizens ask how it goes")
    for a in ALL:
        _add_attempt(parts, blueprint, of, a)
    _add_moves(parts, blueprint, of)
    _add_chases(parts, of)
    _add_calls(parts, blueprint, of)


def _answers(blueprint: Blueprint, calls: str) -> str:
    return f"done_{calls}" if blueprint.layout.has_front else f"rate_{calls} * {calls}"


def _list_at(blueprint: Blueprint, of: Coefficients, f: int, a: int) -> list[str]:
    """List the stocks of cases that are with a function, or held or set aside for it."""
    service, _, _ = list_places(blueprint, of, a)
    last = f == blueprint.layout.functions
    return [
        stock
        for stock in service
        if stock.endswith(f"_{f}_{a}")
        or (f == 1 and stock.startswith("held"))
        or (last and stock.startswith(("certificate", "exception", "deciding")))
    ]


def _add_attempt(parts: Parts, blueprint: Blueprint, of: Coefficients, a: int) -> None:
    """Add who still asks, of the cases of an attempt."""
    service, citizen, away = list_places(blueprint, of, a)
    away = [stock for stock in away if not stock.startswith(("away", "turned"))]
    lies = [stock for stock in service if stock.startswith(LIES)]
    parts.say(f"lies_{a}", add_up(lies), "cases", "cases that lie")
    queues = [stock for stock in service if stock not in lies]
    parts.say(f"queues_{a}", add_up(queues), "cases", "cases that wait for staff, or are in work")
    parts.say(f"with_citizen_{a}", add_up(citizen), "cases", "cases that wait for the citizen")
    of_attempt = [f"queues_{a}", f"lies_{a}", f"with_citizen_{a}", f"closing_{a}", *away]
    parts.say(f"in_attempt_{a}", add_up(of_attempt), "cases", "cases in this attempt")
    asking = parts.stock(f"asking_{a}", "citizens of this attempt who still ask")
    parts.say(f"asking_share_{a}", f"{asking} / max(in_attempt_{a}, {TINY})")
    begins = ["needs"] if a == 1 else [f"comes_back_{a}_now", f"comes_back_{a}_later"]
    begins += ["turned_back_1_now", "turned_back_1_later"] if a == 1 and of.turned else []
    begins += ["resumes"] if a == 2 else []
    ends = [f"closes_{a}"]
    if blueprint.layout.has_front and of.patience_days > 0:
        ends += [f"leaves_unheard_{a}", f"lost_unheard_{a}"]
    parts.flow(f"begin_to_ask_{a}", add_up(begins), None, asking)
    _add_stay(parts, of, a, add_up(ends))
    tired = f"max(1 - longer_{a} * (1 - asking_share_{a}), 0)"
    parts.flow(f"stop_asking_{a}", f"({add_up(ends)}) * {tired}", asking, None)
    wants = parts.say(f"wants_{a}", f"(queues_{a} + lies_{a}) * asking_share_{a}", "cases")
    tires = number(of.tires)
    parts.flow(f"tire_{a}", f"chases * {tires} * {wants} / max(wants, {TINY})", asking, None)


def _add_stay(parts: Parts, of: Coefficients, a: int, ends: str) -> None:
    """Add how much longer those who leave have been in the attempt than those who are in it.

    As long where stays are exponential, and twice as long where all are alike: 2 / (1 + the
    variance of stays over the square of their mean).
    """
    days = parts.let("usual_days", USUAL_DAYS, "day")
    for name, formula, unit in (
        (f"usual_cases_{a}", f"queues_{a} + lies_{a}", "cases"),
        (f"usual_ends_{a}", ends, "cases/day"),
    ):
        parts.stock(name, "mean of the last weeks", unit=unit)
        parts.flow(
            f"follow_{name}", f"({formula} - {name}) / {days}", None, name, unit=f"{unit}/day"
        )
    stay = f"usual_cases_{a} / max(usual_ends_{a}, {TINY})"
    parts.say(f"stay_{a}", f"max({stay}, 0.01)", "day", "days on the service in an attempt")
    variance = parts.let(f"stay_variance_{a}", of.stay_variance[a - 1], "day*day")
    parts.say(f"longer_{a}", f"2 / (1 + {variance} / (stay_{a} * stay_{a}))")


def _add_moves(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    """Add how fast cases move between lying, waiting for staff, and waiting for the citizen."""
    functions, news = range(1, blueprint.layout.functions + 1), has_news(of)
    both = [(f, a) for f in functions for a in ALL]
    waits = [f"{name}_{a}" for a in ALL for name, (_, days) in aside(of, a).items() if days > 0]
    laid = [f"laid_{name}_{f}_{a}" for f, a in both for name, _, _ in list_spans(blueprint, f)] + [
        f"to_{stock}" for stock in waits
    ]
    if of.exception_days > 0:
        laid += [f"later_{a}" for a in ALL if of.later_exception[a - 1] > 0]
    taken = [f"fetched_{f}_{a}" for f, a in both] + [f"after_{stock}" for stock in waits]
    if hold_days(blueprint):
        taken += [f"taken_up_{a}" for a in ALL]
    asked = [f"asks_{f}_{a}" for f, a in both] + (["parks"] if news else [])
    answered = [f"answers_{f}_{a}" for f, a in both] + (["news_now", "news"] if news else [])
    moves = (
        ("laid", laid, "queues"),
        ("taken", taken, "lies"),
        ("to_citizen", asked, "queues"),
        ("from_citizen", answered, "with_citizen"),
        ("to_end", [f"closes_{a}" for a in ALL], "queues"),
    )
    for kind in ("queues", "lies", "with_citizen", "asking", "wants", "in_attempt"):
        parts.say(kind, add_up([f"{kind}_{a}" for a in ALL]), "cases")
    for name, flows, source in moves:
        formula = f"min(({add_up(flows)}) / max({source}, {TINY}), 256)"
        parts.say(f"{name}_rate", formula, "1/day")


def _add_chases(parts: Parts, of: Coefficients) -> None:
    """Add the calls to ask: while it is open, and of those whose time came while it was not."""
    rate = parts.let("chases_per_day", of.chases_per_day, "1/day")
    parts.say("asking_share", f"asking / max(in_attempt, {TINY})")
    for kind in ("queues", "lies", "with_citizen"):
        due = parts.stock(f"due_{kind}", "citizens who ask on the next open day")
        free = parts.say(f"free_{kind}", f"max({kind} * asking_share - {due}, 0)", "cases")
        parts.flow(f"comes_due_{kind}", f"closed * {free} * {rate}", None, due)
        parts.flow(f"ask_{kind}", f"{due} * comes_due", due, None)
    for name, source, target in (
        ("laid", "queues", "lies"),
        ("taken", "lies", "queues"),
        ("to_citizen", "queues", "with_citizen"),
        ("from_citizen", "with_citizen", "queues"),
        ("to_end", "queues", None),
    ):
        to = None if target is None else f"due_{target}"
        parts.flow(f"due_{name}", f"due_{source} * {name}_rate", f"due_{source}", to)
    free = f"max(free_queues + free_lies - pending_calls, 0) * {rate}"
    parts.say(
        "chases",
        f"with_chasing * (open * {free} + ask_queues + ask_lies)",
        "cases/day",
        "calls to ask how it goes",
    )


def _add_calls(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    """Add calls that carry no work: asking, corrections, news of cases that do not wait for it."""
    pools = list_call_pools(blueprint)
    news = max(of.ready - (float(of.parked) if has_news(of) else 0.0), 0.0)
    other = f"new_needs * {number(of.own_error + news + of.turned)}"
    parts.say("other_calls", other, "cases/day", "corrections, and news not waited for")
    for pool in pools:
        calls = parts.stock(f"calls_{pool}", "calls that wait or are being answered")
        share = "1"
        if len(pools) > 1:
            here = add_up([name for a in ALL for name in _list_at(blueprint, of, pool, a)])
            share = f"({here}) / max(queues + lies, {TINY})"
        parts.say(f"call_share_{pool}", share)
        parts.flow(f"calls_in_{pool}", f"(chases + other_calls) * call_share_{pool}", None, calls)
        parts.flow(f"answered_{pool}", _answers(blueprint, calls), calls, None)
        if of.patience_days > 0:
            parts.flow(f"calls_hung_up_{pool}", f"call_hang_up_{pool} * {calls}", calls, None)
    parts.say("pending_calls", add_up([f"calls_{pool}" for pool in pools]), "cases")
