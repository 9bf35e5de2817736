"""What a measure says: a value, or why it does not apply."""

from typing import NamedTuple

NO_CASES = "there are no one-off cases here"
NO_VISITS = "this service has no visits"
NOBODY_CAME = "nobody came in these days"
NOBODY_HELPED = "nobody was helped"
NO_CONTACTS = "nobody contacted the service"
NO_WORK = "no work was done"
NONE_CLOSED = "no case was closed"
NONE_MET = "no need was met"


class Reading(NamedTuple):
    """A measure's value.

    Attributes
    ----------
    value
        The value; None where the measure does not apply.
    reason
        In plain words why it does not; None where it does.
    """

    value: float | None
    reason: str | None = None


def ratio(part: float, whole: float, reason: str) -> Reading:
    """Return a part of a whole; where there is no whole, the reason."""
    return Reading(None, reason) if whole == 0 else Reading(float(part / whole))
