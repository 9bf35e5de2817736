"""Rules about opening hours, staff and how it is divided."""

from collections.abc import Iterator, Sequence

from sim.design import Design, Quantity
from sim.scenario.keys import found
from sim.scenario.parse import Parts
from sim.scenario.schema import OpeningHours, Shift, Staff
from sim.units import ppm, split_whole

_ROUNDING = 1e-6


def check_calendar(parts: Parts) -> Iterator[str]:
    """Check that the opening hours fit a week and a day."""
    if parts.calendar is None:
        return
    yield from _check_whole("calendar.days_per_week", parts.calendar.days_per_week, 1, 7)
    hours, opens = parts.calendar.hours_per_day.value, parts.calendar.opens_hour.value
    if hours <= 0 or opens + hours > 24:
        yield (
            f"calendar.hours_per_day: found {found(hours)} from hour {found(opens)}, "
            "expected more than 0 and within one day of 24 h"
        )


def check_staff(parts: Parts) -> Iterator[str]:
    """Check that people and days are whole, and staff work on open days only."""
    if parts.staff is None:
        return
    yield from _check_whole("staff.total", parts.staff.total, 1)
    yield from _check_whole("staff.temps", parts.staff.temps, 0)
    most = parts.calendar.days_per_week.value if parts.calendar else 7
    yield from _check_whole("staff.days_on_per_week", parts.staff.days_on_per_week, 1, most)
    if parts.staff.target_utilisation.value <= 0:
        yield "staff.target_utilisation: found 0, expected more than 0"


def _check_whole(
    key: str, quantity: Quantity, low: float, high: float = float("inf")
) -> Iterator[str]:
    value = quantity.value
    if value != int(value) or not low <= value <= high:
        bounds = f"from {low:g} to {high:g}" if high < float("inf") else f"of at least {low:g}"
        yield f"{key}: found {found(value)}, expected a whole number {bounds}"


def check_shifts(parts: Parts) -> Iterator[str]:
    """Check that the shifts' shares add up to 1, and each lies within opening hours."""
    if parts.staff is None:
        return
    yield from _check_sum("staff.shifts: the shares", [s.share.value for s in parts.staff.shifts])
    for i, shift in enumerate(parts.staff.shifts):
        yield from _check_shift(f"staff.shifts.{i}", shift, parts.calendar)


def _check_shift(key: str, shift: Shift, calendar: OpeningHours | None) -> Iterator[str]:
    if shift.hours.value <= 0:
        yield f"{key}.hours: found 0, expected more than 0"
    ends = shift.starts_hours.value + shift.hours.value
    if calendar and ends > calendar.hours_per_day.value + _ROUNDING:
        open_hours = found(calendar.hours_per_day.value)
        yield f"{key}: ends {found(ends)} h after opening, expected at most {open_hours} h"


def _check_sum(what: str, shares: Sequence[float]) -> Iterator[str]:
    if abs(sum(shares) - 1) > _ROUNDING:
        yield f"{what} add up to {sum(shares):.6g}, expected 1"


def check_functions(parts: Parts) -> Iterator[str]:
    """Check that the shares of content, and those of the staff, add up to 1."""
    for name, design in parts.designs.items():
        key = f"designs.{name}.functions.pools"
        pools = design.functions.pools
        yield from _check_sum(f"{key}: the shares of content", [pool.share.value for pool in pools])
        front = f"designs.{name}.centralisation.front_office_staff"
        shares = [share for _, share in staff_shares(design)]
        yield from _check_sum(f"{key}: the shares of staff, with {front},", shares)


def staff_shares(design: Design) -> list[tuple[str, float]]:
    """Return the share of the staff in each pool: the front office, if any, then the functions."""
    front = design.centralisation.front_office_staff.value
    functions = [(pool.name, pool.staff.value) for pool in design.functions.pools]
    return [("the front office", front), *functions] if front > 0 else functions


def check_workers(parts: Parts) -> Iterator[str]:
    """Check that teams are whole, and the smallest has a worker in each of its pools."""
    for name, design in parts.designs.items():
        key = f"designs.{name}.centralisation.teams"
        not_whole = list(_check_whole(key, design.centralisation.teams, 1))
        yield from not_whole
        if parts.staff and not not_whole:
            yield from _check_pools(name, design, parts.staff)


def _check_pools(name: str, design: Design, staff: Staff) -> Iterator[str]:
    shares = staff_shares(design)
    teams, total = int(design.centralisation.teams.value), int(staff.total.value)
    if sum(share for _, share in shares) <= 0:
        return
    workers = split_whole(total // teams, [ppm(share) for _, share in shares])
    for (pool, share), count in zip(shares, workers, strict=True):
        if count < 1:
            yield (
                f"designs.{name}: {pool} has no worker in a team of {total // teams} "
                f"(staff.total {total}, teams {teams}, share {share:g}), expected at least 1"
            )
