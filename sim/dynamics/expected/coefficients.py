"""What a design does to its cases, as equations need it: shares, seconds, delays."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]


class Coefficients(NamedTuple):
    """What a design does to its cases.

    Arrays by attempt and function have shape (attempts, functions), arrays by attempt (attempts,).

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
    later_exception
        Share of the jobs after such a wait that then wait for an answer outside the standard.
    deciding_s
        Mean seconds of the job after that, by attempt.
    certificate_days, exception_days
        How long they wait.
    checks
        Contacts that go out for each decision.
    met, gives_up
        Share of the closed needs that are met, and of the others whose citizen gives up.
    answer_days, return_days, resume_days
        Mean delays of citizens.
    ready_days
        How long it is until the last answer exists, of a case that waits for it.
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
    stay_variance
        Variance of the days that a case lies in an attempt, by attempt.
    turned, turned_return, turned_days
        Share of new needs that are turned away, of those who come back, and after how long.
    parked
        Share of cases that wait for their last answer.
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
    later_exception: Real
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
    dispersion: float
    by_phone: Real
    stay_variance: Real
    turned: float
    turned_return: float
    turned_days: float
    parked: float


def aside(of: Coefficients, attempt: int) -> dict[str, tuple[float, float]]:
    """Return the shares of decisions that wait, and for how many days, by what they wait for."""
    both = {
        "certificate": (float(of.certificate[attempt - 1]), of.certificate_days),
        "exception": (float(of.exception[attempt - 1]), of.exception_days),
    }
    later = {"certificate": 0.0, "exception": float(of.later_exception[attempt - 1])}
    return {name: (share, days) for name, (share, days) in both.items() if share + later[name] > 0}
