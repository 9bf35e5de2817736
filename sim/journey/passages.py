"""What of the log moves cases from place to place, in the working hours of one week."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sim.eventlog import Cause, Event, EventLog, Job, Reason
from sim.experiment import Run
from sim.units import HOUR_S

ON_THE_CASE = (Job.INTAKE, Job.WORK, Job.DECIDE, Job.EXCEPTION)
LEAVES_WITH_CITIZEN = (Reason.ASK_BY_LETTER, Reason.ASK_IN_DIALOGUE, Reason.REFUSE)
ARRIVED, CITIZEN, CLOSED, MET, GIVEN_UP = -1, -2, -3, -4, -5
"""Places that are no pools, which have numbers from 0 on."""
GOES_TO = {
    Event.ARRIVE: ARRIVED,
    Event.RESUME: ARRIVED,
    Event.CLOSE: CLOSED,
    Event.MET: MET,
    Event.ABANDON: GIVEN_UP,
}


class Passage(NamedTuple):
    """A case comes to a place, or work on it begins or ends; or it brings failure demand."""

    hour: float
    """Working hours since the week began; 0 of what was before."""
    citizen: int
    place: int | None
    """Where the case is from then on; `None` of failure demand, for which it does not move."""
    is_worked_on: bool


def read_passages(run: Run, first_s: int, last_s: int, cases: list[int]) -> list[Passage]:
    """Read how some cases move in the week between two service times, in its order.

    Of what was before, the last is there, as if it were at the beginning.
    """
    log = run.log.rows(np.isin(run.log.citizen, cases) & (run.log.time_s < last_s))
    pools = _count_pools(run)
    stands: dict[int, Passage] = {}
    before: dict[int, Passage] = {}
    passages: list[Passage] = []
    for nth in range(len(log.time_s)):
        citizen, since_s = int(log.citizen[nth]), int(log.time_s[nth]) - first_s
        hour = round(max(since_s, 0) / HOUR_S, 3)
        if _is_failure(log, nth) and since_s >= 0:
            passages.append(Passage(hour, citizen, None, False))
        place = _find_place(log, nth, pools, stands.get(citizen))
        if place is None:
            continue
        stands[citizen] = Passage(hour, citizen, place, bool(log.kind[nth] == Event.START))
        if since_s >= 0:
            passages.append(stands[citizen])
        else:
            before[citizen] = stands[citizen]
    return _leave_out_passing([*before.values(), *passages])


def _leave_out_passing(passages: list[Passage]) -> list[Passage]:
    """Leave out where a case is only for a moment: it comes and goes in the same one."""
    last: dict[tuple[int, float], int] = {}
    for nth, passage in enumerate(passages):
        if passage.place is not None:
            last[passage.citizen, passage.hour] = nth
    kept = set(last.values())
    return [p for nth, p in enumerate(passages) if p.place is None or nth in kept]


def _is_failure(log: EventLog, nth: int) -> bool:
    return bool(log.kind[nth] == Event.CONTACT_IN and log.cause[nth] > Cause.VALUE)


def _find_place(log: EventLog, nth: int, pools: int, stands: Passage | None) -> int | None:
    """Return where a case is after a row of the log; `None` where the row says nothing of it."""
    kind, step = Event(log.kind[nth]), log.step[nth]
    is_queued = kind in (Event.ENTER, Event.START) and step in ON_THE_CASE
    if is_queued or kind == Event.LIE:
        return int(log.pool[nth]) % pools
    if kind == Event.FINISH and step in ON_THE_CASE and stands is not None:
        return stands.place
    if kind == Event.CONTACT_OUT and step in LEAVES_WITH_CITIZEN:
        return CITIZEN
    if kind == Event.HANG_UP and step in ON_THE_CASE:
        return CITIZEN
    return GOES_TO.get(kind)


def _count_pools(run: Run) -> int:
    """Count the pools of one team: those of other teams have the same names."""
    design = run.scenario.designs[run.design]
    return len(design.functions.pools) + (design.centralisation.front_office_staff.value > 0)


def list_places(passages: Sequence[Passage]) -> list[int]:
    """List the places in which cases are, in the order in which a case meets them."""
    found = {passage.place for passage in passages if passage.place is not None}
    pools = sorted(place for place in found if place > ARRIVED)
    others = [place for place in (CITIZEN, CLOSED, MET, GIVEN_UP) if place in found]
    return [*([ARRIVED] if ARRIVED in found else []), *pools, *others]
