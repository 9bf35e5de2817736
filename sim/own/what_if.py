"""What if: other designs of one's own service, in every world that its data leave plausible."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import NamedTuple

import numpy as np

from sim.analysis.robustness import Robustness, find_robustness
from sim.own.build import AS_IT_IS
from sim.scenario import Scenario

WORLDS = 40
DAYS = "end_to_end_days"


class Range(NamedTuple):
    """A figure over worlds: a tenth lie below `low`, half below `middle`, a tenth above `high`."""

    low: float
    middle: float
    high: float


class WhatIf(NamedTuple):
    """What a design does to a service.

    Attributes
    ----------
    design
        Its name.
    before, after
        Mean days of a case, as it is and in the design, over the worlds in which neither is
        overwhelmed.
    robustness
        All that was found in the worlds.
    """

    design: str
    before: Range
    after: Range
    robustness: Robustness


def find_what_ifs(
    scenario: Scenario,
    *,
    worlds: int = WORLDS,
    seed: int = 1,
    executor: Executor | None = None,
    on_progress: Callable[[int, int | None], None] | None = None,
) -> tuple[WhatIf, ...]:
    """Find what each other design of a service would do, in all that its data leave plausible.

    Parameters
    ----------
    scenario
        The service, as `sim.own.build` builds it: nothing in it is fitted.

    Returns
    -------
    tuple
        Of each design of which half of the worlds or more can be told.

    Raises
    ------
    RunError
        If it cannot be run.
    """
    found = []
    others = [design for design in scenario.designs if design != AS_IT_IS]
    for nth, design in enumerate(others):
        robustness = find_robustness(
            scenario,
            (AS_IT_IS, design),
            worlds=worlds,
            seed=seed,
            executor=executor,
            on_progress=_tell_part(on_progress, nth, len(others)),
        )
        if _knows_days(robustness):
            before, after = (_find_range(robustness, first=first) for first in (True, False))
            found.append(WhatIf(design, before, after, robustness))
    return tuple(found)


def _tell_part(
    on_progress: Callable[[int, int | None], None] | None, nth: int, parts: int
) -> Callable[[int, int | None], None] | None:
    if on_progress is None:
        return None
    return lambda done, total: on_progress(nth * (total or 0) + done, parts * (total or 0))


def _list_days(robustness: Robustness, *, first: bool) -> list[float]:
    """List the mean days of worlds in which neither design is overwhelmed: of others none is."""
    calm = [world for world in robustness.tried if not any(world.overwhelmed)]
    measured = [world.first if first else world.second for world in calm]
    return [days for one in measured if (days := one[DAYS]) is not None]


def _knows_days(robustness: Robustness) -> bool:
    """Tell whether half of the worlds or more say how long a case takes in both designs."""
    known = min(len(_list_days(robustness, first=first)) for first in (True, False))
    return known * 2 >= robustness.worlds


def _find_range(robustness: Robustness, *, first: bool) -> Range:
    return Range(*map(float, np.percentile(_list_days(robustness, first=first), (10, 50, 90))))
