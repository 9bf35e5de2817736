"""What happens to a mean case, as shares and mean seconds of its jobs and attempts."""

from typing import Any

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected.coefficients import Coefficients, Real
from sim.dynamics.expected.lying import measure_lying
from sim.dynamics.expected.staff import count_staff
from sim.dynamics.expected.tally import ATTEMPTS, Tally
from sim.scenario import Demand
from sim.units import DAY_S

NEVER = 1e-12
OF_DEMAND = (
    "answer_days",
    "return_days",
    "resume_days",
    "resumes",
    "calls_back",
    "ready",
    "own_error",
    "dispersion",
)
"""Quantities of a demand type that are taken as they are."""


def gather(
    blueprint: Blueprint, demands: list[Demand], weights: Real, tally: Tally
) -> Coefficients:
    """Return the coefficients of a design in which this happens to a mean case."""
    parks = float(tally.of("parks").sum())
    return Coefficients(
        staff=count_staff(blueprint)[0],
        by_phone=np.array([1 - blueprint.intake.form_share, *[1.0] * (ATTEMPTS - 1)]),
        stay_variance=_vary_stay(blueprint, tally),
        turned=float(tally.of("turned")[0, 0]),
        turned_return=blueprint.intake.turn_away_return,
        turned_days=float(blueprint.intake.turn_away_return_s.mean()) / DAY_S,
        parked=parks,
        ready_days=float(tally.of("news_days").sum()) / max(parks, NEVER),
        **_of_jobs(tally),
        **_of_attempts(tally),
        **_of_decisions(blueprint, tally),
        **_of_citizens(blueprint, demands, weights),
    )


def _part(of: Real, whole: Real) -> Real:
    return np.where(whole > NEVER, of / np.maximum(whole, NEVER), 0.0)


def _of_jobs(tally: Tally) -> dict[str, Any]:
    """Return what is said of a mean job, by attempt and function."""
    number = tally.of("jobs")
    shares = {"letter": "letters", "back": "backs", "park": "parks"}
    shares |= {name: name for name in ("early", "lies", "content_s", "other_s", "asks")}
    jobs = {name: _part(tally.of(counted), number) for name, counted in shares.items()}
    return {**jobs, "saved_days": _part(tally.of("saved_days"), tally.of("lies"))}


def _of_attempts(tally: Tally) -> dict[str, Any]:
    """Return what is said of a mean attempt."""
    begins, closes, met = (tally.of(name)[:, 0] for name in ("begins", "closes", "met"))
    return {
        "front_s": _part(tally.of("front_s")[:, 0], begins),
        "settled": float(tally.of("settled")[0, 0]),
        "checks": _part(tally.of("checks")[:, 0], closes),
        "met": _part(met, closes),
        "gives_up": _part(tally.of("gives_up")[:, 0], closes - met),
    }


def _of_decisions(blueprint: Blueprint, tally: Tally) -> dict[str, Any]:
    """Return what is said of a mean decision."""
    closes, settled = tally.of("closes")[:, 0], tally.of("settled")[:, 0]
    decided = closes - tally.of("early").sum(axis=1) - settled
    certificates, exceptions, later = (
        tally.of(name)[:, 0] for name in ("certificates", "exceptions", "later_exceptions")
    )
    jobs = certificates + exceptions + later
    aside_s = tally.of("decide_s")[:, 0] + tally.of("exception_s")[:, 0]
    return {
        "certificate": _part(certificates, decided),
        "exception": _part(exceptions, decided),
        "deciding_s": _part(aside_s, jobs),
        "later_exception": _part(later, jobs),
        "certificate_days": blueprint.decision.control_wait_s / DAY_S,
        "exception_days": blueprint.decision.exception_delay_s / DAY_S,
    }


def _of_citizens(blueprint: Blueprint, demands: list[Demand], weights: Real) -> dict[str, Any]:
    """Return what citizens do, at a mean of the demand types."""
    citizens = blueprint.citizens
    means = {name: _mean(demands, weights, name) for name in OF_DEMAND}
    return {
        **means,
        "chases_per_day": _mean(demands, weights, "chase_per_day"),
        "tires": _mean(demands, weights, "chase_tires"),
        "patience_days": float(citizens.patience_s.mean()) / DAY_S,
        "call_back_days": float(citizens.call_back_s.mean()) / DAY_S,
    }


def _mean(demands: list[Demand], weights: Real, name: str) -> float:
    return float(np.dot(weights, [getattr(demand, name).value for demand in demands]))


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
