"""Pressure in figures: first speed, then cuts; standards erode; what lasts makes ill."""

import pytest

from sim.engines.reference.machine.staff import Pool
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.effort import hurry
from sim.engines.reference.rules.pressure import absence_chance, feel_pressure
from sim.units import MILLION
from tests.unit.engines.reference.worlds import job, world_of

DAY_S = 86_400
LOOPS = ("loops.pressure_days=1", "loops.alpha=1", "loops.floor=0.25", "loops.speed_limit=0.2")


def feel(days_waiting: float, *changes: str, on_shift: int = 1) -> tuple[World, Pool]:
    world = world_of(*LOOPS, *changes, f"staff.total={max(on_shift, 1)}")
    for worker in world.workers[:on_shift]:
        worker.until_s = DAY_S
    world.pools[0].waiting_s = round(days_waiting * DAY_S)
    feel_pressure(world)
    return world, world.pools[0]


@pytest.mark.parametrize(
    ("days", "speed_ppm", "cut_ppm"),
    [
        (0.5, MILLION, MILLION),  # below 1 there is no pressure
        (1.0, MILLION, MILLION),
        (1.25, 800_000, MILLION),  # 1 / 1.25: all of it by speed
        (2.0, 800_000, 625_000),  # 1 / 2 = 0.8 x 0.625
        (4.0, 800_000, 312_500),  # 1 / 4 = 0.8 x 0.3125
        (50.0, 800_000, 312_500),  # the floor
    ],
)
def test_speed_comes_first_and_cuts_do_the_rest(days: float, speed_ppm: int, cut_ppm: int) -> None:
    _, pool = feel(days)
    assert (pool.speed_ppm, pool.cut_ppm) == (speed_ppm, cut_ppm)


def test_pressure_is_shared_by_those_on_shift() -> None:
    assert feel(2.0, on_shift=2)[1].speed_ppm == MILLION
    assert feel(2.0, on_shift=1)[1].speed_ppm == 800_000


def test_with_nobody_there_pressure_is_as_for_one() -> None:
    assert feel(2.0, on_shift=0)[1].cut_ppm == 625_000


def test_without_the_loop_nothing_gives() -> None:
    _, pool = feel(50.0, "loops.alpha=0")
    assert (pool.speed_ppm, pool.cut_ppm) == (MILLION, MILLION)


def test_the_standard_follows_what_is_done() -> None:
    _, pool = feel(2.0, "loops.erosion_weeks=1")
    # a seventh of the way from 1 to 0.625, rounded down
    assert pool.standard_ppm == MILLION - 53_572


@pytest.mark.parametrize(("weeks", "standard_ppm"), [(0, 500_000), (1, 571_429)])
def test_it_recovers_slowly_or_not_at_all(weeks: int, standard_ppm: int) -> None:
    world, pool = feel(0.0, f"loops.recovery_weeks={weeks}")
    pool.standard_ppm = 500_000
    feel_pressure(world)
    assert pool.standard_ppm == standard_ppm


def test_a_standard_recovers_in_full() -> None:
    world, pool = feel(0.0, "loops.recovery_weeks=1")
    pool.standard_ppm = MILLION - 3
    for _ in range(3):
        feel_pressure(world)
    assert pool.standard_ppm == MILLION


def test_pressure_that_lasts_raises_absence() -> None:
    world, pool = feel(2.0, "loops.absence_weeks=1", "loops.absence_gain=0.5", "staff.absence=0.1")
    assert pool.lasting_ppm == MILLION + 142_858  # a seventh of the way to 2, rounded up
    assert absence_chance(world, world.workers[0]) == pytest.approx(0.1 * (1 + 0.5 / 7), abs=1e-6)


def test_absence_stays_as_it_was_without_pressure() -> None:
    world, _ = feel(0.5, "loops.absence_weeks=1", "loops.absence_gain=0.5", "staff.absence=0.1")
    assert absence_chance(world, world.workers[0]) == 0.1


@pytest.mark.parametrize(
    ("saved_s", "lasting_ppm"),
    [
        (0, MILLION),
        (DAY_S // 10, 1_500_000),  # half of the fifth of a day that could be saved
        (DAY_S // 5, 2 * MILLION),  # a day at the limit from morning to night
    ],
)
def test_effort_is_borne_like_pressure(saved_s: int, lasting_ppm: int) -> None:
    world, pool = feel(0.0, "loops.absence_weeks=0.142857", "loops.absence_gain=1")
    assert pool.shift_s == DAY_S
    pool.effort_s = saved_s
    feel_pressure(world)
    assert pool.lasting_ppm == lasting_ppm
    assert pool.effort_s == 0


def test_under_pressure_people_are_at_the_limit_already() -> None:
    world, pool = feel(1.1, "plain.targets.effort=1", "plain.targets.near_days=1")
    task = job(world.cases[0])
    assert pool.speed_ppm == 909_091
    world.cases[0].dates.due_cal_s = 1
    assert hurry(world, task, pool.speed_ppm) == 800_000
    world.pools[0].speed_ppm = 800_000
    assert hurry(world, task, 800_000) == 800_000
