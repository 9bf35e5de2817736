"""Whom to follow: somebody typical, or worst off, or with the average difference, or by lot.

Citizens are put in order by what they lived through in one design, the first of those that are
shown: by end-to-end time, and where there are visits by how many faces came to them. A need that
was not met is longer than any that was. For the average difference both designs are looked at.
"""

from collections.abc import Sequence

import numpy as np

from sim.eventlog import Event, Job
from sim.experiment import FOLLOW_UP_DAYS, Run
from sim.experiment.warmup import count_open, find_warm_up
from sim.ledger import EndState
from sim.ledger.tables import Whole
from sim.lessons import Citizen
from sim.random import Stream, uniform
from sim.scenario import has_visits
from sim.units import DAY_S, MONTH_DAYS

ONE_IN: dict[Citizen, int] = {"typical": 2, "worst in ten": 10}
"""One citizen in so many has it as long, or longer: half, or a tenth of them."""
CHOICES = tuple(ONE_IN)
"""Those that are found in one run."""
AVERAGE: Citizen = "average difference"
"""Between two runs, of end-to-end time."""
MONTHS = 6
"""Of clients only those are followed whom one can follow for so many months of 30 days."""
BY_LOT = 2
"""Stands in the key of the draw that decides who is followed; names have other numbers there."""


def find_citizen(run: Run, which: Citizen) -> int | None:
    """Return the number of a citizen to follow; `None` where there is nobody to choose among.

    Parameters
    ----------
    run
        A run of the design by which citizens are put in order.
    which
        "typical": half have it as long, or longer. "worst in ten": one in ten has.
    """
    return pick_one_in(rank_citizens(run), ONE_IN[which])


def pick_one_in(ranked: Whole, one_in: int) -> int | None:
    """Return whom one in so many of a ranking has it as long as, or longer."""
    count = len(ranked)
    return int(ranked[count - max(count // one_in, 1)]) if count else None


def pick_average(runs: Sequence[Run], ranked: Whole) -> int | None:
    """Return for whom two runs are as far apart in end-to-end time as they are on average.

    Among those of a ranking whose need is met in both; the first one who comes nearest. `None`
    where there is nobody.
    """
    courses = [run.ledger.courses for run in runs]
    is_met = np.all([one.end_state[ranked] == EndState.MET for one in courses], axis=0)
    met = ranked[is_met]
    if not len(met):
        return None
    first, second = ((one.end_s - one.arrival_s)[met] for one in courses)
    apart_s = second - first
    return int(met[np.argmin(np.abs(apart_s - apart_s.mean()))])


def rank_citizens(run: Run) -> Whole:
    """List those who may be followed, from who had it shortest to who had it longest."""
    return _rank_clients(run) if has_visits(run.scenario) else _rank_cases(run)


def draw_others(run: Run, ranked: Whole, count: int) -> list[int]:
    """Draw so many others by lot, the same in every design and in every language."""
    keys = run.population.key

    def lot(citizen: int) -> float:
        return uniform(int(keys[citizen]), Stream.NAME, 0, BY_LOT)

    return sorted(map(int, ranked), key=lot)[:count]


def _rank_cases(run: Run) -> Whole:
    """Rank the one-off cases that came in the first half of the days after the warm-up.

    So each of them is followed for the other half, and the follow-up period.
    """
    courses, days = run.ledger.courses, run.days
    open_cases = count_open(run.ledger, days + FOLLOW_UP_DAYS)
    from_day = find_warm_up(open_cases, run.calendar, days).day
    from_s, to_s = from_day * DAY_S, (from_day + days) // 2 * DAY_S
    has_come = (courses.arrival_s >= from_s) & (courses.arrival_s < to_s)
    cases = np.flatnonzero(has_come & (courses.visits_per_day == 0))
    is_met = courses.end_state[cases] == EndState.MET
    lasted_s = courses.end_s[cases] - courses.arrival_s[cases]
    return np.asarray(cases[np.lexsort((lasted_s, ~is_met))])


def _rank_clients(run: Run) -> Whole:
    """Rank the clients who came after the start and stayed for `MONTHS`, by faces in them."""
    followed_s = MONTHS * MONTH_DAYS * DAY_S
    last_s = (run.days + FOLLOW_UP_DAYS) * DAY_S
    came_s = _find_arrivals(run)
    stays = run.population.episode_s >= followed_s
    came_in_time = (run.population.arrival_s > 0) & (came_s + followed_s < last_s)
    clients = np.flatnonzero(stays & came_in_time & (run.population.visits_per_day > 0))
    faces = _count_faces(run, came_s, followed_s)[clients]
    return np.asarray(clients[np.argsort(faces, kind="stable")])


def _find_arrivals(run: Run) -> Whole:
    """Return when each citizen comes, in calendar time."""
    service_s = run.population.arrival_s
    return run.calendar.array_on_days(service_s // run.calendar.day_s, service_s)


def _count_faces(run: Run, came_s: Whole, within_s: int) -> Whole:
    """Count the members of staff who visited each citizen within some time of the arrival."""
    log, calendar = run.log, run.calendar
    visits = log.rows((log.kind == Event.START) & (log.step == Job.VISIT))
    at_s = calendar.array_on_days(visits.time_s // calendar.day_s, visits.time_s)
    visits = visits.rows(at_s - came_s[visits.citizen] < within_s)
    staff = int(visits.staff.max(initial=0)) + 1
    pairs = np.unique(visits.citizen * staff + visits.staff)
    return np.bincount(pairs // staff, minlength=len(came_s))
