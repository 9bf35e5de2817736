"""The blueprint: one design of one scenario as an engine needs it, in a few named groups.

Plain whole numbers, chances and read-only arrays; no text, no units, no choice left to make.
Durations ending in `_s` are seconds (of service time where work is meant, of calendar time where
citizens are), factors ending in `_ppm` are millionths. Arrays over demand types have shape
(types,), tables of quantiles (types, 4096) or (4096,).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.calendar import Calendar

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


class Citizens(NamedTuple):
    """How citizens behave; arrays over demand types."""

    is_visits: Whole
    rank: Whole
    """Place of a demand type's priority among all there are, the highest first."""
    ranks: int
    """How many priorities there are."""
    expert: Real
    """Chance that a particular needs an expert."""
    rework_ppm: Whole
    growth_ppm: Whole
    window_s: Whole
    """Time after which a visit not begun is missed; -1: never."""
    on_time_s: Whole
    """Time within which a visit begins on time; -1: nobody counts."""
    tell: Real
    reach: Real
    give_up: Real
    appeals: Real
    """Chance of an appeal where nothing is granted."""
    resumes: Real
    value_call: Real
    """Chance that a client calls on an open day about something new."""
    changes: Real
    """Chance that a standing particular of a client changes on an open day."""
    missed_call: Real
    missed_extra: Real
    answer_s: Whole
    return_s: Whole
    resume_s: Whole
    chase_s: Whole
    """0 where a demand type never chases."""
    chase_tires: Real
    calls_back: Real
    patience_s: Whole
    """0 where callers never hang up."""
    call_back_s: Whole
    waiting_s: Whole
    """Until a citizen gives up waiting; 0 where none ever does."""
    day_particulars: Real
    """Cumulative probabilities, shape (types, entries)."""
    day_content_ppm: Whole
    promised_s: int
    has_call_times: int
    """1 where calls that fall due while the service is closed have times of their own."""
    call_time_s: Whole
    """Seconds of the open day, shape (4096,)."""


class Layout(NamedTuple):
    """Pools and who works in them. A team's pools stand together: front office first, if any."""

    teams: int
    has_front: int
    functions: int
    share_ppm: Whole
    """Share of a case's content, by function."""
    worker_pool: Whole
    """Pool of each member of staff, and of each place that nobody has."""
    outsourced: Whole
    """1 for members of staff of a contractor."""
    premium_ppm: Whole
    """What an hour in each pool costs beyond the service's rate: a weight of its work."""
    picks_up: int
    """1 if a case lies before some function until another hand takes it up."""
    pick_up_s: Whole
    """How long, by function, shape (functions, 4096); 0 where it does not."""
    bankruptcy: float
    """Chance of the contractor's bankruptcy on an open day."""
    placed_by_load: float
    lends: float

    @property
    def pools(self) -> int:
        """How many pools there are."""
        return self.teams * (self.has_front + self.functions)


class Roster(NamedTuple):
    """Who works when."""

    shift_start_s: Whole
    shift_end_s: Whole
    pattern: Whole
    """Shift of a worker by (worker + week) modulo its length."""
    boundary_s: Whole
    """Times of the open day at which someone comes or goes."""
    employed: int
    """How many of the places that are laid out somebody has: the first ones."""
    days_on: int
    absence: float
    turnover: float
    """Chance that a worker leaves on an open day."""
    share_of_time: float
    """Chance that who is on the roster is at this service on a day."""
    temps: int
    cover: float
    shock_from_day: Whole
    shock_until_day: Whole
    """Open days of shocks: from the one, up to and without the other."""
    shock_chance: Real
    """Chance that a worker is there on such a day."""


class Intake(NamedTuple):
    """How needs get in (condition digital, with prevention and the front office)."""

    form_share: float
    capture_form: float
    capture_dialogue: float
    refuses: float
    settles: float
    form_s: int
    dialogue_s: int
    call_s: int
    turn_away_below_s: int
    turn_away_return: float
    turn_away_growth_ppm: int
    turn_away_return_s: Whole
    calls_first: float
    """Chance that a contact is taken before all work."""


class Work(NamedTuple):
    """How a function's work is done (conditions functions, budget, purpose and standards)."""

    training_days: int
    """Open days that a new worker learns."""
    convey: float
    goes_back: float
    goes_past: float
    read_in_s: int
    read_in_particular_s: int
    pace_ppm: int
    """Working time of a second of content."""
    unspecialised_ppm: int
    """The same of what is another function's, which specialists would save time on."""
    planned_gain_ppm: int
    """What of it is saved on work that was held."""
    cap_s: int
    """Most content of one activity; -1: no cap."""
    floor_s: int
    passes_on: float
    notice: float
    notice_familiar: float
    asks_in_dialogue: float
    ask_s: int
    known_face: float
    forgets: int
    """1 where staff no longer know a citizen in time."""
    memory_s: Whole
    """Time after the last meeting until then."""
    travel_s: int
    plan_s: int


class Decision(NamedTuple):
    """How a case is decided and closed (conditions standards, purpose, targets, inspection)."""

    absorb: float
    """By the rules, and by what skill adds where there is discretion."""
    expertise: float
    """How often an answer fits what needs an expert, of how often it fits others."""
    lacks_expertise: Real
    """What of it lacks where only one function is passed; of several, the product, by function."""
    visit_expertise: float
    """The same on visits, which the first function makes alone."""
    discretion: float
    judgement_ppm: Whole
    done_is_need: int
    exception_delay_s: int
    exception_s: int
    exception_chance: float
    check: float
    check_s: int
    report_s: int
    target_s: int
    clock_is_complete: int
    order_is_deadline: int
    hold_s: int
    lead_s: int
    """How long before it is due held work is taken up; -1: it is held for `hold_s`."""
    effort: float
    """Chance that a case that lies is fetched near its due date."""
    effort_ppm: int
    """Working time saved on a job near the due date of its case."""
    near_s: int
    premature: float
    control: float
    control_s: int
    control_wait_s: int
    asks_certificate: int
    certificate_from_s: int
    detects: float
    learned: float


class Pressure(NamedTuple):
    """What pressure does to staff."""

    time_ppm: Whole
    """Time per job by pressure in hundredths, shape (1001,)."""
    speed_floor_ppm: int
    """Time per job below which people no longer go faster but leave content undone."""
    backlog_s: int
    """Work waiting, by each member of staff on shift, at which pressure is 1."""
    erosion_days: int
    recovery_days: int
    absence_days: int
    absence_gain: float
    dip_days: int
    dip_ppm: int


class Blueprint(NamedTuple):
    """One design of one scenario, ready for an engine."""

    calendar: Calendar
    citizens: Citizens
    layout: Layout
    roster: Roster
    intake: Intake
    work: Work
    decision: Decision
    pressure: Pressure
