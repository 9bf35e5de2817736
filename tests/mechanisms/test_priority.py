"""Who comes first waits less, and the others pay for it: a priority makes no hands.

The runs compared share citizens and luck, and the seed is fixed, so what is told is certain.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.eventlog import Event
from sim.scenario import Scenario
from sim.scenario import build_scenario as read_scenario
from sim.scenario.changes import make_changes
from tests.builders import KNOWN, build_raw, q
from tests.mechanisms.runs import Run, run

DAYS, COHORT_S = 84, 30 * 8 * 3_600
NEED = {**KNOWN, "variety": q(0), "chase_per_day": q(0), "own_error": q(0), "give_up": q(0)}
TYPES = {"known": NEED, "urgent": {**NEED}}
BUSY = ("demand.arrivals_per_day=28", "demand.dispersion=8", "absorbing.centralisation.teams=1")
FIRST = "demand.urgent.priority=1"


def two_types(*changes: str) -> Scenario:
    """Two demand types that differ in nothing but what is changed."""
    return read_scenario(make_changes(build_raw(demand=TYPES), (*BUSY, *changes)), "test")


def waits(*changes: str) -> list[NDArray[np.float64]]:
    """Hours of service until the need is met, of each type, of those who came in the first weeks.

    The design has one pool, and nothing comes back to it.
    """
    one = run(two_types(*changes), "absorbing", DAYS)
    came_s, met_s = (times_s(one, kind) for kind in (Event.ARRIVE, Event.MET))
    early = [c for c in met_s if came_s[c] < COHORT_S]
    types = one.population.demand_type
    return [
        np.array([(met_s[c] - came_s[c]) / 3_600 for c in early if types[c] == t]) for t in (0, 1)
    ]


def times_s(one: Run, kind: Event) -> dict[int, int]:
    """When what is of a kind happened to each citizen, in seconds of service time."""
    rows = one.log.of_kind(kind)
    return dict(zip(rows.citizen.tolist(), rows.time_s.tolist(), strict=True))


def test_who_comes_first_waits_less_and_the_others_longer() -> None:
    alike, first = waits(), waits(FIRST)
    assert first[1].mean() < 0.5 * alike[1].mean()
    assert first[0].mean() > 1.2 * alike[0].mean()


def test_all_together_wait_as_long_as_before() -> None:
    alike, first = waits(), waits(FIRST)
    assert [len(one) for one in first] == [len(one) for one in alike]
    assert np.concatenate(first).mean() == pytest.approx(np.concatenate(alike).mean(), rel=0.02)


def test_only_the_order_of_priorities_counts() -> None:
    low, high = waits(FIRST), waits("demand.urgent.priority=900", "demand.known.priority=7")
    assert [one.tolist() for one in low] == [one.tolist() for one in high]


def test_a_priority_of_all_is_none() -> None:
    alike, all_first = waits(), waits("demand.priority=3")
    assert [one.tolist() for one in alike] == [one.tolist() for one in all_first]
