"""One service in one continuous history: what waits and who is at work carry over.

A run to a later day has all that a run to an earlier one has, event for event, as long as the same
designs follow one another on the same days. So it is made anew to the end of each quarter. For the
same reason a run that grows beyond memory is not made to any later day: of that quarter, and of all
that comes after it, nothing is known.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from sim.blueprint import Blueprint
from sim.engines import get_engine
from sim.engines.request import GREW_TOO_LARGE, ReformDay, RunRequest, StopSign
from sim.errors import TooLargeError
from sim.experiment.cells import SERVICE_LUCK
from sim.ledger import Ledger
from sim.measures import Days, Reading, build_period_view, build_view
from sim.measures.registry import measure
from sim.opening_hours import build_calendar
from sim.population import Population, draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario
from sim.steering.ground import Ground
from sim.steering.stance import Stance
from sim.units import DAY_S

QUARTER_DAYS = 91
YEAR_DAYS = 364

Readings = dict[str, Reading]


class Plan(NamedTuple):
    """How a history is made, the same for all managers.

    Attributes
    ----------
    seed, replication
        Which luck.
    from_day
        Calendar day on which the first quarter begins.
    quarters
        How many there are: in the first nothing is tried.
    follow_up_days
        Calendar days that the run goes on after the year in which its outcome is measured.
    seen, outcome
        Measures taken of each quarter, and of those who come in the year after.
    engine
        Name of the engine.
    """

    seed: int
    replication: int
    from_day: int
    quarters: int
    follow_up_days: int
    seen: tuple[str, ...]
    outcome: tuple[str, ...]
    engine: str

    def starts(self, quarter: int) -> int:
        """Return the calendar day on which a quarter begins."""
        return self.from_day + quarter * QUARTER_DAYS

    @property
    def outcome_days(self) -> tuple[int, int]:
        """The days, up to and without the second, whose citizens tell what it has come to.

        They begin a quarter after the last decision, when most of what was in hand then is done.
        """
        begins = self.starts(self.quarters + 1)
        return begins, begins + YEAR_DAYS


class Service:
    """A service under way.

    Parameters
    ----------
    ground, stance
        What can be moved, and what it begins as.
    plan
        How the history is made.
    stop_sign
        Tells whether to stop.

    Attributes
    ----------
    stance
        What it is at present.
    grew
        Whether it has grown beyond memory.
    """

    def __init__(self, ground: Ground, stance: Stance, plan: Plan, stop_sign: StopSign) -> None:
        self.stance, self._ground, self._plan, self._stop_sign = stance, ground, plan, stop_sign
        self._first, self._quarter, self.grew = stance, 0, False
        self._reforms: list[ReformDay] = []
        last_day = plan.outcome_days[1] + plan.follow_up_days
        self._citizens = draw_citizens(ground.scenario, plan.seed, plan.replication, last_day)
        self._books = self._run(plan.from_day)

    def become(self, stance: Stance) -> None:
        """Change the service as the next quarter begins."""
        if stance != self.stance:
            day = self._plan.starts(self._quarter)
            self._reforms.append(ReformDay(day, self._build(stance)))
            self.stance = stance

    def live(self) -> Readings:
        """Let a quarter go by; return what its books tell: nothing if it grows beyond memory."""
        from_day, to_day = (self._plan.starts(self._quarter + nth) for nth in range(2))
        days = Days(from_day * DAY_S, to_day * DAY_S)
        before, self._books = self._books, self._run(to_day)
        self._quarter += 1
        if before is None or self._books is None:
            return _know_nothing(self._plan.seen)
        view = build_period_view(self._books, before, self._mixed, self._ground.name, days)
        return measure(view, self._plan.seen)

    def find_outcome(self) -> Readings:
        """Return what those live through who come in the year after; nothing if it grew."""
        from_day, to_day = self._plan.outcome_days
        ledger = self._run(to_day + self._plan.follow_up_days)
        if ledger is None:
            return _know_nothing(self._plan.outcome)
        view = build_view(ledger, self._mixed, self._ground.name, from_day, to_day)
        return measure(view, self._plan.outcome)

    @property
    def _mixed(self) -> Scenario:
        """The scenario that has the present design, under the name of the first."""
        mixed = self._ground.find_mix(self.stance)
        assert mixed is not None
        return mixed

    def _run(self, until_day: int) -> Ledger | None:
        """Run it from its start to a day; `None` if that, or an earlier day, is beyond memory."""
        if self.grew:
            return None
        try:
            return self._simulate(until_day)
        except TooLargeError:
            self.grew = True
            return None

    def _simulate(self, until_day: int) -> Ledger:
        calendar = build_calendar(self._ground.scenario)
        ends_s = calendar.open_days(until_day) * calendar.day_s
        request = RunRequest(
            self._build(self._first),
            _come_before(self._citizens, ends_s),
            key(self._plan.seed, self._plan.replication, SERVICE_LUCK),
            until_day,
            tuple(self._reforms),
        )
        engine = get_engine(self._plan.engine)
        (ledger,) = engine.simulate_batch([request], self._stop_sign)
        return ledger

    def _build(self, stance: Stance) -> Blueprint:
        blueprint = self._ground.build(stance)
        assert blueprint is not None
        return blueprint


def _know_nothing(names: Sequence[str]) -> Readings:
    return {name: Reading(None, GREW_TOO_LARGE) for name in names}


def _come_before(citizens: Population, ends_s: int) -> Population:
    """Return those who come before a time: they stand in the order in which they come."""
    come = slice(int(np.searchsorted(citizens.arrival_s, ends_s)))
    columns: list[Any] = [column[come] for column in citizens]
    return Population(*columns)
