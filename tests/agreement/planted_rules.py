"""Errors planted in the rules: each a slip that whoever writes an engine may make.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import (
    arrive,
    attempt,
    client,
    comeback,
    content,
    finish,
    jobs,
    pressure,
    stay,
    visit,
    work,
)
from sim.engines.rules import Status
from sim.eventlog import NONE
from sim.units import MILLION

Plant = Callable[[pytest.MonkeyPatch], None]


def erosion_rounded_down(patch: pytest.MonkeyPatch) -> None:
    """What is recovered of a standard rounded down, so that it is never whole again."""
    patch.setattr(pressure, "_step", lambda gap_ppm, days: gap_ppm // days)


def erosion_rounded_to_zero(patch: pytest.MonkeyPatch) -> None:
    """What is eroded or recovered rounded towards 0."""
    patch.setattr(pressure, "_step", lambda gap_ppm, days: int(gap_ppm / days))


def growth_without_rest(patch: pytest.MonkeyPatch) -> None:
    """What is less than a second of growth forgotten."""
    grow = attempt.grow

    def grown(world: World, case: Case, *about: int) -> None:
        case.need.grown_rest = 0
        grow(world, case, *about)

    for module in (arrive, client, comeback):
        patch.setattr(module, "grow", grown)


def remainder_to_the_last(patch: pytest.MonkeyPatch) -> None:
    """Of equal remainders the last one first."""
    split = attempt.split_whole
    patch.setattr(attempt, "split_whole", lambda total, parts: split(total, parts[::-1])[::-1])


def pace_rounded_up(patch: pytest.MonkeyPatch) -> None:
    """A millionth more than the working time of content."""
    pace = content.pace_ppm
    for module in (content, visit):
        patch.setattr(module, "pace_ppm", lambda world, task: pace(world, task) + 1)


def lost_seen_as_missing(patch: pytest.MonkeyPatch) -> None:
    """The cause of a return by whatever is absent, lost or never had."""
    patch.setattr(
        comeback, "cause_of_return", lambda case: min(case.need.particulars, default=3) + 2
    )


def notice_only_missing(patch: pytest.MonkeyPatch) -> None:
    """What was lost is not noticed."""
    patch.setattr(work, "NOT_ON_FILE", (Status.MISSING,))


def unmet_rounded_up(patch: pytest.MonkeyPatch) -> None:
    """What a visit left unmet rounded up."""

    def unmet_s(task: Task) -> int:
        done_s = task.need_s - task.undone_s
        return task.undone_s - -done_s * task.missed // max(task.particulars_count, 1)

    patch.setattr(client, "_unmet_s", unmet_s)


def cut_without_luck(patch: pytest.MonkeyPatch) -> None:
    """Pressure that takes seconds off every job, not half off some."""

    def allowed_s(world: World, task: Task, to_do_s: int) -> int:
        pool, cap_s = world.pools[task.pool], world.blueprint.work.cap_s
        limit_s = to_do_s if cap_s < 0 else min(to_do_s, cap_s)
        return min(limit_s, to_do_s * min(pool.cut_ppm, pool.standard_ppm) // MILLION)

    for module in (content, visit):
        patch.setattr(module, "allowed_s", allowed_s)


def gone_on_with_by_whoever(patch: pytest.MonkeyPatch) -> None:
    """What was laid aside gone on with as the day opens, whoever is absent."""

    def is_here_again(world: World, worker: Worker) -> bool:
        return world.clock.now_s == world.open_day * world.blueprint.calendar.day_s

    patch.setattr(stay, "_is_here_again", is_here_again)


def no_temp_comes_back(patch: pytest.MonkeyPatch) -> None:
    """What a temp laid aside left until somebody calls that temp again."""
    patch.setattr(
        stay,
        "_is_here_again",
        lambda world, worker: worker.from_s == world.clock.now_s < worker.until_s,
    )


def visits_laid_aside(patch: pytest.MonkeyPatch) -> None:
    """A visit broken off at closing like any other job."""
    patch.setattr(stay, "Job", SimpleNamespace(VISIT=NONE, EXTRA_VISIT=NONE))


def closing_read_as_opening(patch: pytest.MonkeyPatch) -> None:
    """What happens at closing dated to the next opening."""

    def now_cal_s(world: World) -> int:
        return world.blueprint.calendar.calendar_s(world.clock.now_s)

    patch.setattr(World, "now_cal_s", property(now_cal_s))


def taken_on_the_way_home(patch: pytest.MonkeyPatch) -> None:
    """Work given at the end of a shift to who was free in it."""
    dispatch = jobs.dispatch

    def dispatched(world: World, place: int) -> None:
        roster_s, world.roster_s = world.roster_s, NONE
        dispatch(world, place)
        world.roster_s = roster_s

    for module in (finish, jobs):
        patch.setattr(module, "dispatch", dispatched)


EROSION: dict[str, Plant] = {
    plant.__name__: plant for plant in (erosion_rounded_down, erosion_rounded_to_zero)
}
"""These move a standard by a millionth, which takes a service made for it to be seen."""
PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        growth_without_rest,
        remainder_to_the_last,
        pace_rounded_up,
        lost_seen_as_missing,
        notice_only_missing,
        unmet_rounded_up,
        cut_without_luck,
        gone_on_with_by_whoever,
        no_temp_comes_back,
        visits_laid_aside,
        closing_read_as_opening,
        taken_on_the_way_home,
    )
}
