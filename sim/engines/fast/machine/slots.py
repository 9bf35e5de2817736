"""Slots of cases, jobs, acquaintances and moments, used again when they are no longer needed.

A run of any length therefore holds no more than what is open at one time.
"""

from typing import Any

from sim.engines.fast.machine.arrays import cases_of, knowns_of, laters_of, recents_of, tasks_of
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.world import RECENTS
from sim.engines.rules import KEY_STEP
from sim.eventlog import NONE


def _slots(name: str, rows_of: Any) -> Any:
    """Return what takes a slot of that name: one given back, or else the next."""
    free, used = f"free_{name}", f"{name}s_used"

    @inlined
    def take(world: Any) -> int:
        place = int(world[free])
        if place == NONE:
            place = int(world[used])
            world[used] = place + 1
        else:
            world[free] = rows_of(world)[place].next
        return place

    return take


_take_case = _slots("case", cases_of)
_take_task = _slots("task", tasks_of)
_take_known = _slots("known", knowns_of)
take_later = _slots("later", laters_of)


@inlined
def take_case_slot(world: Any) -> Any:
    """Return a slot for a case; one that another case has given back remembers nobody."""
    is_new = world.free_case == NONE
    slot = _take_case(world)
    case = cases_of(world)[slot]
    case.slot = slot
    if is_new:
        for place in range(RECENTS):
            recents_of(world)[slot, place] = NONE
    return case


@inlined
def forget(world: Any, case: Any) -> None:
    """Give a case's slot back, if it is over and no moment or job of it is still to come."""
    if not case.is_over or case.pending > 0:
        return
    if case.first_known != NONE:
        _forget_known(world, case)
        knowns_of(world)[case.last_known].next = world.free_known
        world.free_known = case.first_known
    case.citizen = NONE
    case.next = world.free_case
    world.free_case = case.slot


@inlined
def _forget_known(world: Any, case: Any) -> None:
    """Let nobody be among those whom the slot's citizen has met last."""
    known = case.first_known
    while known != NONE:
        recents_of(world)[case.slot, knowns_of(world)[known].staff % RECENTS] = NONE
        known = knowns_of(world)[known].next


@compiled
def take_task(
    world: Any, kind: int, case: Any, pool: int, size_s: int, key_0: int, key_1: int, key_2: int
) -> Any:
    """Return a new job, and what is its part of draw keys."""
    place = _take_task(world)
    task = tasks_of(world)[place]
    task.place = place
    task.kind, task.case, task.citizen, task.attempt = kind, case.slot, case.citizen, case.attempt
    task.pool, task.size_s = pool, size_s
    task.draw_key_0, task.draw_key_1, task.draw_key_2 = key_0, key_1, key_2
    task.staff = NONE
    task.need_s = task.missed = task.undone_s = task.particulars_count = 0
    task.is_value = task.is_chase = task.has_window = task.is_done = False
    task.worker = task.queue = NONE
    task.parts_count = task.after_count = task.busy_s = task.done_s = 0
    task.since_s = NONE
    case.pending += 1
    return task


@inlined
def visit_of(task: Any) -> Any:
    """Return the open day and the slot of a visit."""
    return task.draw_key_0, task.draw_key_1 % KEY_STEP


@inlined
def give_back_task(world: Any, task: Any, case: Any) -> None:
    """Give a job's slot back; while its window is still to end, after that."""
    case.pending -= 1
    task.is_done = True
    if not task.has_window:
        free_task(world, task)


@inlined
def still_waits(world: Any, task: Any) -> bool:
    """Tell whether a job whose time runs out now still waits; one done gives its slot back."""
    task.has_window = False
    world.case = NONE
    if task.is_done:
        free_task(world, task)
        return False
    return task.queue != NONE


@inlined
def free_task(world: Any, task: Any) -> None:
    """Let another job take the slot of one that is done."""
    task.next = world.free_task
    world.free_task = task.place


@inlined
def meet(world: Any, case: Any, staff: int) -> Any:
    """Return the acquaintance of a citizen and a member of staff: new when they first meet."""
    recent = recents_of(world)[case.slot, staff % RECENTS]
    if recent != NONE and knowns_of(world)[recent].staff == staff:
        return knowns_of(world)[recent]
    place = NONE
    if recent != NONE:  # another one with the same remainder was met since
        place = _find_known(world, case, staff)
    if place == NONE:
        place = _get_to_know(world, case, staff)
    recents_of(world)[case.slot, staff % RECENTS] = place
    return knowns_of(world)[place]


@inlined
def _find_known(world: Any, case: Any, staff: int) -> int:
    """Return where a member of staff stands among those whom a citizen has met, or `NONE`."""
    place = case.first_known
    while place != NONE and knowns_of(world)[place].staff != staff:
        place = knowns_of(world)[place].next
    return place


@inlined
def _get_to_know(world: Any, case: Any, staff: int) -> int:
    """Let a member of staff stand last among those whom a citizen has met."""
    place = _take_known(world)
    if case.first_known == NONE:
        case.first_known = place
    else:
        knowns_of(world)[case.last_known].next = place
    case.last_known = place
    known = knowns_of(world)[place]
    known.staff, known.next, known.times = staff, NONE, 0
    known.is_reader = known.is_hand = False
    known.met_day = NONE
    return place
