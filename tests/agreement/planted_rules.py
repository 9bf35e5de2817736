"""Errors planted in the rules: each a slip that whoever writes an engine may make.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

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
    change,
    client,
    comeback,
    content,
    decide,
    effort,
    finish,
    jobs,
    pick_up,
    pressure,
    queues,
    reform,
    roster,
    stay,
    team,
    visit,
    window,
    work,
)
from sim.engines.reference.simulate import MODEL
from sim.engines.rules import Status
from sim.eventlog import NONE
from sim.random import Stream
from sim.units import DAY_S, MILLION

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


def window_ends_at_opening(patch: pytest.MonkeyPatch) -> None:
    """A window that reaches beyond closing, which goes on the next day."""

    def expect_window(world: World, task: Task) -> None:
        window_s = world.blueprint.citizens.window_s[task.case.type]
        if window_s >= 0:
            world.clock.at(world.clock.now_s + window_s, Moment.WINDOW, task)

    patch.setattr(client, "expect_window", expect_window)


def missed_with_the_wait_left_in_the_pool(patch: pytest.MonkeyPatch) -> None:
    """What a visit missed weighed in the pool's pressure for good."""
    withdraw = window.withdraw

    def withdrawn(world: World, task: Task) -> None:
        world.pools[task.pool].waiting_s += task.size_s
        withdraw(world, task)

    patch.setattr(window, "withdraw", withdrawn)


def missed_for_what_is_standing(patch: pytest.MonkeyPatch) -> None:
    """Only the standing particulars missed where nobody came."""
    patch.setattr(window, "count_particulars", lambda world, task: len(task.case.need.particulars))


def late_from_the_first_second(patch: pytest.MonkeyPatch) -> None:
    """What begins in the last second that counts as on time taken for late."""
    due_s = window.due_s
    patch.setattr(window, "due_s", lambda *about: due_s(*about) - 1)


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


def placed_in_the_last_of_equal_teams(patch: pytest.MonkeyPatch) -> None:
    """A new client placed in the last of the teams with the least to do."""
    patch.setattr(team, "min", lambda teams, key: min(reversed(teams), key=key), raising=False)


def placed_by_work_alone(patch: pytest.MonkeyPatch) -> None:
    """Teams compared by what they have to do, whoever is there to do it."""
    patch.setattr(team, "Fraction", lambda planned_s, staff: planned_s)


def placed_by_those_who_left(patch: pytest.MonkeyPatch) -> None:
    """Clients whose visits have ended counted among those of their team."""

    class Kept(dict[int, Case]):
        """From which nobody goes."""

        def __delitem__(self, citizen: int) -> None:
            """Keep whoever should go."""

    admit = client.admit

    def admitted(world: World, *about: Any) -> None:
        if not isinstance(world.clients, Kept):
            world.clients = Kept(world.clients)
        admit(world, *about)

    patch.setattr(arrive, "admit", admitted)


def lent_by_the_last(patch: pytest.MonkeyPatch) -> None:
    """The last of the teams that could lend somebody does."""
    patch.setattr(team, "range", lambda *bounds: list(range(*bounds))[::-1], raising=False)


def lent_on_the_way_home(patch: pytest.MonkeyPatch) -> None:
    """A job lent to whoever was free in the shift that ends."""
    lend = team.lend

    def lent(world: World, task: Task) -> None:
        roster_s, world.roster_s = world.roster_s, NONE
        lend(world, task)
        world.roster_s = roster_s

    patch.setattr(jobs, "lend", lent)


def preferred_though_forgotten(patch: pytest.MonkeyPatch) -> None:
    """A known face preferred who no longer knows the citizen."""
    patch.setattr(queues, "forgets", lambda *about: False)


def remembered_from_the_first_meeting(patch: pytest.MonkeyPatch) -> None:
    """What is remembered counted from the first meeting, not from the last."""

    def remember(world: World, case: Case, identity: int) -> None:
        case.staff.met.setdefault(identity, world.now_cal_s // DAY_S)

    patch.setattr(jobs, "remember", remember)


def forgotten_and_taken_over_from_nobody(patch: pytest.MonkeyPatch) -> None:
    """Nothing to read in where everybody who has known a case has forgotten it."""
    recall = jobs.recall

    def recalled(world: World, case: Case, identity: int) -> None:
        recall(world, case, identity)
        case.staff.is_read = bool(case.staff.readers)

    patch.setattr(jobs, "recall", recalled)


def read_again_with_the_same_luck(patch: pytest.MonkeyPatch) -> None:
    """What is read anew read as it was the first time."""
    for module in (change, work):
        patch.setattr(module, "last_met", lambda *about: 0)


def owned_by_who_has_forgotten(patch: pytest.MonkeyPatch) -> None:
    """A case taken up at once by the hand that had it last, and no longer knows it."""
    patch.setattr(pick_up, "forgets", lambda *about: False)


def changed_though_on_the_plan(patch: pytest.MonkeyPatch) -> None:
    """What has changed still on the plan as it was."""
    patch.setattr(change, "Status", SimpleNamespace(MISSING=Status.HELD))


def known_whatever_has_changed(patch: pytest.MonkeyPatch) -> None:
    """A familiar face up to date with what has changed since."""
    patch.setattr(
        visit, "is_up_to_date", lambda case, particular, identity: identity in case.staff.readers
    )


def up_to_date_from_the_next_day(patch: pytest.MonkeyPatch) -> None:
    """Who came on the day of a change not up to date on that day."""

    def is_up_to_date(case: Case, particular: int, identity: int) -> bool:
        is_familiar, changed = identity in case.staff.readers, case.need.changed
        return is_familiar and case.staff.met[identity] > changed.get(particular, NONE)

    patch.setattr(visit, "is_up_to_date", is_up_to_date)


def effort_of_the_old_pools(patch: pytest.MonkeyPatch) -> None:
    """What is borne on reform day measured by no shifts at all."""
    patch.setattr(reform, "count_shifts", lambda world: None)


def other_duties_for_all_at_once(patch: pytest.MonkeyPatch) -> None:
    """Other duties drawn for the day, not for each worker."""

    def is_here(world: World, worker: Worker) -> bool:
        share = world.blueprint.roster.share_of_time
        return share >= 1 or happens(share, world.luck, Stream.AT_SERVICE, world.open_day)

    patch.setattr(roster, "_is_here", is_here)


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


def owner_of_another_pool(patch: pytest.MonkeyPatch) -> None:
    """A case left with who had it last, wherever that one works."""

    def has_owner(world: World, case: Case) -> bool:
        known_face, about = world.blueprint.work.known_face, pick_up.key_of_work(case)
        return known_face > 0 and happens(known_face, case.key, Stream.PREFER, *about)

    patch.setattr(pick_up, "has_owner", has_owner)


def owner_by_another_draw(patch: pytest.MonkeyPatch) -> None:
    """Whether a case lies with its owner drawn once for all its rounds."""
    key_of_work = pick_up.key_of_work
    patch.setattr(pick_up, "key_of_work", lambda case: (*key_of_work(case)[:2], 0))


def held_work_taken_up_at_once(patch: pytest.MonkeyPatch) -> None:
    """Work that was held queued at its release, though it has to change hands."""
    patch.setattr(comeback, "take_up", attempt.queue_work)


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
        owner_of_another_pool,
        owner_by_another_draw,
        held_work_taken_up_at_once,
        away_a_day_longer,
        who_is_new_is_known,
        trained_at_once,
        all_shortfalls_alike,
        an_appeal_called_premature,
        window_ends_at_opening,
        missed_with_the_wait_left_in_the_pool,
        missed_for_what_is_standing,
        late_from_the_first_second,
        planned_for_good,
        lead_from_arrival,
        effort_past_due,
        other_duties_for_all_at_once,
        fetched_until_it_would_be_taken_up,
        placed_in_the_last_of_equal_teams,
        placed_by_work_alone,
        placed_by_those_who_left,
        lent_by_the_last,
        lent_on_the_way_home,
        preferred_though_forgotten,
        remembered_from_the_first_meeting,
        forgotten_and_taken_over_from_nobody,
        read_again_with_the_same_luck,
        owned_by_who_has_forgotten,
        changed_though_on_the_plan,
        known_whatever_has_changed,
        up_to_date_from_the_next_day,
    )
}
