"""Errors planted in the calendar: what is closed, and to which day a night belongs.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable

import pytest

from sim.calendar import WEEK_DAYS, Calendar
from sim.engines.reference.machine.staff import Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import roster
from sim.units import DAY_S

Plant = Callable[[pytest.MonkeyPatch], None]


def holidays_taken_for_open(patch: pytest.MonkeyPatch) -> None:
    """What falls due on a holiday dated into it."""

    def is_open_day(calendar: Calendar, day: int) -> bool:
        return day % WEEK_DAYS < calendar.days_per_week

    patch.setattr(Calendar, "is_open_day", is_open_day)


def roster_without_holidays(patch: pytest.MonkeyPatch) -> None:
    """Days off counted by days on which the service opens, as if there were no holidays."""

    def is_rostered(world: World, worker: Worker) -> bool:
        week_days = world.blueprint.calendar.days_per_week
        return (world.open_day + worker.place) % week_days < world.blueprint.roster.days_on

    patch.setattr(roster, "_is_rostered", is_rostered)


def night_taken_for_the_next_morning(patch: pytest.MonkeyPatch) -> None:
    """What falls due after midnight put off until the service opens again."""
    service_s = Calendar.service_s

    def in_the_day(calendar: Calendar, calendar_s: int) -> int:
        within = calendar_s % DAY_S
        return service_s(calendar, calendar_s + max(calendar.opens_s - within, 0))

    patch.setattr(Calendar, "service_s", in_the_day)


PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        holidays_taken_for_open,
        roster_without_holidays,
        night_taken_for_the_next_morning,
    )
}
