"""The manager: tries one change a quarter, looks at one figure, and keeps it or takes it back.

A climber in small steps who knows nothing of the service but a figure of the last quarter. That is
how whoever "sees which way to go" acts in a system too large to see through (Repenning & Sterman
2002, Administrative Science Quarterly 47, 265-295: people credit what they see soon and nearby).
The order of trials is drawn by lot and is the same for all managers of one replication; so are the
threshold, the citizens and their luck. Only the figure differs.

The figure is that of the weeks since the change, of all that was done in them (see
`sim.measures.period`); nobody sees further ahead. What was in hand at the change is in it too.

Of a quarter that grows beyond memory no figure is known, so what was tried in it is taken back.
"""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import numpy as np

from sim.engines.request import StopSign
from sim.random.keyed import key
from sim.steering.ground import Ground
from sim.steering.policy import Policy
from sim.steering.rules import Rule, Situation
from sim.steering.service import Plan, Readings, Service
from sim.steering.stance import Stance, Trial

THRESHOLD = 0.01
"""A change that makes the figure better by no more than this part is taken back."""
ORDER_LUCK = 998
"""Stands in a key where a citizen's has the demand type: the order in which changes are tried."""


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
    grew: bool = False
    """Whether it has grown beyond memory, so that it is not known what it has come to."""


def steer(
    ground: Ground, start: str, manager: Policy | Rule | None, plan: Plan, stop_sign: StopSign
) -> History:
    """Let a manager steer a service from one of its designs on.

    Parameters
    ----------
    ground, start
        The service, and the design that it begins with.
    manager
        The figure steered by, or the rule; nobody steers if it is `None`.
    plan
        How the history is made.
    stop_sign
        Tells whether to stop.

    Raises
    ------
    CancelledError
        If it is told to stop.
    """
    service = Service(ground, ground.begin(start), plan, stop_sign)
    quarters: list[Quarter] = []
    if isinstance(manager, Policy):
        quarters = list(_climb(service, ground, manager, plan))
    elif manager is not None:
        quarters = list(_follow(service, ground, manager, plan))
    outcome = service.find_outcome()
    return History(tuple(quarters), service.stance, outcome, service.grew)


def _climb(service: Service, ground: Ground, policy: Policy, plan: Plan) -> Iterator[Quarter]:
    """Try one change after the other; keep what makes the figure better."""
    kept, best = service.stance, service.live()
    yield Quarter(kept, None, False, best)
    trials = _list_trials(ground, plan)
    for _ in range(1, plan.quarters):
        trial, stance = _choose(ground, trials, kept)
        service.become(stance)
        seen = service.live()
        change = policy.find_change(best, seen)
        is_kept = change is not None and change < -THRESHOLD
        if is_kept:
            kept, best = stance, seen
        elif not policy.is_known(best):  # there was nothing to compare with
            best = seen
        yield Quarter(stance, trial.lever, is_kept, seen)
    service.become(kept)


def _follow(service: Service, ground: Ground, rule: Rule, plan: Plan) -> Iterator[Quarter]:
    """Do each quarter what a rule says of the one before, where it can be done."""
    first = seen = service.live()
    yield Quarter(service.stance, None, False, seen)
    for quarter in range(1, plan.quarters):
        move = rule.act(ground, Situation(quarter, service.stance, first, seen))
        tried = None
        stance = None if move is None else ground.move(service.stance, move)
        if move is not None and stance is not None:
            service.become(stance)
            tried = move.lever
        seen = service.live()
        yield Quarter(service.stance, tried, tried is not None, seen)


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
        stance = ground.move(kept, trial)
        if stance is not None:
            return trial, stance
    raise AssertionError("trials have no end")
