"""Errors planted in who is there, and what pressure does to them.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import (
    finish,
    jobs,
    pressure,
    reform,
    roster,
    stay,
)
from sim.eventlog import NONE
from sim.random import Stream

Plant = Callable[[pytest.MonkeyPatch], None]


def erosion_rounded_down(patch: pytest.MonkeyPatch) -> None:
    """What is recovered of a standard rounded down, so that it is never whole again."""
    patch.setattr(pressure, "_step", lambda gap_ppm, days: gap_ppm // days)


def erosion_rounded_to_zero(patch: pytest.MonkeyPatch) -> None:
    """What is eroded or recovered rounded towards 0."""
    patch.setattr(pressure, "_step", lambda gap_ppm, days: int(gap_ppm / days))


def let_go_with_a_job_in_hand(patch: pytest.MonkeyPatch) -> None:
    """Whoever is let go never back for the job in hand."""

    def is_employed(world: World, worker: Worker) -> bool:
        return worker.place < world.blueprint.roster.employed

    patch.setattr(roster, "is_employed", is_employed)


def taken_on_as_if_known(patch: pytest.MonkeyPatch) -> None:
    """Whoever is taken on by a reform the person who had left the place."""
    patch.setattr(reform, "take_on", lambda world, before: None)


def reformed_only_once(patch: pytest.MonkeyPatch) -> None:
    """No change of design after the first one."""
    expect_reform = reform.expect_reform

    def expect(world: World) -> None:
        if world.reforms == 0:
            expect_reform(world)

    patch.setattr(reform, "expect_reform", expect)


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


def other_duties_for_all_at_once(patch: pytest.MonkeyPatch) -> None:
    """Other duties drawn for the day, not for each worker."""

    def is_here(world: World, worker: Worker) -> bool:
        share = world.blueprint.roster.share_of_time
        return share >= 1 or happens(share, world.luck, Stream.AT_SERVICE, world.open_day)

    patch.setattr(roster, "_is_here", is_here)


def who_is_new_is_known(patch: pytest.MonkeyPatch) -> None:
    """The one who comes taken for the one who left."""
    draw_leaving = roster.draw_leaving

    def left(world: World, worker: Worker) -> None:
        identity = worker.identity
        draw_leaving(world, worker)
        worker.identity = identity

    patch.setattr(roster, "draw_leaving", left)


def trained_at_once(patch: pytest.MonkeyPatch) -> None:
    """Work given to who is still learning."""
    patch.setattr(roster, "is_in_training", lambda world, worker: False)


def learners_counted_as_hands(patch: pytest.MonkeyPatch) -> None:
    """Pressure felt as if those who learn could work."""
    patch.setattr(pressure, "is_in_training", lambda world, worker: False)


def away_a_day_longer(patch: pytest.MonkeyPatch) -> None:
    """Staff still away on the open day after a shock."""
    is_away = roster.is_away

    def away(world: World, worker: Worker) -> bool:
        world.open_day -= 1
        was_away = is_away(world, worker)
        world.open_day += 1
        return was_away or is_away(world, worker)

    patch.setattr(roster, "is_away", away)


EROSION: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (erosion_rounded_down, erosion_rounded_to_zero, learners_counted_as_hands)
}
"""These move a standard by little, which takes a service made for it to be seen."""

PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        let_go_with_a_job_in_hand,
        taken_on_as_if_known,
        reformed_only_once,
        gone_on_with_by_whoever,
        no_temp_comes_back,
        visits_laid_aside,
        closing_read_as_opening,
        taken_on_the_way_home,
        away_a_day_longer,
        who_is_new_is_known,
        trained_at_once,
        other_duties_for_all_at_once,
    )
}
