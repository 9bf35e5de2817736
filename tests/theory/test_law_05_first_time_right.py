"""Law 5: first-time-right, where nobody notices or checks and no standard time cuts anything.

A particular is met with chance capture × convey^h × absorb over h changes of face, each on its own.
Their number is Poisson, so all of them are met with chance exp(-variety × (1 - that chance)).
"""

from typing import NamedTuple

import numpy as np
import pytest
from scipy import stats

from sim.blueprint import build_blueprint
from sim.eventlog import Event
from sim.population import draw_citizens
from sim.random.keyed import key
from tests.theory.bench import SEED, batches, plain_design, plain_service
from tests.theory.judge import assert_law

CAPTURE, CONVEY, ABSORB, VARIETY = 0.9, 0.93, 0.94, 1.2
CAPTURE_DIALOGUE, OTHER_VARIETY = 0.7, 0.4
PER_DAY, DAYS, BATCHES = 1_000, 21, 80


class Way(NamedTuple):
    """What a case passes through."""

    functions: int
    has_front: bool
    changes: int
    """Changes of face."""


WAYS = {
    "one function": Way(1, False, 0),
    "two functions": Way(2, False, 1),
    "front office and one function": Way(1, True, 1),
    "front office and three functions": Way(3, True, 3),
}
JUDGED = [*WAYS, "two channels", "two demand types", "cases that go past functions"]


def right(variety, capture, changes):
    """The theory."""
    return np.exp(-variety * (1 - capture * CONVEY**changes * ABSORB))


def first_time_right(engine, way, *changes):
    """Share met at the first attempt, by batch; who is not then comes back much later."""
    scenario = plain_service(
        f"staff.total={way.functions + way.has_front}",
        f"demand.need.arrivals_per_day={PER_DAY}",
        "demand.need.content_minutes=0.1",
        f"demand.variety={VARIETY}",
        "demand.return_days=3660",
        f"plain.digital.capture_form={CAPTURE}",
        f"plain.functions.convey={CONVEY}",
        f"plain.standards.absorb={ABSORB}",
        *changes,
        plain=plain_design(way.functions, way.has_front),
    )
    people = draw_citizens(scenario, SEED, 0, DAYS)
    log = engine(build_blueprint(scenario, "plain"), people, key(SEED, 0), DAYS + 2)
    met = log.rows((log.kind == Event.MET) & (log.attempt == 1))
    return batches(np.isin(np.arange(len(people.key)), met.citizen), BATCHES)


@pytest.mark.parametrize("name", WAYS)
def test_it_falls_with_each_change_of_face(both_engines, name):
    way = WAYS[name]
    share = first_time_right(both_engines, way)
    assert_law(share, right(VARIETY, CAPTURE, way.changes))


def test_two_channels_give_their_mixture(both_engines):
    changes = ("plain.digital.form_share=0.6", f"plain.digital.capture_dialogue={CAPTURE_DIALOGUE}")
    share = first_time_right(both_engines, WAYS["two functions"], *changes)
    by_channel = [right(VARIETY, CAPTURE, 1), right(VARIETY, CAPTURE_DIALOGUE, 1)]
    assert_law(share, 0.6 * by_channel[0] + 0.4 * by_channel[1])


def test_two_demand_types_give_their_mixture(both_engines):
    changes = (
        f"demand.need.arrivals_per_day={PER_DAY * 0.6}",
        f"demand.other.arrivals_per_day={PER_DAY * 0.4}",
        "demand.other.content_minutes=0.1",
        f"demand.other.variety={OTHER_VARIETY}",
    )
    share = first_time_right(both_engines, WAYS["two functions"], *changes)
    by_type = [right(VARIETY, CAPTURE, 1), right(OTHER_VARIETY, CAPTURE, 1)]
    assert_law(share, 0.6 * by_type[0] + 0.4 * by_type[1])


def test_cases_that_go_past_functions_give_the_mixture_of_their_changes_of_face(both_engines):
    past = 0.4
    share = first_time_right(both_engines, Way(3, False, 2), f"plain.functions.goes_past={past}")
    by_changes = [right(VARIETY, CAPTURE, changes) for changes in range(3)]
    assert_law(share, np.dot(stats.binom.pmf(range(3), 2, 1 - past), by_changes))
