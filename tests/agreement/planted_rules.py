"""Errors planted in the rules: each a slip that whoever writes an engine may make.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable

import pytest

from sim.engines.order import Moment
from sim.engines.reference import simulate
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import (
    arrive,
    attempt,
    client,
    comeback,
    content,
    decide,
    finish,
    reform,
    route,
    visit,
    work,
)
from sim.engines.rules import MOST_SENT_BACK, Outcome, Status
from sim.random import Stream
from sim.units import MILLION

Plant = Callable[[pytest.MonkeyPatch], None]


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
        patch.setattr(module, "pace_ppm", lambda *about: pace(*about) + 1)


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


def all_shortfalls_alike(patch: pytest.MonkeyPatch) -> None:
    """An appeal against any shortfall as likely as against nothing granted."""
    appeals = decide.appeals
    patch.setattr(
        decide,
        "appeals",
        lambda world, case, granted: appeals(world, case, 0 if granted < MILLION else granted),
    )


def an_appeal_called_premature(patch: pytest.MonkeyPatch) -> None:
    """An appeal taken for a case closed unfinished, and nothing done again for it."""
    come_back = comeback.come_back

    def came_back(world: World, case: Case) -> None:
        case.handling.is_appealed = False
        come_back(world, case)

    patch.setitem(simulate.MODEL.happens, Moment.RETURN, came_back)


def sent_back_for_ever(patch: pytest.MonkeyPatch) -> None:
    """A case sent back once more than it may be."""
    patch.setattr(work, "MOST_SENT_BACK", MOST_SENT_BACK + 1)


def worked_again_when_sent_back(patch: pytest.MonkeyPatch) -> None:
    """What the cap or pressure left of content worked off when a case is sent back."""
    send_back = finish.send_back

    def sent_back(world: World, task: Task) -> None:
        task.case.handling.worked = 0
        send_back(world, task)

    patch.setitem(simulate.MODEL.follows, Outcome.SENT_BACK, sent_back)


def specialists_of_all_functions(patch: pytest.MonkeyPatch) -> None:
    """What is another function's worked off as fast as by its specialists."""

    def worked(world: World, task: Task, worker: Worker, after: int) -> None:
        for function in range(task.case.handling.function, after):
            work.work_content(world, task, worker, function, world.blueprint.work.pace_ppm)

    patch.setattr(work, "work_shares", worked)


def way_by_round(patch: pytest.MonkeyPatch) -> None:
    """Which functions a case goes past drawn anew whenever it comes back to the work."""

    def goes_past(world: World, case: Case, function: int) -> bool:
        chance, about = world.blueprint.work.goes_past, (case.attempt, function)
        drawn = happens(chance, case.key, Stream.GO_PAST, *about, case.handling.rounds)
        return function > 0 and drawn

    patch.setattr(route, "goes_past", goes_past)


def sent_back_to_whom_it_went_past(patch: pytest.MonkeyPatch) -> None:
    """A case sent back to the function before, though it had not come to it."""
    patch.setattr(finish, "come_to", lambda world, case, function: function)


def placed_where_it_goes_past(patch: pytest.MonkeyPatch) -> None:
    """A case placed by a reform in a function that it goes past."""
    patch.setattr(reform, "come_to", lambda world, case, function: function)


def pressed_by_its_own_share(patch: pytest.MonkeyPatch) -> None:
    """Of a case that waits only the share of its function felt, not of those that it goes past."""
    patch.setattr(attempt, "next_function", lambda world, case: case.handling.function + 1)


def experts_whom_it_went_past(patch: pytest.MonkeyPatch) -> None:
    """What the experts know to whom a case has not come taken for known."""
    patch.setattr(decide, "expertise", lambda world, case: world.blueprint.decision.expertise)


def expert_by_attempt(patch: pytest.MonkeyPatch) -> None:
    """Whether a particular needs an expert drawn anew at each attempt."""
    fitting = decide.fitting

    def drawn(world: World, case: Case, chance: float, particular: int) -> float:
        return fitting(world, case, chance, particular, case.attempt)

    patch.setattr(decide, "fitting", drawn)


def expert_for_all_of_the_day(patch: pytest.MonkeyPatch) -> None:
    """Whether particulars of the day need an expert drawn once for all days."""

    def drawn(world: World, case: Case, chance: float, particular: int, *_: int) -> float:
        return decide.fitting(world, case, chance, particular)

    patch.setattr(visit, "fitting", drawn)


def experts_of_all_functions_on_visits(patch: pytest.MonkeyPatch) -> None:
    """An expert of any function thought to be on the visit, which the first one makes."""
    fitting = decide.fitting

    def drawn(world: World, case: Case, chance: float, particular: int, *day: int) -> float:
        blueprint, decision = world.blueprint, world.blueprint.decision
        decision = decision._replace(visit_expertise=decision.expertise)
        world.blueprint = blueprint._replace(decision=decision)
        chance = fitting(world, case, chance, particular, *day)
        world.blueprint = blueprint
        return chance

    patch.setattr(visit, "fitting", drawn)


def exception_without_expertise(patch: pytest.MonkeyPatch) -> None:
    """An exception granted to what needs an expert as to anything else."""
    decide_exception = decide.decide_exception

    def decided(world: World, task: Task, worker: Worker) -> None:
        blueprint = world.blueprint
        decision = blueprint.decision._replace(expertise=1.0)
        world.blueprint = blueprint._replace(decision=decision)
        decide_exception(world, task, worker)
        world.blueprint = blueprint

    patch.setattr(work, "decide_exception", decided)


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
        all_shortfalls_alike,
        an_appeal_called_premature,
        sent_back_for_ever,
        worked_again_when_sent_back,
        specialists_of_all_functions,
        way_by_round,
        sent_back_to_whom_it_went_past,
        placed_where_it_goes_past,
        pressed_by_its_own_share,
        experts_whom_it_went_past,
        expert_by_attempt,
        expert_for_all_of_the_day,
        experts_of_all_functions_on_visits,
        exception_without_expertise,
    )
}
