"""Queues: classes in their order, first come first served in each; and who takes the next job."""

import numpy as np
import pytest
from scipy import stats

from sim.engines.reference.rules.queues import choose, enter, leave, release
from sim.eventlog import Job
from sim.random.keyed import key
from tests.unit.engines.reference.worlds import job, world_of


def test_calls_then_work_then_past_due() -> None:
    world = world_of("plain.targets.order=deadline")
    late, in_time, caller = world.cases
    late.dates.due_cal_s, in_time.dates.due_cal_s, caller.dates.due_cal_s = -1, 0, -1
    for task in (job(late), job(in_time), job(caller, Job.CALL)):
        enter(world, task)
    served = [leave(world, world.pools[0]).case for _ in range(3)]
    assert [case.citizen for case in served] == [2, 1, 0]


def test_without_deadlines_all_work_is_one_class() -> None:
    world = world_of()
    for case in world.cases:
        case.dates.due_cal_s = -case.citizen
        enter(world, job(case))
    assert [leave(world, world.pools[0]).case.citizen for _ in range(3)] == [0, 1, 2]


def test_re_entry_goes_to_the_back() -> None:
    world = world_of()
    for case in world.cases:
        enter(world, job(case))
    enter(world, leave(world, world.pools[0]))
    assert [leave(world, world.pools[0]).case.citizen for _ in range(3)] == [1, 2, 0]


def test_a_queue_knows_its_length_and_what_waits_in_it() -> None:
    world = world_of()
    pool = world.pools[0]
    for size_s, case in zip((100, 20, 3), world.cases, strict=True):
        enter(world, job(case, size_s=size_s))
    assert (pool.length, pool.waiting_s) == (3, 123)
    leave(world, pool)
    assert (pool.length, pool.waiting_s) == (2, 23)


def test_the_longest_acquainted_free_face_is_preferred() -> None:
    world = world_of("staff.total=4", "plain.centralisation.known_face=1")
    pool, case = world.pools[0], world.cases[0]
    case.staff.faces = {2: 0, 3: 1, 1: 2}  # met in this order; 2 is busy
    pool.free = [0, 1, 3]
    assert choose(world, pool, job(case)).place == 3
    assert pool.free == [0, 1]


def test_a_known_face_is_not_preferred_where_the_design_does_not() -> None:
    chosen = set()
    for number in range(50):
        world = world_of("staff.total=4")
        world.cases[0].staff.faces, world.cases[0].key = {3: 0}, key(number, 0)
        world.pools[0].free = [0, 1, 2, 3]
        chosen.add(choose(world, world.pools[0], job(world.cases[0])).place)
    assert chosen == {0, 1, 2, 3}


@pytest.mark.parametrize("known_face", [0, 1])
def test_among_unknown_faces_the_draw_is_uniform(known_face: int) -> None:
    world = world_of("staff.total=5", f"plain.centralisation.known_face={known_face}")
    counts = np.zeros(5, int)
    for number in range(5_000):
        world.pools[0].free, world.cases[0].key = [0, 1, 2, 3, 4], key(number, 0)
        counts[choose(world, world.pools[0], job(world.cases[0])).place] += 1
    assert stats.chisquare(counts).pvalue > 1e-5  # would fail once in 100 000 sets of keys


def test_who_is_free_again_takes_the_old_place() -> None:
    world = world_of("staff.total=3")
    world.pools[0].free = [0, 2]
    worker = world.workers[1]
    worker.in_hand, worker.until_s = job(world.cases[0]), 100
    release(world, worker)
    assert worker.in_hand is None
    assert world.pools[0].free == [0, 1, 2]


def test_who_finishes_after_the_shift_goes_home() -> None:
    world = world_of("staff.total=3")
    release(world, world.workers[1])  # whose shift ends at 0
    assert world.pools[0].free == []
