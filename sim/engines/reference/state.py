"""What changes while the service runs: cases, jobs, workers, pools, and the world of them all."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple

from sim.blueprint import Blueprint
from sim.engines.reference.clock import Clock
from sim.eventlog import NONE, Activity, Cause, Event, Job, Moment, Row, Waiting
from sim.units import MILLION

STEP = 1_000
"""Distance between the kinds of job in the draw of who takes one."""


class Who(NamedTuple):
    """Whom a row of the log is about: citizen, member of staff, pool and attempt."""

    citizen: int = NONE
    staff: int = NONE
    pool: int = NONE
    attempt: int = NONE


class Status(IntEnum):
    """Where a particular of a need stands."""

    MISSING = 0
    LOST = 1
    HELD = 2
    """On file, not yet answered."""
    MISFIT = 3
    """On file; the answer given did not fit."""
    ABSORBED = 4


class Outcome(IntEnum):
    """How a job ends, and so what follows."""

    FORWARDED = 0
    REFUSED = 1
    ASKED = 2
    PARKED = 3
    PASSED = 4
    CONTROLLED = 5
    EXCEPTED = 6
    DECIDED = 7
    CLOSED_EARLY = 8
    ANSWERED = 9
    VISITED = 10
    MOVED = 11
    """Passed on by a design that has been replaced meanwhile."""


@dataclass(slots=True)
class Case:
    """One citizen's need, as the service knows it."""

    citizen: int
    key: int
    type: int
    team: int
    content_s: int
    particulars: list[Status]
    arrival_cal_s: int
    is_form: bool = False
    attempt: int = 1
    round: int = 0
    function: int = 0
    fresh_s: list[int] = field(default_factory=list)
    """Content by function that nobody has worked yet."""
    again_s: list[int] = field(default_factory=list)
    """Content by function to be done again in this attempt."""
    waiting: Waiting = Waiting.NOTHING
    intake_s: int = 0
    """Time to take in a contact that the next worker finds with the case."""
    intake_is_value: bool = True
    faces: dict[int, int] = field(default_factory=dict)
    """Staff who have met the citizen, longest acquainted first."""
    readers: set[int] = field(default_factory=set)
    """Staff who know the case: they took it in, or worked on it."""
    hands: set[int] = field(default_factory=set)
    """Staff who have worked on the content."""
    clock_cal_s: int = 0
    due_cal_s: int = 0
    ready_s: int = 0
    asked: list[int] = field(default_factory=list)
    is_over: bool = False
    is_turned_away: bool = False
    passed_s: list[int] = field(default_factory=list)
    """Content by function that was passed to another budget."""
    is_detected: bool = False
    is_cut: bool = False
    is_closed_early: bool = False
    is_controlled: bool = False
    is_excepted: bool = False
    has_certificate: bool = False
    chases: int = 0
    grown_rest: int = 0
    """Growth that is not yet a whole second (millionths)."""
    is_in_hand: bool = False
    is_calling: bool = False
    is_chasing: bool = False
    """Whether the chain of calls goes on."""
    is_refused: bool = False
    ends_cal_s: int = 0
    reforms: int = 0
    """How many reforms there had been when it took its place in a design."""


@dataclass(slots=True)
class Task:
    """A job: in a queue, or in a worker's hands."""

    kind: Job
    case: Case
    pool: int
    size_s: int
    """Content or time that waits with it, as a measure of pressure."""
    lot: tuple[int, int, int]
    """What belongs to the draw of who takes it: attempt or day, kind and step, round."""
    entered_s: int = 0
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
    particulars: int = 0
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
        return self.lot[0], self.lot[1] % STEP

    @property
    def who(self) -> Who:
        """Whom the log is told it is about."""
        return Who(self.case.citizen, self.staff, self.pool, self.attempt)

    def spend(self, activity: Activity, seconds: int) -> None:
        """Add time to the job."""
        if seconds > 0:
            self.parts.append((activity, seconds))


@dataclass(slots=True)
class Worker:
    """A member of staff, or a temp."""

    place: int
    key: int
    pool: int
    is_contractor: bool = False
    identity: int = 0
    from_s: int = 0
    until_s: int = 0
    is_busy: bool = False
    is_temp: bool = False
    covers: int = 0
    """Place of the member of staff whom a temp stands in for."""


@dataclass(slots=True)
class Pool:
    """A queue by priority class, and the free workers who serve it, lowest place first."""

    place: int
    queues: tuple[deque[Task], deque[Task], deque[Task]] = field(
        default_factory=lambda: (deque(), deque(), deque())
    )
    length: int = 0
    waiting_s: int = 0
    free: list[int] = field(default_factory=list)
    speed_ppm: int = MILLION
    cut_ppm: int = MILLION
    standard_ppm: int = MILLION
    lasting_ppm: int = MILLION


@dataclass(slots=True)
class World:
    """Everything that one run holds."""

    clock: Clock
    blueprint: Blueprint
    next_blueprint: Blueprint | None
    luck: int
    """Key of all that belongs to the service rather than to somebody."""
    ends_s: int
    rows: list[Row]
    cases: list[Case]
    workers: list[Worker]
    pools: list[Pool]
    arrival_s: list[int]
    visits_per_day: list[int]
    episode_s: list[int]
    correction_s: list[int]
    ready_s: list[int]
    spell_s: list[int]
    dishonest: list[bool]
    team: list[float]
    generation: int = 0
    reforms: int = 0
    dip_left: int = 0
    open_day: int = 0

    def log(
        self, kind: Event, who: Who, step: int = NONE, amount: int = 0, cause: int = NONE
    ) -> None:
        """Write one row of the log."""
        self.rows.append((self.clock.now_s, kind, *who, step, amount, cause))

    def log_case(
        self, kind: Event, case: Case, step: int = NONE, amount: int = 0, cause: int = NONE
    ) -> None:
        """Write one row about a case that nobody in particular brings about."""
        self.log(kind, Who(case.citizen, attempt=case.attempt), step, amount, cause)

    @property
    def now_cal_s(self) -> int:
        """Calendar time now."""
        return self.blueprint.calendar.calendar_s(self.clock.now_s)

    def after_delay(self, delay_s: int, moment: Moment, about: Any) -> None:
        """Let something happen after a delay of calendar seconds."""
        time_s = self.blueprint.calendar.after_delay(self.clock.now_s, delay_s)
        self.clock.at(time_s, moment, about)


Handler = Callable[[World, Any], None]
