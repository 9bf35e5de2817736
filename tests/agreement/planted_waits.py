"""Errors planted in how calls and citizens wait: slips that whoever writes an engine may make.

Each changes the reference engine while it runs as the engine on trial.
"""

from collections.abc import Callable
from typing import Any

import pytest

from sim.calendar import Calendar
from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import (
    arrive,
    attempt,
    calling,
    client,
    comeback,
    queues,
    unanswered,
)
from sim.engines.reference.simulate import MODEL
from sim.random import Stream

Plant = Callable[[pytest.MonkeyPatch], None]


def calls_first_by_citizen(patch: pytest.MonkeyPatch) -> None:
    """Who is taken before all work drawn once for each citizen, not for each call."""
    goes_first = queues._goes_first

    def by_citizen(world: World, task: Task) -> bool:
        draw_key, task.draw_key = task.draw_key, (0, 0, 0)
        is_first = goes_first(world, task)
        task.draw_key = draw_key
        return is_first

    patch.setattr(queues, "_goes_first", by_citizen)


def called_as_it_opens(patch: pytest.MonkeyPatch) -> None:
    """What falls due in the night called about in the opening second."""
    look_up = calling.look_up

    def looked_up(table: Any, key: int, stream: Stream, *about: int) -> int:
        return 0 if stream == Stream.CALL_TIME else look_up(table, key, stream, *about)

    patch.setattr(calling, "look_up", looked_up)


def open_as_it_closes(patch: pytest.MonkeyPatch) -> None:
    """The closing second counted as open, so that what falls due in it is called about at once."""
    is_open = Calendar.is_open
    patch.setattr(
        Calendar,
        "is_open",
        lambda hours, time_s: is_open(hours, time_s) or is_open(hours, time_s - 1),
    )


def value_calls_at_the_visit(patch: pytest.MonkeyPatch) -> None:
    """A client's call about something new made as the visit is due, whatever the hours of calls."""
    patch.setattr(client, "_value_call_s", lambda world, case, day: world.clock.now_s)


def lines_open_at_night(patch: pytest.MonkeyPatch) -> None:
    """Patience that closing does not end."""

    def hold_line(world: World, task: Task) -> None:
        patience_s = world.blueprint.citizens.patience_s[task.case.type]
        if patience_s[-1] > 0:
            about = (task.case.key, Stream.PATIENCE, *task.draw_key)
            holds_s = max(calling.look_up(patience_s, *about), 1)
            world.clock.at(world.clock.now_s + holds_s, Moment.HANG_UP, task)

    for module in (attempt, comeback):
        patch.setattr(module, "hold_line", hold_line)


def lines_held_by_forms(patch: pytest.MonkeyPatch) -> None:
    """A first contact by form that hangs up as if it called."""
    for module in (arrive, client):
        patch.setattr(module, "reply", attempt.call)


def asks_no_more_who_hung_up(patch: pytest.MonkeyPatch) -> None:
    """A call hung up counted as still waiting, so that the citizen asks no more."""
    hang_up = MODEL.happens[Moment.HANG_UP]

    def hung_up(world: World, task: Task) -> None:
        is_calling = task.case.chase.is_calling
        hang_up(world, task)
        task.case.chase.is_calling = is_calling

    patch.setitem(MODEL.happens, Moment.HANG_UP, hung_up)


def calls_back_by_the_first_draw(patch: pytest.MonkeyPatch) -> None:
    """Whether one calls back drawn once for each citizen."""

    def drawn(chance: float, key: int, stream: Stream, *_: int) -> bool:
        return happens(chance, key, stream, 1)

    patch.setattr(unanswered, "happens", drawn)


def weighs_after_hanging_up(patch: pytest.MonkeyPatch) -> None:
    """The seconds of a call hung up left in what presses on the pool."""
    withdraw = unanswered.withdraw

    def withdrawn(world: World, task: Task) -> None:
        withdraw(world, task)
        world.pools[task.pool].waiting_s += task.size_s

    patch.setattr(unanswered, "withdraw", withdrawn)


def taken_up_after_giving_up(patch: pytest.MonkeyPatch) -> None:
    """A case that lay taken up as planned, though the citizen has given up waiting and is back."""
    released = MODEL.happens[Moment.RELEASE]

    def taken_up(world: World, case: Case) -> None:
        case.dates.release_s = min(case.dates.release_s, world.clock.now_s)
        released(world, case)

    patch.setitem(MODEL.happens, Moment.RELEASE, taken_up)


def waits_for_ever_once_in_hand(patch: pytest.MonkeyPatch) -> None:
    """Giving up waiting not thought of again after a moment at which the case was in hand."""
    patch.setattr(unanswered, "start_doubting", lambda world, case: None)


def tires_by_attempt(patch: pytest.MonkeyPatch) -> None:
    """Whether one asks no more drawn once for each attempt."""

    def tires(world: World, case: Case) -> bool:
        chance = world.blueprint.citizens.chase_tires[case.type]
        return happens(chance, case.key, Stream.CHASE_TIRES, case.attempt)

    patch.setattr(comeback, "_tires", tires)


def unanswered_seen_as_a_loss(patch: pytest.MonkeyPatch) -> None:
    """Who had no answer comes back for whatever else was lost."""
    cause_of_return = comeback.cause_of_return

    def cause(case: Case) -> int:
        case.handling.is_unanswered = False
        return cause_of_return(case)

    patch.setattr(comeback, "cause_of_return", cause)


PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        calls_first_by_citizen,
        called_as_it_opens,
        open_as_it_closes,
        value_calls_at_the_visit,
        lines_open_at_night,
        lines_held_by_forms,
        asks_no_more_who_hung_up,
        calls_back_by_the_first_draw,
        weighs_after_hanging_up,
        taken_up_after_giving_up,
        waits_for_ever_once_in_hand,
        tires_by_attempt,
        unanswered_seen_as_a_loss,
    )
}
