"""What a design does to its cases, as the equations need it: shares, seconds, delays.

Computed from the blueprint and from what comes; nothing is fitted. Arrays by attempt and function
have shape (attempts, functions), arrays by attempt (attempts,).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.dynamics.expected.faces import Faces, meet_faces
from sim.dynamics.expected.lying import measure_lying
from sim.dynamics.expected.walk import ATTEMPTS, Tally, Walker
from sim.scenario import Demand, Scenario
from sim.units import DAY_S

Real = NDArray[np.float64]
NEVER = 1e-12


class Coefficients(NamedTuple):
    """What a design does to its cases.

    Attributes
    ----------
    staff
        Members of staff at work in each pool of a team, front office first, shape (pools,).
    letter, back, park, early
        Shares of the jobs of a function after which a case waits for a letter, goes back, waits for
        its last answer, or is closed early.
    lies
        Share of those that come to a function that lie before it.
    saved_days
        Days of lying that each of them is spared, fetched near the due date.
    content_s, other_s
        Mean seconds of a job, those that pressure quickens and all others.
    asks
        Contacts that go out in a job.
    front_s
        Mean seconds of a first contact in the front office, by attempt.
    settled
        Share of new cases that the front office settles.
    certificate, exception
        Shares of decisions that wait for a certificate, and for an answer outside the standard.
    deciding_s
        Mean seconds of the job after that, by attempt.
    certificate_days, exception_days
        How long they wait.
    checks
        Contacts that go out for each decision.
    met, gives_up
        Share of the closed needs that are met, and of the others whose citizen gives up.
    answer_days, return_days, resume_days, ready_days
        Mean delays of citizens.
    resumes, calls_back
        Shares of who comes back after giving up, and of who calls again after hanging up.
    patience_days, call_back_days
        Of callers; 0 where nobody hangs up.
    chases_per_day, tires
        How often who waits asks how it goes, and the share who then ask no more.
    ready, own_error
        Messages and corrections for each case that comes.
    by_phone
        Share of first contacts that hold the line, by attempt.
    waiting_content_s
        Content that waits with each case of a function, which staff feel as pressure.
    """

    staff: Real
    letter: Real
    back: Real
    park: Real
    early: Real
    lies: Real
    saved_days: Real
    content_s: Real
    other_s: Real
    asks: Real
    front_s: Real
    settled: float
    certificate: Real
    exception: Real
    deciding_s: Real
    certificate_days: float
    exception_days: float
    checks: Real
    met: Real
    gives_up: Real
    answer_days: float
    return_days: float
    resume_days: float
    ready_days: float
    resumes: float
    calls_back: float
    patience_days: float
    call_back_days: float
    chases_per_day: float
    tires: float
    ready: float
    own_error: float
    by_phone: Real
    stay_variance: Real
    """Variance of the days that a case lies in an attempt, by attempt."""
    visits_parked: float
    """Share of cases that wait for their last answer."""


def aside(of: Coefficients, attempt: int) -> dict[str, tuple[float, float]]:
    """Return the shares of decisions that wait, and for how many days, by what they wait for."""
    both = {
        "certificate": (float(of.certificate[attempt - 1]), of.certificate_days),
        "exception": (float(of.exception[attempt - 1]), of.exception_days),
    }
    return {name: (share, days) for name, (share, days) in both.items() if share > 0}


def find_coefficients(scenario: Scenario, blueprint: Blueprint) -> Coefficients:
    """Find the coefficients of a design."""
    demands = [demand for demand in scenario.demand.values()]
    rates = np.array([demand.arrivals_per_day.value for demand in demands])
    weights = rates / rates.sum()
    staff, present = count_staff(blueprint)
    busy = np.full(blueprint.layout.functions, 0.5)
    tally = _follow(blueprint, demands, weights, _meet(blueprint, demands, staff, present, busy))
    if blueprint.work.known_face > 0:  # how busy staff are decides who is free
        busy = _load(blueprint, tally, float(rates.sum()), staff)
        tally = _follow(
            blueprint, demands, weights, _meet(blueprint, demands, staff, present, busy)
        )
    return _gather(blueprint, demands, weights, tally, staff)


def count_staff(blueprint: Blueprint) -> tuple[Real, float]:
    """Return how many work in each pool of a team on an open day, and the chance that one does."""
    layout, roster, calendar = blueprint.layout, blueprint.roster, blueprint.calendar
    pools = layout.has_front + layout.functions
    placed = np.bincount(layout.worker_pool[: roster.employed] % pools, minlength=pools)
    covered = 1 - roster.absence * (1 - roster.cover * (roster.temps > 0))
    on_roster = min(roster.days_on / calendar.days_per_week, 1.0)
    learning = min(roster.turnover * blueprint.work.training_days, 0.9)
    present = on_roster * covered * roster.share_of_time
    return placed / layout.teams * present * (1 - learning), present


def _meet(
    blueprint: Blueprint, demands: list[Demand], staff: Real, present: float, busy: Real
) -> tuple[Faces, ...]:
    gap_days = float(np.mean([demand.return_days.value for demand in demands]))
    own = staff[blueprint.layout.has_front :]
    return tuple(
        meet_faces(blueprint, float(count), present, float(rho), gap_days)
        for count, rho in zip(own, busy, strict=True)
    )


def _load(blueprint: Blueprint, tally: Tally, arrivals: float, staff: Real) -> Real:
    """Return how busy the staff of each function are."""
    seconds = (tally.of("content_s") + tally.of("other_s")).sum(axis=0)
    seconds[-1] += tally.of("decide_s").sum() + tally.of("exception_s").sum()
    calendar, layout = blueprint.calendar, blueprint.layout
    have = staff[layout.has_front :] * layout.teams * calendar.day_s
    return np.minimum(seconds * arrivals / have, 1.0)


def _follow(
    blueprint: Blueprint, demands: list[Demand], weights: Real, faces: tuple[Faces, ...]
) -> Tally:
    """Follow the cases of all demand types, and return what happens to a mean one."""
    whole = Tally(blueprint.layout.functions)
    for number, (demand, weight) in enumerate(zip(demands, weights, strict=True)):
        for name, array in Walker(blueprint, demand, number, faces).follow().arrays.items():
            whole.arrays[name] = whole.of(name) + weight * array
    return whole


def _part(of: Real, whole: Real) -> Real:
    return np.where(whole > NEVER, of / np.maximum(whole, NEVER), 0.0)


def _gather(
    blueprint: Blueprint, demands: list[Demand], weights: Real, tally: Tally, staff: Real
) -> Coefficients:
    visits, citizens = tally.of("visits"), blueprint.citizens
    begins, closes, met = (tally.of(name)[:, 0] for name in ("begins", "closes", "met"))
    settled = tally.of("settled")[:, 0]
    decided = closes - tally.of("early").sum(axis=1) - settled
    certificates, exceptions = tally.of("certificates")[:, 0], tally.of("exceptions")[:, 0]
    decision, intake = blueprint.decision, blueprint.intake
    aside_s = tally.of("decide_s")[:, 0] + tally.of("exception_s")[:, 0]

    def mean(values: list[float]) -> float:
        return float(np.dot(weights, values))

    patience_s = float(citizens.patience_s.mean())
    return Coefficients(
        staff=staff,
        letter=_part(tally.of("letters"), visits),
        back=_part(tally.of("backs"), visits),
        park=_part(tally.of("parks"), visits),
        early=_part(tally.of("early"), visits),
        lies=_part(tally.of("lies"), visits),
        saved_days=_part(tally.of("saved_days"), tally.of("lies")),
        content_s=_part(tally.of("content_s"), visits),
        other_s=_part(tally.of("other_s"), visits),
        asks=_part(tally.of("asks"), visits),
        front_s=_part(tally.of("front_s")[:, 0], begins),
        settled=float(settled[0]),
        certificate=_part(certificates, decided),
        exception=_part(exceptions, decided),
        deciding_s=_part(aside_s, certificates + exceptions),
        certificate_days=decision.control_wait_s / DAY_S,
        exception_days=decision.exception_delay_s / DAY_S,
        checks=_part(tally.of("checks")[:, 0], closes),
        met=_part(met, closes),
        gives_up=_part(tally.of("gives_up")[:, 0], closes - met),
        answer_days=mean([demand.answer_days.value for demand in demands]),
        return_days=mean([demand.return_days.value for demand in demands]),
        resume_days=mean([demand.resume_days.value for demand in demands]),
        ready_days=mean([d.ready_days.value * d.ready.value for d in demands])
        / max(mean([d.ready.value for d in demands]), NEVER),
        resumes=mean([demand.resumes.value for demand in demands]),
        calls_back=mean([demand.calls_back.value for demand in demands]),
        patience_days=patience_s / DAY_S,
        call_back_days=float(citizens.call_back_s.mean()) / DAY_S,
        chases_per_day=mean([demand.chase_per_day.value for demand in demands]),
        tires=mean([demand.chase_tires.value for demand in demands]),
        ready=mean([demand.ready.value for demand in demands]),
        own_error=mean([demand.own_error.value for demand in demands]),
        by_phone=np.array([1 - intake.form_share, *[1.0] * (ATTEMPTS - 1)]),
        stay_variance=_vary_stay(blueprint, tally),
        visits_parked=float(tally.of("parks").sum()),
    )


def _vary_stay(blueprint: Blueprint, tally: Tally) -> Real:
    """Return the variance of the days that a case lies in an attempt.

    That it lies more often than once before a function is taken to be by chance.
    """
    lies, begins = tally.of("lies"), tally.of("begins")[:, 0]
    variance = np.zeros(len(begins))
    for function, delay_s in enumerate(blueprint.layout.pick_up_s):
        if delay_s[-1] == 0:
            continue
        days = measure_lying(delay_s, blueprint.calendar).lasts_days
        often = _part(lies[:, function], begins)
        variance += often * days.var() + np.maximum(often - 1, 0) * days.mean() ** 2
    return variance
