"""The rules that join several keys of a scenario: one line of text wherever one is broken."""

from collections.abc import Callable, Iterator
from itertools import chain

from sim.design import CHANGED, OWN_SOURCES, Frozen, Quantity
from sim.errors import mismatch
from sim.message import Message
from sim.scenario import rules_names, rules_seasons, rules_staff
from sim.scenario.contents import quantities
from sim.scenario.demand import Demand
from sim.scenario.keys import found, nearest, within
from sim.scenario.parse import Parts
from sim.scenario.schema import Loops

ONLY_CASES = (
    "chase_per_day",
    "chase_tires",
    "give_up_waiting_days",
    "calls_back",
    "own_error",
    "appeals",
    "dishonest",
    "spell_days",
    "ready",
    "ready_days",
)
ONLY_VISITS = (
    "visits_per_day",
    "episode_days",
    "day_variety",
    "day_content_cv",
    "value_calls_per_month",
    "changes_per_month",
    "window_minutes",
    "on_time_minutes",
    "missed_call",
    "missed_extra_visit",
)
"""Quantities that only one kind of demand has a part for."""

LEAST_WAITS = {"patience_minutes": 0.1, "call_back_hours": 0.01, "give_up_waiting_days": 0.01}
"""How long citizens wait at the least: in fewer seconds they would come and go without an end."""


def find_problems(parts: Parts) -> list[str]:
    """Return one line for each rule that is broken, of those about the parts that could be read."""
    return list(chain.from_iterable(rule(parts) for rule in RULES))


def _check_demand(parts: Parts) -> Iterator[Message]:
    """Check that content is more than 0, priorities are whole, and visits recur."""
    for name, demand in parts.demand.items():
        yield from _check_content(f"demand.{name}", demand)
        yield from rules_staff.check_whole(f"demand.{name}.priority", demand.priority, 0)
        yield from _check_parts(f"demand.{name}", demand)
        yield from _check_patience(f"demand.{name}", demand)
        if demand.kind == "visits":
            yield from _check_visits(f"demand.{name}", demand)
    if any(demand.kind == "visits" for demand in parts.demand.values()):
        yield from _check_hours_of_visits(parts)


def _check_content(key: str, demand: Demand) -> Iterator[Message]:
    if demand.content_minutes.value <= 0:
        yield mismatch(f"{key}.content_minutes", 0, Message("more than 0"))


def _check_parts(key: str, demand: Demand) -> Iterator[Message]:
    """Check that nothing is asked for that the kind of demand has no part for."""
    for field in ONLY_CASES if demand.kind == "visits" else ONLY_VISITS:
        quantity: Quantity | None = getattr(demand, field)
        if quantity is not None and quantity.value != 0:
            none = Message('0 where kind is "{kind}"', kind=demand.kind)
            yield mismatch(f"{key}.{field}", found(quantity.value), none)


def _check_patience(key: str, demand: Demand) -> Iterator[Message]:
    """Check that nobody loses patience at once, and that who hangs up calls again later."""
    hangs_up = demand.patience_minutes.value > 0
    for field, least in LEAST_WAITS.items():
        value = getattr(demand, field).value
        if 0 < value < least:
            some = Message("0 or at least {least:g}", least=least)
            yield mismatch(f"{key}.{field}", found(value), some)
    if hangs_up and demand.call_back_hours.value == 0:
        positive = Message("more than 0 where callers hang up")
        yield mismatch(f"{key}.call_back_hours", 0, positive)
    for field in () if hangs_up else ("calls_back", "call_back_hours"):
        value = getattr(demand, field).value
        if value != 0:
            yield mismatch(f"{key}.{field}", found(value), Message("0 where nobody hangs up"))


def _check_visits(key: str, demand: Demand) -> Iterator[Message]:
    if demand.visits_per_day.value < 1:
        value = found(demand.visits_per_day.value)
        yield mismatch(f"{key}.visits_per_day", value, Message('at least 1 where kind is "visits"'))
    if demand.episode_days.value <= 0:
        yield mismatch(f"{key}.episode_days", 0, Message('more than 0 where kind is "visits"'))
    window, on_time = demand.window_minutes, demand.on_time_minutes
    if window is not None and on_time is not None and on_time.value > window.value:
        most = Message("at most {most:g} ({key})", most=window.value, key="window_minutes")
        yield mismatch(f"{key}.on_time_minutes", found(on_time.value), most)


def _check_hours_of_visits(parts: Parts) -> Iterator[Message]:
    """Check that the day has the hour before closing, in which no visit is due."""
    if parts.calendar is not None and parts.calendar.hours_per_day.value < 1:
        hours = found(parts.calendar.hours_per_day.value)
        least = Message("at least 1 where there are visits")
        yield mismatch("calendar.hours_per_day", hours, least)


def _check_loops(parts: Parts) -> Iterator[Message]:
    """Check that a loop that is on has the times and the floor that it needs."""
    if parts.loops is None:
        return
    for key, is_on, needed in _loop_needs(parts.loops):
        if is_on and needed <= 0:
            yield mismatch(f"loops.{key}", found(needed), Message("more than 0"))


def _loop_needs(loops: Loops) -> list[tuple[str, bool, float]]:
    """List what must be more than 0, and whether the loop that needs it is on."""
    return [
        ("pressure_days", True, loops.pressure_days.value),
        ("floor", loops.alpha.value > 0, loops.floor.value),
        ("absence_weeks", loops.absence_gain.value > 0, loops.absence_weeks.value),
        ("dip_days", loops.dip_slowdown.value > 0, loops.dip_days.value),
    ]


def _all_quantities(parts: Parts) -> list[tuple[str, Quantity]]:
    """List every quantity that could be read, with its dotted key."""
    return list(chain.from_iterable(quantities(part, key) for key, part in _tables(parts)))


def _tables(parts: Parts) -> Iterator[tuple[str, Frozen]]:
    names = ("service", "calendar", "staff", "costs", "loops")
    single = {name: getattr(parts, name) for name in names}
    yield from ((key, part) for key, part in single.items() if part is not None)
    yield from ((f"demand.{name}", demand) for name, demand in parts.demand.items())
    yield from ((f"shock.{nth}", shock) for nth, shock in enumerate(parts.shock))
    yield from ((f"designs.{name}", design) for name, design in parts.designs.items())


def _used_sources(parts: Parts) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield key, source and the general words allowed there."""
    for key, quantity in _all_quantities(parts):
        yield f"{key}.from", quantity.source, OWN_SOURCES
    for i, evidence in enumerate(parts.evidence):
        yield f"evidence.{i}.from", evidence.source, ()


def _check_sources(parts: Parts) -> Iterator[Message]:
    """Check that each source that is named exists."""
    if parts.sources is None:
        return
    for key, source, general in _used_sources(parts):
        known = [*parts.sources, *general]
        if source not in known:
            had, hint = found(source), nearest(source, known)
            yield Message("{key}: found the source {found}, {hint}", key=key, found=had, hint=hint)


def _check_unused(parts: Parts) -> Iterator[Message]:
    """Check that each source is named somewhere, and is no general word.

    Where values were changed, the sources they had may be left over.
    """
    used = {source for _, source, _ in _used_sources(parts)}
    for key in parts.sources or ():
        if key in OWN_SOURCES:
            yield mismatch(f"sources.{key}", Message("a general word"), Message("another key"))
        elif parts.whole and key not in used and CHANGED not in used:
            yield Message(
                'sources.{key}: not used, expected some quantity with from = "{key}"', key=key
            )


def _check_ranges(parts: Parts) -> Iterator[Message]:
    """Check that each value lies in its plausible range, which a change drops."""
    for key, quantity in _all_quantities(parts):
        low, high = quantity.plausible or (quantity.value, quantity.value)
        if low <= high and not low <= quantity.value <= high:
            yield mismatch(key, found(quantity.value), within(low, high))


def _check_targets(parts: Parts) -> Iterator[Message]:
    """Check that work is held for a time of its own or until a lead time, not both."""
    for name, design in parts.designs.items():
        hold_days = design.targets.hold_days.value
        if design.targets.lead_days is not None and hold_days > 0:
            key = f"designs.{name}.targets.hold_days"
            yield mismatch(key, found(hold_days), Message("0 where lead_days is set"))


RULES: tuple[Callable[[Parts], Iterator[Message]], ...] = (
    rules_names.check_names,
    rules_names.check_texts,
    rules_names.check_evidence,
    rules_staff.check_calendar,
    rules_staff.check_staff,
    rules_staff.check_shifts,
    rules_staff.check_functions,
    rules_staff.check_teams,
    _check_targets,
    _check_demand,
    rules_seasons.check_seasons,
    rules_seasons.check_dispersion,
    rules_seasons.check_shocks,
    _check_loops,
    _check_sources,
    _check_unused,
    _check_ranges,
)
"""All rules, in the order in which their problems are shown."""
