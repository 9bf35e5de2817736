"""What is known of a service in tests: as much as one needs, the rest as it was in one log."""

from sim.own.build import Known
from sim.own.estimate import Estimate
from sim.own.waits import Ender

USUAL = {
    "arrivals_per_day": 5.0,
    "dispersion": 2.0,
    "days_per_week": 5.0,
    "opens_hour": 8.0,
    "hours_per_day": 9.0,
    "persons": 6.0,
    "steps_per_case": 6.0,
    "faces_per_case": 2.3,
    "one_face_share": 0.35,
    "hand_overs_per_case": 1.5,
    "days_mean": 7.0,
    "days_p50": 2.0,
    "days_p90": 18.0,
    "pick_up_days": 3.4,
    "pick_up_cv": 2.6,
    "ready": 0.18,
    "ready_days": 9.0,
}
WAITED = {Ender.ANOTHER: 4.8, Ender.SAME: 1.5}


def know_of(*, waited: dict[Ender, float] | None = None, **values: float) -> Known:
    """Return what is known, with some values instead of the usual ones."""
    told = {**USUAL, **values}
    estimates = {name: estimate(name, value) for name, value in told.items()}
    days = {one: estimate(one.name, days) for one, days in (waited or WAITED).items()}
    return Known(estimates, days, {"measured-log": "a log"}, pick_up_median_days=0.9)


def estimate(name: str, value: float) -> Estimate:
    """Return an estimate that is known to within a tenth."""
    return Estimate(name, value, 0.9 * value, 1.1 * value, 300)
