"""What is accepted has one history and no odd figure, whichever engine tells it."""

import math
import random

import numpy as np

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.fast import simulate_batch_fast
from sim.engines.reference import simulate_reference
from sim.engines.request import ReformDay, RunRequest, build_stop_sign
from sim.errors import TooLargeError
from sim.eventlog import EventLog
from sim.experiment.size import check_size, expect
from sim.ledger import Ledger, build_ledger
from sim.measures import build_view, measure_all
from sim.population import draw_citizens
from sim.scenario import Scenario
from tests.agreement.difference import first_difference
from tests.agreement.test_ledger import differences
from tests.fuzz.limits import HangError, within
from tests.fuzz.loading import load

DAYS = (3, 5, 7, 10, 14)
MOST_EXPECTED = 3_000
"""Citizens and visits, beyond which the readable engine takes too long to be tried often."""
PATIENCE_S = 10.0
"""Of processor time for one design on the readable engine: it may be slow, that is no fault."""


def try_mutant(content: bytes, number: int) -> str:
    """Play what a file holds to both engines; return what became of it in a word."""
    scenario = load(content)
    if scenario is None:
        return "refused"
    luck = random.Random(number)
    days = luck.choice(DAYS)
    try:
        check_size(scenario, days)
        if sum(expect(scenario, days)) > MOST_EXPECTED:
            return "large"
        return _play_all(scenario, days, luck.randrange(2**64))
    except TooLargeError:
        return "too large"


def _play_all(scenario: Scenario, days: int, seed: int) -> str:
    """Play one design, and a reform from another to it."""
    population = draw_citizens(scenario, seed, 0, days)
    names = list(scenario.designs)[:2]
    first, last = (build_blueprint(scenario, name) for name in (names[0], names[-1]))
    reform = RunRequest(first, population, seed, days, (ReformDay(days // 2, last),))
    once = RunRequest(last, population, seed, days)
    try:
        with within(PATIENCE_S):
            logs = [simulate_reference(**asked._asdict()) for asked in (reform, once)]
    except HangError:
        return "slow"
    play(reform, logs[0])
    check_figures(scenario, names[-1], play(once, logs[1]), days)
    return "played"


def play(asked: RunRequest, expected: EventLog) -> Ledger:
    """Return the ledger of a run on which both engines agree: their logs, and their sums."""
    found = get_engine("fast").simulate(**asked._asdict())
    difference = first_difference(expected, found)
    assert difference is None, difference
    premiums_ppm = [blueprint.layout.premium_ppm for blueprint in asked.blueprints]
    fold = build_ledger(expected, asked.population, asked.blueprint.calendar, premiums_ppm)
    (ledger,) = simulate_batch_fast([asked], build_stop_sign())
    assert differences(fold, ledger) == []
    return ledger


def check_figures(scenario: Scenario, design: str, ledger: Ledger, days: int) -> None:
    """Check that each measure is a number within its bounds, or has a reason why it is none."""
    with np.errstate(all="raise", under="ignore"):
        view = build_view(ledger, scenario, design, 0, days)
        readings = measure_all(view)
    for name, reading in readings.items():
        assert (reading.value is None) == (reading.reason is not None), name
        assert reading.value is None or math.isfinite(reading.value), (name, reading.value)
