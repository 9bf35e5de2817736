"""What fitting shared constants says: how well all services fit, and what that leaves open."""

from collections.abc import Iterator

from sim.analysis.calibration import SharedCalibration
from sim.message import Message
from sim.words.calibration import rows_of_quantities, tell_ensemble
from sim.words.language import say

SERVICE_COLUMNS = (
    Message("service"),
    Message("independent figures"),
    Message("within, as filed"),
    Message("within, best"),
)
OWN_COLUMNS = (
    Message("service"),
    Message("fitted quantity of its own"),
    Message("file"),
    Message("best"),
    Message("fit alike"),
    Message("of its range"),
)
HEADING = Message("**What services share**: the best of {n} candidates")
WITHIN = Message(
    "{within} of {of} independent figures within tolerance; with the files' own values {before}."
)
JUDGED = Message("Judged by means of {n} replications; candidates by {fewer}.")
APART = Message("{service} was not run: {reason}.")


def tell_heading(found: SharedCalibration) -> str:
    """Tell what was done."""
    return say(HEADING, n=found.evaluations)


def rows_of_services(found: SharedCalibration) -> list[list[str]]:
    """Return a row for each service that was fitted."""
    return [
        [one.service, str(len(one.best)), str(one.within_filed), str(one.within_best)]
        for one in found.services
    ]


def rows_of_own(found: SharedCalibration) -> list[list[str]]:
    """Return a row for each fitted quantity that a service has of its own."""
    return [
        [one.service, *row] for one in found.services for row in rows_of_quantities(one.quantities)
    ]


def tell_fit(found: SharedCalibration) -> Iterator[str]:
    """Tell how many figures are met, before and after, and by what they are judged."""
    within = sum(one.within_best for one in found.services)
    before = sum(one.within_filed for one in found.services)
    yield say(WITHIN, within=within, of=found.figures, before=before)
    yield say(JUDGED, n=found.judged, fewer=found.replications)


def tell_open(found: SharedCalibration) -> Iterator[str]:
    """Tell what the evidence leaves open of the constants, and which services have no part."""
    yield from map(say, tell_ensemble(found.constants))
    for one in found.apart:
        yield say(APART, service=one.service, reason=say(one.reason))


def tell_next(*, is_written: bool) -> str:
    """Tell what to do with what was found."""
    if is_written:
        return say(Message("Copied over the files in scenarios/, what was written takes effect."))
    return say(Message("Nothing is written. To keep it: {option}", option="--write NEW-FOLDER"))
