"""Staff: how busy they are, how fast they go under pressure, and what they leave undone."""

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected import Coefficients, aside
from sim.dynamics.twin.asking import TINY, list_call_pools
from sim.dynamics.twin.parts import DAYS, Parts, add_up, number
from sim.dynamics.twin.places import ALL
from sim.dynamics.twin.pressure import add_pressure
from sim.dynamics.twin.throughput import find_busy
from sim.units import DAY_S

CLOSED = 64.0
"""A day: how fast callers hang up who still wait at closing."""


def add_staff(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    """Add the staff of all pools."""
    for name, about in (
        ("with_speed", "whether people go faster under pressure"),
        ("with_cutting", "whether they cut"),
        ("with_erosion", "whether the standard they hold follows what they do"),
        ("with_absence", "whether lasting pressure makes absent"),
    ):
        parts.say(name, "1", about=about)
    front = blueprint.layout.has_front
    if front:
        _add_front(parts, blueprint, of)
    for f in range(1, blueprint.layout.functions + 1):
        add_pressure(parts, blueprint, f)
        _add_function(parts, blueprint, of, f)
    _add_spared(parts)
    for a in ALL:
        kept = " * ".join(
            f"(1 - min(2 * lacking_{f}, 1))" for f in range(1, blueprint.layout.functions + 1)
        )
        parts.say(f"cut_share_{a}", f"1 - {kept}", about="cases of which pressure has cut a job")


def _add_spared(parts: Parts) -> None:
    """Add content that was worked before a reform, and so is not to be worked any more."""
    spared = parts.stock("spared", "cases' worth of content done before a reform")
    parts.say("spared_share", f"{spared} / max(queues + lies, {TINY})")
    closes = add_up([f"closes_{a}" for a in ALL])
    parts.flow("use_up_spared", f"({closes}) * spared_share", spared, None)


def _find_busy(
    blueprint: Blueprint, of: Coefficients, place: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return how busy the staff of a pool of a team are, by how many jobs there are."""
    layout = blueprint.layout
    pools = layout.has_front + layout.functions
    placed = np.bincount(layout.worker_pool[: blueprint.roster.employed] % pools, minlength=pools)
    staff = max(round(float(placed[place]) / layout.teams), 1)
    present = min(max(float(of.staff[place]) / staff, 0.01), 1.0)
    return find_busy(staff, present, (1 + of.dispersion) / 2)


def _add_busy(parts: Parts, blueprint: Blueprint, of: Coefficients, place: int, jobs: str) -> None:
    """Add how many of a pool's staff are busy, by how many jobs there are."""
    teams, base = blueprint.layout.teams, max(float(of.staff[place]), 0.01)
    pool = str(place + 1 - blueprint.layout.has_front)
    x, y = _find_busy(blueprint, of, place)
    absence = blueprint.roster.absence
    more = number(absence * blueprint.pressure.absence_gain / max(1 - absence, 0.01))
    lasting = f"with_absence * (strain_{pool} - 1)" if pool != "0" else "0"
    own = parts.let(f"own_staff_{pool}", base * teams, "cases", "staff, a case in hand each")
    here = f"{own} * max(1 - {more} * {lasting}, 0.1)"
    parts.say(f"staff_{pool}", here, "cases", "staff at work")
    parts.say(f"jobs_{pool}", jobs, "cases", "jobs that wait or are in work")
    load = f"jobs_{pool} / staff_{pool}"
    parts.table(f"busy_share_{pool}", load, x, y, "dmnl")
    parts.say(f"busy_{pool}", f"staff_{pool} * busy_share_{pool}", "cases", "staff busy")


def _add_front(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    contacts = [f"first_contact_{a}" for a in ALL]
    _add_busy(parts, blueprint, of, 0, add_up([*contacts, "calls_0"]))
    days = {
        name: parts.let(f"contact_days_{a}", max(of.front_s[a - 1], 1.0) / DAY_S, DAYS)
        for a, name in enumerate(contacts, 1)
    }
    days["calls_0"] = parts.let("call_days", max(blueprint.intake.call_s, 1) / DAY_S, DAYS)
    _add_rates(parts, "0", days, "busy_0")
    if of.patience_days <= 0:
        return
    hangs_up = _let_hang_up(parts, of)
    waits = f"max(1 - busy_0 / max(jobs_0, {TINY}), 0)"
    rate = f"{waits} * {hangs_up}"
    parts.say("hang_up_rate", rate, "1/day", "how fast callers hang up")
    parts.say("call_hang_up_0", "hang_up_rate", "1/day")


def _add_rates(parts: Parts, pool: str, days: dict[str, str], busy: str) -> None:
    """Add how fast jobs of different length are done: all wait alike, and then take their time.

    Of `n` jobs with `b` in work the others wait ``(n - b) / b`` jobs' length; who waits and works
    for so long is done at the inverse of it, scaled so that as many are busy as there are.
    """
    jobs = add_up(list(days))
    work = add_up([f"{stock} * {length}" for stock, length in days.items()])
    mean = f"({work}) / max({jobs}, {TINY})"
    wait = f"max({jobs} - {busy}, 0) / max({busy}, {TINY}) * {mean}"
    parts.say(f"queue_days_{pool}", f"min({wait}, 1000)", "day", "wait for a worker")
    for stock, length in days.items():
        done = f"{stock} / (queue_days_{pool} + {length})"
        parts.say(f"pace_{stock}", done, "cases/day")
    used = add_up([f"pace_{stock} * {length}" for stock, length in days.items()])
    parts.say(f"scale_{pool}", f"open * {busy} / max({used}, {TINY})", "dmnl")
    for stock in days:
        most = f"min(pace_{stock} * scale_{pool}, {stock} * swift)"
        parts.say(f"done_{stock}", most, "cases/day")


def _add_function(parts: Parts, blueprint: Blueprint, of: Coefficients, f: int) -> None:
    """Add how fast a function works; calls go first where it takes them."""
    last = f == blueprint.layout.functions
    calls = f"calls_{f}" if f in list_call_pools(blueprint) else None
    deciding = [a for a in ALL if last and aside(of, a)]
    jobs = [f"waiting_{f}_{a}" for a in ALL] + [f"deciding_{a}" for a in deciding]
    place = f - 1 + blueprint.layout.has_front
    _add_busy(parts, blueprint, of, place, add_up([*jobs, *([calls] if calls else [])]))
    for a in ALL:
        content = parts.let(f"content_days_{f}_{a}", of.content_s[a - 1, f - 1] / DAY_S, DAYS)
        other = parts.let(f"other_days_{f}_{a}", max(of.other_s[a - 1, f - 1], 1.0) / DAY_S, DAYS)
        formula = f"{content} * (1 - spared_share) * speed_{f} * (1 - lacking_{f}) + {other}"
        parts.say(f"job_days_{f}_{a}", formula, "day", "time of a job")
    days = {f"waiting_{f}_{a}": f"job_days_{f}_{a}" for a in ALL}
    days |= {
        f"deciding_{a}": parts.let(
            f"deciding_days_{a}", max(of.deciding_s[a - 1], 1.0) / DAY_S, DAYS
        )
        for a in deciding
    }
    if calls is None:
        _add_rates(parts, str(f), days, f"busy_{f}")
        return
    _add_rates(parts, str(f), days, f"work_busy_{f}")
    per_staff = f"{calls} / staff_{f}"
    x, y = _find_busy(blueprint, of, place)
    parts.table(f"call_busy_share_{f}", per_staff, x, y, "dmnl")
    formula = f"min(staff_{f} * call_busy_share_{f}, busy_{f})"
    parts.say(f"call_busy_{f}", formula, "cases", "staff who answer calls")
    call_days = parts.let("call_days", max(blueprint.intake.call_s, 1) / DAY_S, DAYS)
    rate = f"open * call_busy_{f} / max({calls} * {call_days}, {TINY})"
    parts.say(f"rate_{calls}", rate, "1/day")
    parts.say(f"work_busy_{f}", f"busy_{f} - call_busy_{f}", "cases", "staff who work on cases")
    if of.patience_days > 0:
        waits = f"max(1 - call_busy_{f} / max({calls}, {TINY}), 0)"
        rate = f"{waits} * {_let_hang_up(parts, of)}"
        parts.say(f"call_hang_up_{f}", rate, "1/day")


def _let_hang_up(parts: Parts, of: Coefficients) -> str:
    """Return how fast callers hang up who wait: by their patience, and all of them at closing."""
    patience = parts.let("patience_days", of.patience_days, DAYS)
    closing = parts.let("hang_up_at_closing", CLOSED, "1/day")
    return f"where(0 < open, 1 / {patience}, {closing})"
