"""Work pressure: people first speed up, then they cut; what lasts erodes standards and health.

After Oliva & Sterman (2001): time per job falls with a power of pressure, down to a floor; the
standard that people hold follows what they do. Both designs obey the same loops.
"""

from sim.engines.reference.machine.staff import Pool, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.turnover import is_in_training
from sim.units import MILLION

HUNDREDTH_PPM = MILLION // 100


def feel_pressure(world: World) -> None:
    """Let each pool feel the work that waits for those on shift today."""
    on_shift = [0] * len(world.pools)
    for worker in world.workers:
        is_here = worker.until_s > worker.from_s
        on_shift[worker.pool] += is_here and not is_in_training(world, worker)
    for pool in world.pools:
        _feel(world, pool, on_shift[pool.place])
        pool.effort_s = pool.shift_s = 0
    count_shifts(world)


def count_shifts(world: World) -> None:
    """Count the seconds of today's shifts in each pool, which begins at 0."""
    for worker in world.workers:
        world.pools[worker.pool].shift_s += worker.until_s - worker.from_s


def _feel(world: World, pool: Pool, on_shift: int) -> None:
    pressure = world.blueprint.pressure
    capacity_s = max(on_shift, 1) * pressure.backlog_s
    hundredths = min(100 * pool.waiting_s // capacity_s, len(pressure.time_ppm) - 1)
    time_ppm = pressure.time_ppm[hundredths]
    pool.speed_ppm = max(time_ppm, pressure.speed_floor_ppm)
    pool.cut_ppm = time_ppm * MILLION // pool.speed_ppm
    _erode(world, pool)
    if pressure.absence_days:
        felt_ppm = max(hundredths, 100) * HUNDREDTH_PPM + _borne_ppm(world, pool)
        pool.lasting_ppm += _step(felt_ppm - pool.lasting_ppm, pressure.absence_days)


def _borne_ppm(world: World, pool: Pool) -> int:
    """Return what the last day's effort adds: 1, had all its shifts been worked at the limit."""
    limit_ppm = MILLION - world.blueprint.pressure.speed_floor_ppm
    return pool.effort_s * MILLION // max(pool.shift_s * limit_ppm // MILLION, 1)


def _erode(world: World, pool: Pool) -> None:
    pressure, gap_ppm = world.blueprint.pressure, pool.cut_ppm - pool.standard_ppm
    days = pressure.erosion_days if gap_ppm < 0 else pressure.recovery_days
    if days:
        pool.standard_ppm += _step(gap_ppm, days)


def _step(gap_ppm: int, days: int) -> int:
    """Return a day's part of a gap, away from 0, so that what is followed is reached in the end."""
    return -(-gap_ppm // days) if gap_ppm > 0 else gap_ppm // days


def absence_chance(world: World, worker: Worker) -> float:
    """Chance that a worker is absent today: more where pressure has lasted."""
    lasting = world.pools[worker.pool].lasting_ppm / MILLION
    return float(
        world.blueprint.roster.absence * (1 + world.blueprint.pressure.absence_gain * (lasting - 1))
    )
