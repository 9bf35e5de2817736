"""An estimate: what the data say of one quantity, how surely, or why they cannot say it."""

import math
from typing import Any, NamedTuple

from sim.message import Message


class Estimate(NamedTuple):
    """What the data say of one quantity.

    Attributes
    ----------
    name
        Of the quantity, as `TITLES` has it.
    value, low, high
        The estimate and its 95 % interval; NaN where the data cannot say it. Where they give only
        bounds, `low` and `high` are those, and `value` lies between them.
    observed
        How many things it was estimated on: cases, days or waits.
    why_not
        Why the data cannot say it, or give only bounds.
    """

    name: str
    value: float
    low: float
    high: float
    observed: int
    why_not: Message | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program; what the data cannot say is none."""
        numbers = {name: getattr(self, name) for name in ("value", "low", "high")}
        told = {name: None if math.isnan(number) else number for name, number in numbers.items()}
        why_not = None if self.why_not is None else str(self.why_not)
        return {"name": self.name, **told, "observed": self.observed, "why_not": why_not}


TITLES = {
    "arrivals_per_day": Message("arrivals a working day"),
    "dispersion": Message("variance of daily arrivals over their mean"),
    "days_per_week": Message("open days of a week"),
    "opens_hour": Message("hour at which it opens"),
    "hours_per_day": Message("hours that it is open"),
    "persons": Message("persons on a working day"),
    "share_of_days": Message("share of working days on which a person is seen"),
    "steps_per_case": Message("steps of a case"),
    "faces_per_case": Message("faces of a case"),
    "one_face_share": Message("share of cases with one face"),
    "hand_overs_per_case": Message("changes of hands of a case"),
    "asks_per_case": Message("times that the citizen is asked for something"),
    "contacts_per_case": Message("contacts from the citizen of a case"),
    "touch_minutes_per_case": Message("minutes of work on a case, in open hours"),
    "days_mean": Message("days from the first step to the last"),
    "days_p50": Message("days within which half of the cases are done"),
    "days_p90": Message("days within which nine of ten are done"),
    "pick_up_days": Message("days that a case waits for another person, each time"),
    "pick_up_cv": Message("their coefficient of variation"),
    "ready": Message("share of cases that wait for an answer"),
    "ready_days": Message("days that they wait for it"),
    "failure_share_of_hour": Message("share of failure demand in an hour of listening"),
    "failure_share": Message("share of failure demand in the service"),
    "cause_share": Message("share of failure demand with this cause"),
    "weekday_factor": Message("arrivals of a weekday over those of a mean open day"),
    "hour_share": Message("share of a day's arrivals that comes in an hour"),
    "staff": Message("persons on the roster"),
    "full_days": Message("whole persons, by their hours, on a working day"),
    "hours_per_week": Message("hours of all persons in a week"),
    "shift_hours": Message("hours of a shift"),
    "days_per_person": Message("days a week that a person works"),
}
"""The quantities, in the order in which they are told."""
