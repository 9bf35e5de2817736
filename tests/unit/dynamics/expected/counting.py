"""The same of a mean case twice: as the walk expects it, and as the logs of an engine count it."""

from functools import cache

import numpy as np
from scipy import stats

from sim.blueprint import build_blueprint
from sim.dynamics.expected.find import BUSY, find_coming, follow_all
from sim.dynamics.expected.staff import load_staff, meet_staff
from sim.eventlog import Cause, Event, Job, Reason, Waiting
from sim.experiment import simulate
from sim.scenario import find_file, load_scenario

SEED, REPLICATIONS = 5, 12
FIRST_DAY = 20
"""Open day on which the citizens begin to come who are counted."""
LEFT_DAYS = 60
"""Open days before the last one from which on they are not: they would not be through."""
ERROR = 0.001
"""Chance that any of the statistical tests of this folder fails with all expectations true."""
TESTS = 48
"""How many there are, or more."""
ANSWERS = (Cause.CAPTURE, Cause.CONVEY)
OF_CASES = (Job.INTAKE, Job.WORK, Job.DECIDE, Job.EXCEPTION)
ASKS = (Reason.ASK_BY_LETTER, Reason.ASK_IN_DIALOGUE, Reason.REFUSE)
OTHER_SECONDS = ("content_s", "other_s", "front_s", "decide_s", "exception_s")


def find_quiet(name, *changes):
    """A shipped service with ample staff, where nobody asks how it goes or gives up waiting."""
    scenario = load_scenario(find_file(name))
    keys = [f"demand.{demand}" for demand in scenario.demand]
    quiet = [
        f"{key}.{what}=0" for key in keys for what in ("chase_per_day", "give_up_waiting_days")
    ]
    return scenario.changed(*quiet, f"staff.total={int(scenario.staff.total.value * 4)}", *changes)


def follow(scenario, design):
    """What the walk tells of a mean case."""
    blueprint, coming = build_blueprint(scenario, design), find_coming(scenario)
    busy = np.full(blueprint.layout.functions, BUSY)
    tally = follow_all(blueprint, coming, meet_staff(blueprint, coming.demands, busy))
    if blueprint.work.known_face > 0:
        busy = load_staff(blueprint, tally, coming.arrivals_per_day)
        tally = follow_all(blueprint, coming, meet_staff(blueprint, coming.demands, busy))
    return tally


def expect(scenario, design):
    """What is expected of a mean case, by name."""
    tally = follow(scenario, design)
    names = ("lies", "letters", "asks", "met", "early", "settled", "checks", "certificates")
    jobs = tally.of("jobs").sum(axis=0)
    return {
        **{f"jobs {f}": float(number) for f, number in enumerate(jobs)},
        **{name: float(tally.of(name).sum()) for name in (*names, "refused")},
        "exceptions": float((tally.of("exceptions") + tally.of("later_exceptions")).sum()),
        "attempts": float(tally.of("begins").sum()),
        "met at first": float(tally.of("met")[0, 0]),
        "seconds": float(sum(tally.of(name).sum() for name in OTHER_SECONDS)),
    }


def count_run(scenario, design, replication):
    """What a run counts of a mean case, by the same names."""
    run = simulate(scenario, design, seed=SEED, replication=replication)
    log, layout = run.log, build_blueprint(scenario, design).layout
    last_day = run.days * run.calendar.days_per_week // 7 - LEFT_DAYS
    arrived = log.of_kind(Event.ARRIVE)
    day = arrived.time_s // run.calendar.day_s
    counted = arrived.citizen[(day >= FIRST_DAY) & (day < last_day)]
    log = log.rows(np.isin(log.citizen, counted))
    pools = layout.has_front + layout.functions
    worked = find_rows(log, Event.FINISH, step=Job.WORK)
    function = worked.pool % pools - layout.has_front
    closed = find_rows(log, Event.CLOSE)
    totals = {
        **{f"jobs {f}": np.sum(function == f) for f in range(layout.functions)},
        "lies": count_rows(log, Event.LIE),
        "letters": count_rows(log, Event.CONTACT_IN, cause=ANSWERS, step=Waiting.CITIZEN),
        "asks": count_rows(log, Event.CONTACT_OUT, step=ASKS),
        "met": count_rows(log, Event.MET),
        "early": count_rows(log, Event.CLOSE, step=1),
        "settled": len(np.setdiff1d(closed.citizen, worked.citizen)),
        "checks": count_rows(log, Event.CONTACT_OUT, step=Reason.CHECK),
        "certificates": count_rows(log, Event.PURCHASE),
        "exceptions": count_rows(log, Event.FINISH, step=Job.EXCEPTION),
        "refused": count_rows(log, Event.REFUSE),
        "attempts": len(closed.kind),
        "met at first": count_rows(log, Event.MET, attempt=1),
        "seconds": find_rows(log, Event.FINISH, step=OF_CASES).amount.sum(),
    }
    return {name: float(total / len(counted)) for name, total in totals.items()}


def find_rows(log, kind, **columns):
    """Rows of a kind of which columns have one of some values."""
    are = log.kind == kind
    for name, values in columns.items():
        are &= np.isin(getattr(log, name), values)
    return log.rows(are)


def count_rows(log, kind, **columns):
    return len(find_rows(log, kind, **columns).kind)


@cache
def compare(name, design, *changes):
    """What is expected, and what each of some runs counts; both by name."""
    scenario = find_quiet(name, *changes)
    runs = [count_run(scenario, design, replication) for replication in range(REPLICATIONS)]
    counted = {name: np.array([run[name] for run in runs]) for name in runs[0]}
    return expect(scenario, design), counted


def agrees(expected, values, bound=0.0):
    """Whether the mean of independent values can be so much, or off by a bound at most."""
    alpha = ERROR / TESTS
    half = stats.t.ppf(1 - alpha / 2, len(values) - 1) * stats.sem(values)
    return abs(expected - values.mean()) <= half + bound * values.mean()


def assert_agrees(expected, values, bound=0.0, planted=0.1):
    """Demand agreement, and none with an expectation that is further off, either way."""
    z = (expected - values.mean()) / stats.sem(values)
    print(f"expected {expected:.5g}, counted {values.mean():.5g}, z {z:.1f}")
    assert agrees(expected, values, bound)
    assert not agrees(expected * (1 + planted), values, bound)
    assert not agrees(expected * (1 - planted), values, bound)
