"""A citizen's case: the need, what the service knows of it, and how far its handling has come.

A field of a group has one meaning and one name; the compiled engine has all of them side by side.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sim.engines.rules import Status
from sim.eventlog import NONE, Waiting
from sim.population import Population


class Person(NamedTuple):
    """A citizen as drawn, whatever the design: a row of `sim.population.Population`."""

    key: int
    demand_type: int
    arrival_s: int
    content_s: int
    particulars: int
    team: float
    ready_delay_s: int
    correction_delay_s: int
    spell_s: int
    dishonest: bool
    visits_per_day: int
    episode_s: int


@dataclass(slots=True)
class Need:
    """What there is to do and to know. Lists of seconds are by function."""

    content_s: int
    particulars: list[Status]
    fresh_s: list[int] = field(default_factory=list)
    """Content that nobody has worked yet."""
    again_s: list[int] = field(default_factory=list)
    """Content to be done again in this attempt."""
    passed_s: list[int] = field(default_factory=list)
    """Content that was passed to another budget."""
    grown_rest: int = 0
    """Growth that is not yet a whole second (millionths)."""
    changed: dict[int, int] = field(default_factory=dict)
    """The calendar day on which a client's standing particular last changed."""


@dataclass(slots=True)
class Handling:
    """How far the present attempt has come; the next one begins anew."""

    function: int = 0
    rounds: int = 0
    """How often the case has come back to the work with more known of it."""
    is_cut: bool = False
    is_closed_early: bool = False
    is_excepted: bool = False
    is_appealed: bool = False
    """Whether the citizen appeals against what was granted."""
    is_planned: bool = False
    """Whether it was held, for the job that it is then taken up for."""
    is_unanswered: bool = False
    """Whether the citizen gave up before there was an answer."""


@dataclass(slots=True)
class Contact:
    """The first contact, and those that lie with the case for the next worker."""

    is_form: bool = False
    intake_s: int = 0
    """Time to take in a contact that the next worker finds with the case."""
    intake_is_value: bool = True
    asked: list[int] = field(default_factory=list)
    """Particulars that the citizen has been asked for."""
    is_refused: bool = False
    is_by_phone: bool = False
    """Whether this attempt began with a call."""
    hang_ups: int = 0


@dataclass(slots=True)
class Chase:
    """The citizen's chain of calls to ask how it goes."""

    chases: int = 0
    is_chasing: bool = False
    """Whether the chain goes on."""
    is_calling: bool = False
    """Whether a call of it waits to be answered."""
    doubts: int = 0
    """How often the citizen has been about to give up waiting."""
    is_doubting: bool = False
    """Whether that chain goes on."""


@dataclass(slots=True)
class Controls:
    """What controls have come to, of the case as a whole."""

    is_controlled: bool = False
    has_certificate: bool = False
    is_detected: bool = False


@dataclass(slots=True)
class Dates:
    """Moments of a case: calendar time, unless it says service time."""

    arrival_cal_s: int = 0
    clock_cal_s: int = 0
    """When the target's clock was started."""
    due_cal_s: int = 0
    ready_s: int = 0
    """When the last answer exists; service time."""
    release_s: int = NONE
    """When a case that lies is taken up again; service time."""
    ends_cal_s: int = 0
    """When a client's episode ends."""


@dataclass(slots=True)
class KnownStaff:
    """Staff whom the case has met, by identity."""

    faces: dict[int, int] = field(default_factory=dict)
    """Who has met the citizen, longest acquainted first."""
    readers: set[int] = field(default_factory=set)
    """Who knows the case: they took it in, or worked on it."""
    is_read: bool = False
    """Whether anybody has known it, so that there is something to take over."""
    met: dict[int, int] = field(default_factory=dict)
    """The calendar day on which each has last worked on the case, or visited the client."""
    hands: set[int] = field(default_factory=set)
    """Who has worked on the content."""
    last_hand: int = NONE
    """Who last had the case in hand."""


@dataclass(slots=True)
class Case:
    """One citizen's need, as the service knows it."""

    citizen: int
    person: Person
    key: int
    """The citizen's draw key."""
    type: int
    team: int
    need: Need
    attempt: int = 1
    waiting: Waiting = Waiting.NOTHING
    is_in_hand: bool = False
    job: Any = None
    """The job of it that was offered last, calls and visits apart (a `Task`)."""
    is_turned_away: bool = False
    is_over: bool = False
    reforms: int = 0
    """How many reforms there had been when it took its place in a design."""
    handling: Handling = field(default_factory=Handling)
    contact: Contact = field(default_factory=Contact)
    chase: Chase = field(default_factory=Chase)
    controls: Controls = field(default_factory=Controls)
    dates: Dates = field(default_factory=Dates)
    staff: KnownStaff = field(default_factory=KnownStaff)


def build_cases(population: Population, teams: int) -> list[Case]:
    """Return a case for each citizen, with nothing known of it."""
    people = zip(*(column.tolist() for column in population), strict=True)
    return [_build_case(citizen, Person(*person), teams) for citizen, person in enumerate(people)]


def _build_case(citizen: int, person: Person, teams: int) -> Case:
    return Case(
        citizen=citizen,
        person=person,
        key=person.key,
        type=person.demand_type,
        team=int(person.team * teams),
        need=Need(person.content_s, [Status.MISSING] * person.particulars),
    )
