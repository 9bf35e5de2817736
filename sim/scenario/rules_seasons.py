"""Rules about when more or less comes: weights of weekdays and months, shocks, and dispersion."""

from collections.abc import Iterator, Sequence

from sim.design import Quantity
from sim.errors import mismatch
from sim.message import Message
from sim.scenario.demand import Demand
from sim.scenario.keys import found, unknown
from sim.scenario.parse import Parts
from sim.scenario.schema import Shock

WEEKDAYS, MONTHS = 7, 12


def check_seasons(parts: Parts) -> Iterator[Message]:
    """Check that there is a weight for each weekday or month, and more than 0 for an open one."""
    open_on = int(parts.calendar.days_per_week.value) if parts.calendar else WEEKDAYS
    for name, demand in parts.demand.items():
        key = f"demand.{name}"
        yield from _check_weights(f"{key}.by_weekday", demand.by_weekday, WEEKDAYS, open_on)
        yield from _check_weights(f"{key}.by_month", demand.by_month, MONTHS, MONTHS)


def _check_weights(
    key: str, weights: Sequence[Quantity], count: int, counted: int
) -> Iterator[Message]:
    if weights and len(weights) != count:
        had = Message("{count} weights", count=len(weights))
        yield mismatch(key, had, Message("{count}, or none", count=count))
    elif weights and not any(weight.value for weight in weights[:counted]):
        yield mismatch(key, 0, Message("more than 0 for some open day"))


def check_dispersion(parts: Parts) -> Iterator[Message]:
    """Check that daily arrivals do not vary less than whole numbers of their mean have to."""
    for name, demand in parts.demand.items():
        least = least_dispersion(demand)
        if demand.dispersion.value < least:
            at_least = Message(
                "at least {least:.6g}, as whole numbers of a mean of {mean:.6g} have",
                least=least,
                mean=demand.arrivals_per_day.value,
            )
            yield mismatch(f"demand.{name}.dispersion", found(demand.dispersion.value), at_least)


def least_dispersion(demand: Demand) -> float:
    """Return the least variance over mean of whole numbers: two neighbours, mixed to the mean."""
    mean = demand.arrivals_per_day.value
    rest = mean - int(mean)
    return rest * (1 - rest) / mean if mean > 0 else 0.0


def check_shocks(parts: Parts) -> Iterator[Message]:
    """Check that a shock lasts whole days, and is about something that there is."""
    for nth, shock in enumerate(parts.shock):
        key = f"shock.{nth}"
        for name, least in (("from_day", 0), ("days", 1)):
            value = getattr(shock, name).value
            if value != int(value) or value < least:
                whole = Message("a whole number of at least {low:g}", low=least)
                yield mismatch(f"{key}.{name}", found(value), whole)
        yield from _check_about(key, shock, parts)


def _check_about(key: str, shock: Shock, parts: Parts) -> Iterator[Message]:
    if shock.what == "staff" and shock.factor.value > 1:
        had, share = found(shock.factor.value), Message("at most 1 where it is about staff")
        yield mismatch(f"{key}.factor", had, share)
    if shock.what == "staff" and shock.demand_type is not None:
        yield mismatch(
            f"{key}.demand_type", found(shock.demand_type), Message("none where it is about staff")
        )
    elif parts.whole and shock.demand_type not in {None, *parts.demand}:
        yield unknown(f"{key}.demand_type", str(shock.demand_type), parts.demand)
