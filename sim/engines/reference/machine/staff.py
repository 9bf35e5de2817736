"""Jobs, the staff who do them, and the pools where the one waits for the other."""

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from sim.blueprint import Blueprint
from sim.engines.reference.machine.case import Case
from sim.engines.rules import KEY_STEP, Outcome, Priority
from sim.eventlog import NONE, Activity, Cause, Event, Job
from sim.random.keyed import key
from sim.units import MILLION


class Who(NamedTuple):
    """Whom a row of the log is about: citizen, member of staff, pool and attempt."""

    citizen: int = NONE
    staff: int = NONE
    pool: int = NONE
    attempt: int = NONE


@dataclass(slots=True)
class Task:
    """A job: in a queue, or in a worker's hands."""

    kind: Job
    case: Case
    pool: int
    size_s: int
    """Content or time that waits with it, as a measure of pressure."""
    draw_key: tuple[int, int, int]
    """Its part of draw keys: attempt or day, kind and function or slot, round."""
    queue: int = NONE
    """The queue of its pool in which it waits; `NONE` if it does not."""
    entered_s: int = 0
    since_s: int = NONE
    """Since when it has been in hand without a break; `NONE` in a queue, and while it lies."""
    done_s: int = 0
    """Seconds worked before that."""
    is_value: bool = False
    is_chase: bool = False
    need_s: int = 0
    attempt: int = field(init=False)
    """The attempt that it belongs to, whatever the citizen does before it is finished."""
    worker: "Worker | None" = None
    staff: int = NONE
    """Identity of the worker when it began: that of who does it, whatever happens to contracts."""
    outcome: Outcome = Outcome.ANSWERED
    parts: list[tuple[Activity, int]] = field(default_factory=list)
    after: list[tuple[Event, int, int]] = field(default_factory=list)
    """Events to log when it is finished: kind, step, amount."""
    particulars_count: int = 0
    """Of a visit: the standing ones and those of the day."""
    missed: int = 0
    undone_s: int = 0
    cause: Cause = Cause.CAP
    """The most upstream loss of a visit."""

    def __post_init__(self) -> None:
        """Note the attempt that it is made for."""
        self.attempt = self.case.attempt

    @property
    def visit(self) -> tuple[int, int]:
        """Open day and slot of a visit."""
        return self.draw_key[0], self.draw_key[1] % KEY_STEP

    @property
    def who(self) -> Who:
        """Whom the log is told it is about."""
        return Who(self.case.citizen, self.staff, self.pool, self.attempt)

    @property
    def busy_s(self) -> int:
        """Return the seconds that it takes."""
        return sum(seconds for _, seconds in self.parts)

    def spend(self, activity: Activity, seconds: int) -> None:
        """Add time to the job."""
        if seconds > 0:
            self.parts.append((activity, seconds))

    def note(self, kind: Event, step: int, amount: int) -> None:
        """Note an event to log when the job is finished."""
        self.after.append((kind, step, amount))


@dataclass(slots=True)
class Worker:
    """A member of staff, or a temp."""

    place: int
    key: int
    pool: int
    is_contractor: bool = False
    identity: int = 0
    trained_day: int = 0
    """Open day from which on there is work for who is new."""
    from_s: int = 0
    until_s: int = 0
    in_hand: Task | None = None
    is_temp: bool = False
    covers: int = 0
    """Place of the member of staff whom a temp stands in for."""


@dataclass(slots=True)
class Pool:
    """Its queues, first served first, and the free workers who serve them, lowest place first."""

    place: int
    queues: list[deque[Task]]
    length: int = 0
    waiting_s: int = 0
    free: list[int] = field(default_factory=list)
    speed_ppm: int = MILLION
    cut_ppm: int = MILLION
    standard_ppm: int = MILLION
    lasting_ppm: int = MILLION
    effort_s: int = 0
    """Seconds saved today by effort near due dates."""
    shift_s: int = 0
    """Seconds of today's shifts."""


def build_workers(blueprint: Blueprint, luck: int) -> list[Worker]:
    """Return the staff, and behind them the temps."""
    layout = blueprint.layout
    own = [
        Worker(place, key(luck, 0, place), pool, bool(contractor), identity=place)
        for place, (pool, contractor) in enumerate(
            zip(layout.worker_pool, layout.outsourced, strict=True)
        )
    ]
    temps = range(len(own), len(own) + blueprint.roster.temps)
    return own + [Worker(p, key(luck, 0, p), 0, identity=p, is_temp=True) for p in temps]


def build_pools(blueprint: Blueprint) -> list[Pool]:
    """Return the pools of a design, empty."""
    queues = len(Priority) * blueprint.citizens.ranks
    return [
        Pool(place, [deque() for _ in range(queues)]) for place in range(blueprint.layout.pools)
    ]
