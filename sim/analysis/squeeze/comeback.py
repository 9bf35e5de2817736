"""Does it come back? Staff are let go for a while, and then replaced: one continuous history."""

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import numpy as np

from sim.analysis.squeeze.levels import Squeezer
from sim.analysis.squeeze.squeeze import Comeback
from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.request import ReformDay, RunRequest, StopSign
from sim.errors import TooLargeError
from sim.experiment import Frame, RunSettings
from sim.experiment.cells import SERVICE_LUCK
from sim.experiment.executors import work_off
from sim.experiment.intervals import build_known_interval
from sim.measures import MEASURES, build_view
from sim.measures.registry import measure
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario

SQUEEZED_DAYS, AFTER_DAYS, LOOKED_DAYS = 182, 182, 182
"""Calendar days with fewer staff, with all of them again before one looks, and of the look."""
LOOKED_AT = ("end_to_end_days", "cost_per_citizen_helped", "failure_demand_share", "backlog")
NUMBER = float("nan")


class _Work(NamedTuple):
    """Both histories of one replication."""

    scenario: Scenario
    design: str
    squeezed: int
    settings: RunSettings
    frame: Frame
    replication: int


def find_comeback(squeezer: Squeezer, design: str, squeezed: int) -> Comeback | None:
    """Find what remains of half a year with fewer staff, half a year after they are all back.

    `None` where more happens than fits in memory.
    """
    scenario, settings, frame, workers, tell = squeezer
    works = (
        _Work(scenario, design, squeezed, settings, frame, nth) for nth in range(settings.count())
    )
    found: dict[int, list[list[float]]] = {}
    try:
        with closing(work_off(workers, _run_both, works)) as stream:
            for work, of_run in stream:
                found[work.replication] = of_run
                tell(0, None)
    except TooLargeError:
        return None
    values = np.array([found[nth] for nth in sorted(found)])
    return Comeback(
        squeezed=squeezed,
        for_days=SQUEEZED_DAYS,
        after_days=AFTER_DAYS,
        measures={
            name: build_known_interval(values[:, 1, nth] - values[:, 0, nth])
            for nth, name in enumerate(LOOKED_AT)
        },
        before={
            name: build_known_interval(values[:, 0, nth], MEASURES[name].unit.scale)
            for nth, name in enumerate(LOOKED_AT)
        },
    )


def _run_both(work: _Work, stop_sign: StopSign) -> list[list[float]]:
    """Return what is looked at where nobody is let go, and where some are for a while."""
    return list(_measure_both(work, stop_sign))


def _measure_both(work: _Work, stop_sign: StopSign) -> Iterator[list[float]]:
    scenario, design, seed = work.scenario, work.design, work.settings.seed
    begins = work.frame.warm_up_day + SQUEEZED_DAYS // 2
    back = begins + SQUEEZED_DAYS
    from_day, to_day = back + AFTER_DAYS, back + AFTER_DAYS + LOOKED_DAYS
    until = to_day + work.frame.follow_up_days
    today = scenario.count_staff(design)
    whole = build_blueprint(scenario, design)
    fewer = build_blueprint(scenario, design, staff=work.squeezed, places=today)
    citizens = draw_citizens(scenario, seed, work.replication, until)
    luck = key(seed, work.replication, SERVICE_LUCK)
    squeeze = (ReformDay(begins, fewer), ReformDay(back, whole))
    requests = [RunRequest(whole, citizens, luck, until, reforms) for reforms in ((), squeeze)]
    engine = get_engine(work.settings.engine)
    for ledger in engine.simulate_batch(requests, stop_sign):
        view = build_view(ledger, scenario, design, from_day, to_day)
        readings = measure(view, LOOKED_AT).values()
        yield [NUMBER if one.value is None else one.value for one in readings]
