"""How large runs will be, estimated before one is made, and how large they may be.

Who will come is known beforehand, but for luck; how often each of them will call is not. So the
estimate counts citizens and visits, with what memory each took where it was measured, and engines
stop a run that grows far beyond it (`sim.engines.request.MOST_BYTES`).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sim.calendar import WEEK_DAYS
from sim.errors import TooLargeError
from sim.experiment.cells import FOLLOW_UP_DAYS
from sim.experiment.settings import RunSettings
from sim.experiment.stopping import list_stages
from sim.message import Message
from sim.opening_hours import build_calendar
from sim.population import VISITS
from sim.scenario import Demand, Scenario
from sim.seasons import factor_arrivals

CITIZEN_BYTES, VISIT_BYTES = 1_700, 230
"""Memory for each, with what is measured of it: from runs of 30 to 2,400 days of four services."""
MILLION = 1_000_000
MOST_RUN_BYTES = 800_000_000
"""Memory of a run: as many runs as there are cores are made at one time."""


class Size(NamedTuple):
    """How large some runs will be."""

    citizens: float
    """Citizens expected in each run, those of the follow-up period and of the start included."""
    visits: float
    """Visits expected in each run."""
    runs: int
    """How many runs there will be at the most."""

    @property
    def bytes_of_run(self) -> float:
        """Memory of one run, in bytes."""
        return self.citizens * CITIZEN_BYTES + self.visits * VISIT_BYTES


def estimate_size(scenario: Scenario, designs: Sequence[str], settings: RunSettings) -> Size:
    """Estimate how large the runs of some designs will be.

    Raises
    ------
    RunError
        If the scenario's own days are too few or too many.
    """
    given = settings.follow_up_days
    days = settings.days_of(scenario) + (FOLLOW_UP_DAYS if given is None else given)
    citizens, visits = expect(scenario, days)
    return Size(citizens, visits, len(designs) * list_stages(settings.replications)[-1])


def expect(scenario: Scenario, days: int) -> tuple[float, float]:
    """Return the citizens and the visits that are expected in so many calendar days."""
    calendar = build_calendar(scenario)
    open_days, open_share = calendar.open_days(days), calendar.open_days_per_week / WEEK_DAYS
    every = np.arange(open_days, dtype=np.int64)
    each = [
        _expect_of(demand, factor_arrivals(scenario, name, every).sum(), open_days, open_share)
        for name, demand in scenario.demand.items()
    ]
    return sum(citizens for citizens, _ in each), sum(visits for _, visits in each)


def _expect_of(
    demand: Demand, mean_days: float, open_days: int, open_share: float
) -> tuple[float, float]:
    """Return those of one demand type; there are as many clients at any time as at the start."""
    citizens = float(demand.arrivals_per_day.value * mean_days)
    if demand.kind != VISITS:
        return citizens, 0.0
    clients = demand.arrivals_per_day.value * demand.episode_days.value * open_share
    return citizens + clients, clients * demand.visits_per_day.value * open_days


def expect_bytes(scenario: Scenario, days: int) -> float:
    """Return the memory that a run of so many calendar days takes, follow-up period included."""
    return Size(*expect(scenario, days), runs=1).bytes_of_run


def fits(scenario: Scenario, days: int) -> bool:
    """Tell whether a run of so many calendar days takes no more memory than it may."""
    return expect_bytes(scenario, days) <= MOST_RUN_BYTES


def check_size(scenario: Scenario, days: int) -> None:
    """Check that a run of so many calendar days takes no more memory than it may.

    Raises
    ------
    TooLargeError
        If it does.
    """
    if fits(scenario, days):
        return
    raise TooLargeError(
        Message(
            "about {what} are expected in a run, more than fit in memory; ask for fewer days, or "
            "for fewer arrivals a day",
            what=_tell_expected(*expect(scenario, days)),
        )
    )


def _tell_expected(citizens: float, visits: float) -> Message:
    """Tell how many are expected, with the visits where there are any."""
    of_citizens = Message("{number} citizens", number=_tell_large(citizens))
    if not visits:
        return of_citizens
    of_visits = Message("{number} visits", number=_tell_large(visits))
    return Message("{citizens} and {visits}", citizens=of_citizens, visits=of_visits)


def _tell_large(number: float) -> Message:
    """Tell a number in thousands, or from a million on in millions with one decimal, rounded down.

    The decimal is a parameter of its own: languages write the sign before it differently.
    """
    if number < 1_000:
        return Message.verbatim(str(int(number)))
    if number < MILLION:
        return Message("{n} thousand", n=int(number / 1_000))
    whole, tenth = divmod(int(number / (MILLION / 10)), 10)
    return Message("{whole}.{tenth} million", whole=whole, tenth=tenth)
