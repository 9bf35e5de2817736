"""The manager: tries one change a quarter, looks at one figure, and keeps it or takes it back.

A climber in small steps who knows nothing of the service but a figure of the last quarter. That is
how whoever "sees which way to go" acts in a system too large to see through (Repenning & Sterman
2002, Administrative Science Quarterly 47, 265-295: people credit what they see soon and nearby).
The order of trials is drawn by lot and is the same for all managers of one replication; so are the
threshold, the citizens and their luck. Only the figure differs.

The figure is that of the weeks since the change, of all that was done in them (see
`sim.measures.period`); nobody sees further ahead. What was in hand at the change is in it too.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

import numpy as np

from sim.blueprint import Blueprint
from sim.engines import get_engine
from sim.engines.request import ReformDay, RunRequest, StopSign
from sim.experiment.cells import SERVICE_LUCK
from sim.ledger import Ledger
from sim.measures import Days, Reading, build_period_view, build_view
from sim.measures.registry import measure
from sim.opening_hours import build_calendar
from sim.population import Population, draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario
from sim.steering.ground import Ground, Stance, Trial
from sim.steering.policy import Policy
from sim.units import DAY_S

QUARTER_DAYS = 91
YEAR_DAYS = 364
THRESHOLD = 0.01
"""A change that makes the figure better by no more than this part is taken back."""
ORDER_LUCK = 998
"""Stands in a key where a citizen's has the demand type: the order in which changes are tried."""

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


class Quarter(NamedTuple):
    """A quarter as it was."""

    stance: Stance
    """What the service was in it."""
    tried: str | None
    """The lever that was moved at its beginning; `None` if none was."""
    is_kept: bool
    """Whether what was tried stays."""
    seen: Readings
    """What its books tell."""


class History(NamedTuple):
    """What a manager has made of a service."""

    quarters: tuple[Quarter, ...]
    end: Stance
    outcome: Readings


def steer(
    ground: Ground, start: str, policy: Policy | None, plan: Plan, stop_sign: StopSign
) -> History:
    """Let a manager steer a service from one of its designs on; nobody does if there is no policy.

    Parameters
    ----------
    ground, start
        The service, and the design that it begins with.
    policy
        What the manager looks at.
    plan
        How the history is made.
    stop_sign
        Tells whether to stop.

    Raises
    ------
    CancelledError
        If it is told to stop.
    """
    service = _Service(ground, ground.begin(start), plan, stop_sign)
    if policy is None:
        return History((), service.stance, service.find_outcome())
    quarters = [Quarter(service.stance, None, False, service.live())]
    kept, best = service.stance, quarters[0].seen
    trials = _list_trials(ground, plan)
    for _ in range(1, plan.quarters):
        trial, stance = _choose(ground, trials, kept)
        service.become(stance)
        seen = service.live()
        change = policy.find_change(best, seen)
        is_kept = change is not None and change < -THRESHOLD
        if is_kept:
            kept, best = stance, seen
        quarters.append(Quarter(stance, trial.lever, is_kept, seen))
    service.become(kept)
    return History(tuple(quarters), kept, service.find_outcome())


def _list_trials(ground: Ground, plan: Plan) -> Iterator[Trial]:
    """List changes without end: all of them, round after round, each time in another order."""
    trials = ground.list_trials()
    for turn in count():
        lots = [
            key(plan.seed, plan.replication, ORDER_LUCK, turn, nth) for nth in range(len(trials))
        ]
        yield from (trials[nth] for nth in np.argsort(lots))


def _choose(ground: Ground, trials: Iterator[Trial], kept: Stance) -> tuple[Trial, Stance]:
    """Return the next change that can be made: no pool may be left without anybody."""
    for trial in trials:
        stance = trial.move(kept)
        if ground.build(stance) is not None:
            return trial, stance
    raise AssertionError("trials have no end")


class _Service:
    """One service in one continuous history: what waits and who is at work carry over.

    A run to a later day has all that a run to an earlier one has, event for event, as long as the
    same designs follow one another on the same days. So it is made anew to the end of each quarter.
    """

    def __init__(self, ground: Ground, stance: Stance, plan: Plan, stop_sign: StopSign) -> None:
        self.stance, self._ground, self._plan, self._stop_sign = stance, ground, plan, stop_sign
        self._first, self._quarter = stance, 0
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
        """Let a quarter go by; return what its books tell."""
        from_day, to_day = (self._plan.starts(self._quarter + nth) for nth in range(2))
        days = Days(from_day * DAY_S, to_day * DAY_S)
        before, self._books = self._books, self._run(to_day)
        view = build_period_view(self._books, before, self._mixed, self._ground.name, days)
        self._quarter += 1
        return measure(view, self._plan.seen)

    def find_outcome(self) -> Readings:
        """Return what those live through who come in the year after."""
        from_day, to_day = self._plan.outcome_days
        ledger = self._run(to_day + self._plan.follow_up_days)
        view = build_view(ledger, self._mixed, self._ground.name, from_day, to_day)
        return measure(view, self._plan.outcome)

    @property
    def _mixed(self) -> Scenario:
        """The scenario that has the present design, under the name of the first."""
        mixed = self._ground.find_mix(self.stance.mix)
        assert mixed is not None
        return mixed

    def _run(self, until_day: int) -> Ledger:
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


def _come_before(citizens: Population, ends_s: int) -> Population:
    """Return those who come before a time: they stand in the order in which they come."""
    come = slice(int(np.searchsorted(citizens.arrival_s, ends_s)))
    columns: list[Any] = [column[come] for column in citizens]
    return Population(*columns)
