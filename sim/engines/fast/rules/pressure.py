"""Work pressure: people first speed up, then they cut; what lasts erodes standards and health."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, pools_of, time_ppm_of, workers_of
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.rules.turnover import is_in_training
from sim.units import MILLION

HUNDREDTH_PPM = MILLION // 100


@inlined
def feel_pressure(world: Any) -> None:
    """Let each pool feel the work that waits for those on shift today."""
    design = design_of(world)
    for place in range(design.pools):
        pools_of(world)[place].on_shift = 0
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        is_here = worker.until_s > worker.from_s and not is_in_training(world, worker)
        pools_of(world)[worker.pool].on_shift += is_here
    for place in range(design.pools):
        pool = pools_of(world)[place]
        _feel(world, pool, design)
        pool.effort_s = pool.shift_s = 0
    count_shifts(world)


@inlined
def count_shifts(world: Any) -> None:
    """Count the seconds of today's shifts in each pool, which begins at 0."""
    design = design_of(world)
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        pools_of(world)[worker.pool].shift_s += worker.until_s - worker.from_s


@inlined
def _feel(world: Any, pool: Any, pressure: Any) -> None:
    capacity_s = max(pool.on_shift, 1) * pressure.backlog_s
    hundredths = min(100 * pool.waiting_s // capacity_s, pressure.pressures - 1)
    time_ppm = time_ppm_of(world)[world.blueprint, hundredths]
    pool.speed_ppm = max(time_ppm, pressure.speed_floor_ppm)
    pool.cut_ppm = time_ppm * MILLION // pool.speed_ppm
    _erode(pool, pressure)
    if pressure.absence_days:
        felt_ppm = max(hundredths, 100) * HUNDREDTH_PPM + _borne_ppm(pool, pressure)
        pool.lasting_ppm += _step(felt_ppm - pool.lasting_ppm, pressure.absence_days)


@inlined
def _borne_ppm(pool: Any, pressure: Any) -> int:
    """Return what the last day's effort adds: 1, had all its shifts been worked at the limit."""
    limit_ppm = MILLION - pressure.speed_floor_ppm
    return pool.effort_s * MILLION // max(pool.shift_s * limit_ppm // MILLION, 1)


@inlined
def _erode(pool: Any, pressure: Any) -> None:
    gap_ppm = pool.cut_ppm - pool.standard_ppm
    days = pressure.erosion_days if gap_ppm < 0 else pressure.recovery_days
    if days:
        pool.standard_ppm += _step(gap_ppm, days)


@inlined
def _step(gap_ppm: int, days: int) -> int:
    """Return a day's part of a gap, away from 0, so that what is followed is reached in the end."""
    return -(-gap_ppm // days) if gap_ppm > 0 else gap_ppm // days


@inlined
def absence_chance(world: Any, worker: Any) -> float:
    """Chance that a worker is absent today: more where pressure has lasted."""
    lasting = pools_of(world)[worker.pool].lasting_ppm / MILLION
    design = design_of(world)
    return float(design.absence * (1 + design.absence_gain * (lasting - 1)))
