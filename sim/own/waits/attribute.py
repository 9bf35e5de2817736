"""Attribute each wait of a case log to what ends it.

The wait before a step lasts from the end of the step before, of the same case, to the start of this
one, or to its end where no start is told: then it holds the work itself. What ends it is, in this
order:

1. **the citizen**, if this step is one of the citizen's that was waited for; one that was not
   (`sim.own.waits.unasked`) leaves the wait to whatever ends the next;
2. **the calendar**, if a machine does it, if it is one of a batch, or if the two steps are nearly
   always as far apart (`sim.own.waits.calendar`);
3. **the citizen**, if the step before asked the citizen for something. Whoever takes up the answer,
   the case could not go on before it came. How long the answer then lay is not in such a log, so it
   is not laid at anybody's door. Where a step of others stands between asking and the answer, the
   wait is told as the next step tells it;
4. **the same person**, if whoever of the staff had the case last takes it up again; machines and
   the citizen do not count as having it;
5. **another person**, if it is somebody else of the staff, or the first of them to have it;
6. **unknown**, if this step names nobody, or the one before of the staff did not.

Of several steps of a case at the same instant, the order in the file says nothing. The wait that
ends there is ended by whichever of them comes first in: the citizen, whoever had the case, another
person, somebody unnamed, a machine. The waits between them are 0 and keep the order of the file.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import UNKNOWN, UNKNOWN_US, CaseLog, Role
from sim.own.steps import NOBODY, find_first_steps, find_holders, find_machine_steps
from sim.own.waits.calendar import find_batches, find_periods
from sim.own.waits.unasked import find_unasked, hand_on
from sim.own.waits.waits import Ender

Enders = NDArray[np.int8]
NO_WAIT = -1
"""What ends the wait before the first step of a case: there is none."""
RANKED = (Ender.CITIZEN, Ender.SAME, Ender.ANOTHER, Ender.UNKNOWN, Ender.CALENDAR)
"""Which of several steps at one instant ends the wait."""


class Attributed(NamedTuple):
    """The wait before each step, and what ends it; see `Waits`. Shape (steps,)."""

    ender: Enders
    wait_us: NDArray[np.int64]


def attribute_waits(log: CaseLog) -> Attributed:
    """Find how long each step was waited for, and what ended that wait."""
    is_first = find_first_steps(log)
    wait_us = _find_waits_us(log, is_first)
    ender = _judge_instants(log, find_holders(log), is_first)
    is_citizens = ender == Ender.CITIZEN
    ender = hand_on(ender, find_unasked(log, is_first), is_first)
    follows_ask = np.append(False, log.role[log.activity[:-1]] == Role.ASK)[: len(ender)]
    is_machines = ender == Ender.CALENDAR
    ender[follows_ask & ~is_machines] = Ender.CITIZEN
    ender[(find_periods(log, wait_us, is_first) | find_batches(log)) & ~is_citizens] = (
        Ender.CALENDAR
    )
    ender[is_first] = NO_WAIT
    return Attributed(ender, wait_us)


def _find_waits_us(log: CaseLog, is_first: NDArray[np.bool_]) -> NDArray[np.int64]:
    begins_us = np.where(log.start_us == UNKNOWN_US, log.end_us, log.start_us)
    before_us = np.append(0, log.end_us[:-1])[: len(begins_us)]
    return np.asarray(np.where(is_first, 0, np.maximum(begins_us - before_us, 0)))


def _judge_instants(log: CaseLog, holder: NDArray[np.int32], is_first: NDArray[np.bool_]) -> Enders:
    """Judge every step by who does it; the first of several at one instant, by all of them."""
    ender = _judge(log, holder)
    if not len(ender):
        return ender
    is_new = is_first | np.append(True, np.diff(log.end_us) > 0)
    starts = np.flatnonzero(is_new)
    held = np.repeat(holder[starts], np.diff(np.append(starts, len(ender))))
    rank_of = np.argsort(RANKED)
    ranks = rank_of[_judge(log, held)]
    ender[starts] = np.array(RANKED, np.int8)[np.minimum.reduceat(ranks, starts)]
    return ender


def _judge(log: CaseLog, holder: NDArray[np.int32]) -> Enders:
    """Judge steps by who does them and who had the case before."""
    person = log.person
    kinds = (
        (log.role[log.activity] == Role.CITIZEN, Ender.CITIZEN),
        (find_machine_steps(log), Ender.CALENDAR),
        (person == UNKNOWN, Ender.UNKNOWN),
        (holder == NOBODY, Ender.ANOTHER),
        (holder == UNKNOWN, Ender.UNKNOWN),
        (person == holder, Ender.SAME),
    )
    conditions, enders = zip(*kinds, strict=True)
    return np.select(conditions, [np.int8(e) for e in enders], np.int8(Ender.ANOTHER))
