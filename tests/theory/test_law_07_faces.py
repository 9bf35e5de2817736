"""Law 7: how many faces a client meets where all who are free are as likely to come.

Among N always on shift, v visits meet N (1 - (1 - 1/N)^v) of them. With rosters and absence a
worker w comes to a visit with chance p_w, one in those on shift, and the sum of 1 - Π (1 - p_w)
takes its place. Visits are short, so that nobody is ever busy.
"""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.eventlog import Event, Job
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.units import DAY_S
from tests.theory.bench import SEED, batches, plain_service
from tests.theory.judge import assert_law

PER_DAY, DAYS, BATCHES = 60, 50, 60
SHIFT = (
    '{{starts_hours = {{is = {}, from = "assumed"}}, hours = {{is = {}, from = "assumed"}}, '
    'share = {{is = {}, from = "assumed"}}}}'
)
TWO_SHIFTS = "staff.shifts=[" + ", ".join(map(SHIFT.format, (0, 4), (5, 4), (0.6, 0.4))) + "]"
ALWAYS_ON = {(5, 6): "5 staff, 6 visits", (12, 20): "12 staff, 20 visits"}
JUDGED = [*ALWAYS_ON, "roster"]


def visit_log(engine, staff, count, *changes):
    """Run daily visits of a few seconds, about ``count`` to each client."""
    scenario = plain_service(
        f"staff.total={staff}",
        "demand.need.kind=visits",
        f"demand.need.arrivals_per_day={PER_DAY}",
        "demand.need.visits_per_day=1",
        "demand.need.episode_days=1",
        "demand.need.content_minutes=0.02",
        *changes,
    )
    people = draw_citizens(scenario, SEED, 0, DAYS)
    people = people._replace(episode_s=np.full(len(people.key), (count + 1) * DAY_S))
    return engine(build_blueprint(scenario, "plain"), people, key(SEED, 0), DAYS + count + 2)


def first_visits(log, count):
    """Times and staff of each client's first visits, of who had as many; shape (clients, count)."""
    visits = log.rows((log.kind == Event.START) & (log.step == Job.VISIT))
    order = np.argsort(visits.citizen, kind="stable")
    _, first, had = np.unique(visits.citizen[order], return_index=True, return_counts=True)
    places = first[had >= count][:, None] + np.arange(count)
    return visits.time_s[order][places], visits.staff[order][places]


def faces(staff):
    """Distinct staff in each row."""
    return np.array([len(set(row)) for row in staff.tolist()])


def is_present(log, time_s):
    """Whether each worker is on shift at each time; shape (*times, workers)."""
    shifts = log.of_kind(Event.PRESENT)
    present = np.zeros((*time_s.shape, shifts.staff.max() + 1), bool)
    for start_s, length_s, worker in zip(shifts.time_s, shifts.amount, shifts.staff, strict=True):
        present[..., worker] |= (start_s <= time_s) & (time_s < start_s + length_s)
    return present


@pytest.mark.parametrize(("staff", "count"), ALWAYS_ON, ids=ALWAYS_ON.values())
def test_among_those_always_on_shift(both_engines, staff, count):
    _, met = first_visits(visit_log(both_engines, staff, count), count)
    assert_law(batches(faces(met), BATCHES), staff * (1 - (1 - 1 / staff) ** count))


def test_with_rosters_and_absence(both_engines):
    changes = ("staff.days_on_per_week=4", "staff.absence=0.2", TWO_SHIFTS)
    log = visit_log(both_engines, 14, 15, *changes)
    time_s, met = first_visits(log, 15)
    present = is_present(log, time_s)
    chance = present / present.sum(axis=2, keepdims=True)
    theory = (1 - (1 - chance).prod(axis=1)).sum(axis=1)
    assert_law(batches(faces(met) - theory, BATCHES) + theory.mean(), theory.mean())
