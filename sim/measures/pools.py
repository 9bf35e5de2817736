"""How busy each pool is: the mean of all hides the one that everything waits for."""

from typing import NamedTuple

import numpy as np

from sim.blueprint import list_pools
from sim.eventlog import NONE
from sim.measures.counting import open_days
from sim.measures.view import View, once


class PoolLoad(NamedTuple):
    """How busy a pool is."""

    team: int
    """Which team's it is, from 0."""
    function: int
    """Which function's, from 0; `NONE` for a front office."""
    share: float
    """Busy time, of the time on shift."""

    @property
    def is_front(self) -> bool:
        """Whether it is a front office."""
        return self.function == NONE


@once
def pool_loads(view: View) -> tuple[PoolLoad, ...]:
    """List how busy the pools are in which somebody was on shift, in the order of their numbers."""
    places, shifts, busy = list_pools(view.design), view.shifts, view.ledger.busy
    from_day, to_day = open_days(view)
    present, worked = shifts.is_absent == 0, (busy.day >= from_day) & (busy.day < to_day)
    on_shift_s = np.bincount(shifts.pool[present], shifts.seconds[present], len(places))
    busy_s = np.bincount(busy.pool[worked], busy.seconds[worked], len(places))
    return tuple(
        PoolLoad(*place, float(worked_s / shift_s))
        for place, worked_s, shift_s in zip(places, busy_s, on_shift_s, strict=False)
        if shift_s > 0
    )
