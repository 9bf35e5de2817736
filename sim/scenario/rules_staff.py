"""Rules about opening hours, staff and how it is divided."""

from collections.abc import Collection, Iterator, Sequence
from math import ceil, fsum

from sim.design import Design, Quantity
from sim.errors import mismatch
from sim.message import Message
from sim.scenario.keys import found
from sim.scenario.parse import Parts
from sim.scenario.schema import OpeningHours, Shift, Staff
from sim.units import ppm, split_whole

DAY_HOURS = 24
LEAST_HOURS, LEAST_SHIFT_HOURS = 0.02, 0.001
"""Hours of the shortest day and shift. Random services are simulated down to them on both engines;
far below there is no job of whole seconds."""
LEAST_SHARE = 0.01
"""Share of paid time that is worked on citizens at the least, for all cost is divided by it; and of
their days that staff are here."""
_ROUNDING = 1e-6


def check_calendar(parts: Parts) -> Iterator[Message]:
    """Check that it opens on whole days of a week, within a day, and for long enough."""
    if parts.calendar is None:
        return
    yield from check_whole("calendar.days_per_week", parts.calendar.days_per_week, 1, 7)
    hours, opens = parts.calendar.hours_per_day.value, parts.calendar.opens_hour.value
    if hours < LEAST_HOURS:
        least = Message("at least {least:g}", least=LEAST_HOURS)
        yield mismatch("calendar.hours_per_day", found(hours), least)
    if opens >= DAY_HOURS:
        before = Message("less than {most:g}", most=DAY_HOURS)
        yield mismatch("calendar.opens_hour", found(opens), before)
    yield from _check_call_hours(parts.calendar)


def _check_call_hours(calendar: OpeningHours) -> Iterator[Message]:
    """Check that each hour of the day has a weight, where there are any, and one is more than 0."""
    weights = [weight.value for weight in calendar.calls_by_hour]
    hours = ceil(calendar.hours_per_day.value)
    if weights and len(weights) < hours:
        had = Message.counted("one weight", "{n} weights", n=len(weights))
        wanted = Message.counted("one for its hour", "{n} or more, one for each hour", n=hours)
        yield mismatch("calendar.calls_by_hour", had, wanted)
    if weights and not any(weights[:hours]):
        yield mismatch("calendar.calls_by_hour", 0, Message("more than 0 for some hour"))


def check_staff(parts: Parts) -> Iterator[Message]:
    """Check that people and days are whole, and staff work on open days only."""
    if parts.staff is None:
        return
    yield from check_whole("staff.total", parts.staff.total, 1)
    yield from check_whole("staff.temps", parts.staff.temps, 0)
    most = parts.calendar.days_per_week.value if parts.calendar else 7
    yield from check_whole("staff.days_on_per_week", parts.staff.days_on_per_week, 1, most)
    for name, design in parts.designs.items():
        if design.staff.total is not None:
            yield from check_whole(f"designs.{name}.staff.total", design.staff.total, 1)
    yield from _check_least("staff.target_utilisation", parts.staff.target_utilisation)
    yield from _check_least("staff.share_of_time", parts.staff.share_of_time)


def _check_least(key: str, share: Quantity) -> Iterator[Message]:
    if share.value < LEAST_SHARE:
        yield mismatch(key, found(share.value), Message("at least {least:g}", least=LEAST_SHARE))


def check_whole(
    key: str, quantity: Quantity, low: float, high: float = float("inf")
) -> Iterator[Message]:
    """Check that a quantity is a whole number, not below and not above."""
    value = quantity.value
    if value != int(value) or not low <= value <= high:
        between = Message("a whole number from {low:g} to {high:g}", low=low, high=high)
        at_least = Message("a whole number of at least {low:g}", low=low)
        yield mismatch(key, found(value), between if high < float("inf") else at_least)


def check_shifts(parts: Parts) -> Iterator[Message]:
    """Check that the shifts' shares add up to 1, and each lies within opening hours."""
    if parts.staff is None:
        return
    what = Message("{key}: the shares", key="staff.shifts")
    yield from _check_sum(what, [shift.share.value for shift in parts.staff.shifts])
    for i, shift in enumerate(parts.staff.shifts):
        yield from _check_shift(f"staff.shifts.{i}", shift, parts.calendar)


def _check_shift(key: str, shift: Shift, calendar: OpeningHours | None) -> Iterator[Message]:
    if shift.hours.value < LEAST_SHIFT_HOURS:
        least = Message("at least {low:g}", low=LEAST_SHIFT_HOURS)
        yield mismatch(f"{key}.hours", found(shift.hours.value), least)
    ends = shift.starts_hours.value + shift.hours.value
    if calendar and ends > calendar.hours_per_day.value + _ROUNDING:
        yield Message(
            "{key}: ends {ends:g} h after opening, expected at most {hours:g} h "
            "(calendar.hours_per_day)",
            key=key,
            ends=ends,
            hours=calendar.hours_per_day.value,
        )


def _check_sum(what: Message, shares: Sequence[float]) -> Iterator[Message]:
    if abs(fsum(shares) - 1) > _ROUNDING:
        yield Message("{what} add up to {sum:.6g}, expected 1", what=what, sum=fsum(shares))


def check_functions(parts: Parts) -> Iterator[Message]:
    """Check that the shares of content, and those of the staff, add up to 1."""
    for name, design in parts.designs.items():
        key = f"designs.{name}.functions.pools"
        pools = design.functions.pools
        of_content = Message("{key}: the shares of content", key=key)
        yield from _check_sum(of_content, [pool.share.value for pool in pools])
        front = f"designs.{name}.centralisation.front_office_staff"
        shares = [share for _, share in staff_shares(design)]
        of_staff = Message("{key}: the shares of staff, with {front},", key=key, front=front)
        yield from _check_sum(of_staff, shares)


def staff_shares(design: Design) -> list[tuple[str, float]]:
    """Return the share of the staff in each pool: the front office, if any, then the functions."""
    front = design.centralisation.front_office_staff.value
    functions = [(pool.name, pool.staff.value) for pool in design.functions.pools]
    return [(Message("the front office"), front), *functions] if front > 0 else functions


def check_teams(parts: Parts) -> Iterator[Message]:
    """Check that teams are whole."""
    for name, design in parts.designs.items():
        key = f"designs.{name}.centralisation.teams"
        yield from check_whole(key, design.centralisation.teams, 1)


def find_unmanned(parts: Parts, names: Collection[str] | None = None) -> list[str]:
    """Return a line for each pool without a worker in the smallest team of a design.

    Of the designs named, or of all: a number of staff may do for those that are to be run, and not
    for another.
    """
    designs = parts.designs if parts.staff else {}
    asked = designs if names is None else [name for name in designs if name in names]
    return [line for name in asked for line in _check_pools(name, designs[name], parts.staff)]


def _check_pools(name: str, design: Design, staff: Staff | None) -> Iterator[Message]:
    shares = [(pool, share, ppm(share)) for pool, share in staff_shares(design)]
    teams = int(design.centralisation.teams.value)
    if staff is None or teams < 1 or not any(millionths for *_, millionths in shares):
        return  # other rules have told so
    key, quantity = "staff.total", staff.total
    if design.staff.total is not None:
        key, quantity = f"designs.{name}.staff.total", design.staff.total
    total = int(quantity.value)
    workers = split_whole(total // teams, [millionths for *_, millionths in shares])
    for (pool, share, _), count in zip(shares, workers, strict=True):
        if count < 1:
            of = {"size": total // teams, "total": total, "teams": teams}
            told = {"key": key, "pool": pool, "share": share, **of}
            yield Message(
                "designs.{name}: {pool} has no worker in a team of {size} "
                "({key} {total}, teams {teams}, share {share:g}), expected at least 1",
                name=name,
                **told,
            )
