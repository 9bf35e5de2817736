"""Errors planted in how work is held, lies, and is hurried to its due date.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable

import pytest

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import (
    attempt,
    comeback,
    content,
    effort,
    finish,
    pick_up,
    reform,
)
from sim.engines.reference.simulate import MODEL
from sim.random import Stream
from sim.units import MILLION

Plant = Callable[[pytest.MonkeyPatch], None]


def planned_for_good(patch: pytest.MonkeyPatch) -> None:
    """The gain of held work taken in every job of an attempt, not in that which it was held for."""
    _finish = finish.finish

    def finished(world: World, task: Task) -> None:
        handling = task.case.handling
        is_planned = handling.is_planned
        _finish(world, task)
        handling.is_planned |= is_planned

    patch.setitem(MODEL.happens, Moment.FINISH, finished)


def lead_from_arrival(patch: pytest.MonkeyPatch) -> None:
    """Work held until a lead time before the end of a target that began with the arrival."""

    def held_s(world: World, case: Case) -> int:
        decision = world.blueprint.decision
        if decision.lead_s < 0:
            return decision.hold_s
        due_cal_s = case.dates.arrival_cal_s + decision.target_s
        return max(due_cal_s - decision.lead_s - world.now_cal_s, 0)

    patch.setattr(attempt, "held_s", held_s)


def effort_past_due(patch: pytest.MonkeyPatch) -> None:
    """An effort made for cases that are past due as well."""

    def is_near(world: World, case: Case) -> bool:
        return case.dates.due_cal_s - world.blueprint.decision.near_s <= world.now_cal_s

    patch.setattr(effort, "is_near", is_near)


def effort_beyond_the_limit(patch: pytest.MonkeyPatch) -> None:
    """An effort on top of what pressure has sped up already."""

    def hurry(world: World, task: Task, pace: int) -> int:
        saved_ppm = world.blueprint.decision.effort_ppm
        is_near = effort.is_near(world, task.case)
        return pace - pace * saved_ppm // MILLION if is_near else pace

    patch.setattr(content, "hurry", hurry)


def effort_for_nothing(patch: pytest.MonkeyPatch) -> None:
    """An effort that nobody bears."""
    patch.setattr(content, "bear", lambda world, task, saved_s: None)


def fetched_until_it_would_be_taken_up(patch: pytest.MonkeyPatch) -> None:
    """What is fetched fetched at any time until it would be taken up, past its due date too."""

    def fetched_s(world: World, case: Case, lies_until_s: int) -> int:
        due_cal_s = case.dates.due_cal_s
        case.dates.due_cal_s += world.blueprint.decision.near_s
        until_s = effort.fetched_s(world, case, lies_until_s)
        case.dates.due_cal_s = due_cal_s
        return until_s

    patch.setattr(pick_up, "fetched_s", fetched_s)


def effort_of_the_old_pools(patch: pytest.MonkeyPatch) -> None:
    """What is borne on reform day measured by no shifts at all."""
    patch.setattr(reform, "count_shifts", lambda world: None)


def owner_of_another_pool(patch: pytest.MonkeyPatch) -> None:
    """A case left with who had it last, wherever that one works."""

    def has_owner(world: World, case: Case) -> bool:
        known_face, about = world.blueprint.work.known_face, pick_up.key_of_work(case)
        return known_face > 0 and happens(known_face, case.key, Stream.PREFER, *about)

    patch.setattr(pick_up, "has_owner", has_owner)


def owner_who_is_away(patch: pytest.MonkeyPatch) -> None:
    """A case left with who had it last on days on which that one does not work."""
    has_owner = pick_up.has_owner

    def has_absent_owner(world: World, case: Case) -> bool:
        worker = world.workers[case.staff.last_hand % len(world.workers)]
        until_s = worker.until_s
        worker.until_s = max(until_s, worker.from_s + 1)
        is_owned = has_owner(world, case)
        worker.until_s = until_s
        return is_owned

    patch.setattr(pick_up, "has_owner", has_absent_owner)


def owner_by_another_draw(patch: pytest.MonkeyPatch) -> None:
    """Whether a case lies with its owner drawn once for all its rounds."""
    key_of_work = pick_up.key_of_work
    patch.setattr(pick_up, "key_of_work", lambda case: (*key_of_work(case)[:2], 0))


def held_work_taken_up_at_once(patch: pytest.MonkeyPatch) -> None:
    """Work that was held queued at its release, though it has to change hands."""
    patch.setattr(comeback, "take_up", attempt.queue_work)


EFFORT: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        effort_past_due,
        effort_beyond_the_limit,
        effort_for_nothing,
        effort_of_the_old_pools,
        fetched_until_it_would_be_taken_up,
    )
}
"""These take a service made for them to be seen: most cases nearly due, absence that answers."""

PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        owner_of_another_pool,
        owner_who_is_away,
        owner_by_another_draw,
        held_work_taken_up_at_once,
        planned_for_good,
        lead_from_arrival,
        effort_past_due,
        fetched_until_it_would_be_taken_up,
    )
}
