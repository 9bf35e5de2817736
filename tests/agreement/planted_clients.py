"""Errors planted in visits, teams and what staff know of a client.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import (
    arrive,
    change,
    client,
    jobs,
    pick_up,
    queues,
    team,
    visit,
    window,
    work,
)
from sim.engines.rules import Status
from sim.eventlog import NONE
from sim.units import DAY_S

Plant = Callable[[pytest.MonkeyPatch], None]


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


PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        window_ends_at_opening,
        missed_with_the_wait_left_in_the_pool,
        missed_for_what_is_standing,
        late_from_the_first_second,
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
