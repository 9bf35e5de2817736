"""Failure contacts by their cause: what was lost, most upstream first."""

from sim.eventlog import Cause
from sim.ledger import Tally
from sim.measures.counting import count_cases
from sim.measures.measure import Measure
from sim.measures.reading import NOBODY_CAME, Reading, ratio
from sim.measures.view import View


def contacts_of_cause(view: View, cause: Cause) -> Reading:
    """Return inbound contacts of one cause per case."""
    return ratio(view.totals[Tally.CONTACTS_IN + cause], count_cases(view), NOBODY_CAME)


def measure_failure_contacts_turned_away(view: View) -> Reading:
    """Failure contacts because a small need was turned away.

    Notes
    -----
    Formula: inbound contacts of cause TURNED_AWAY / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.2, §4.3; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.TURNED_AWAY)


def measure_failure_contacts_capture(view: View) -> Reading:
    """Failure contacts because a particular had not got into the organisation.

    Notes
    -----
    Formula: inbound contacts of cause CAPTURE / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.7; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.CAPTURE)


def measure_failure_contacts_convey(view: View) -> Reading:
    """Failure contacts because a particular was lost at a change of hands.

    Notes
    -----
    Formula: inbound contacts of cause CONVEY / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.1; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.CONVEY)


def measure_failure_contacts_absorb(view: View) -> Reading:
    """Failure contacts because the answer that the rules allow did not fit.

    Notes
    -----
    Formula: inbound contacts of cause ABSORB / cases (or months of clients).

    Unit: contacts per case.

    Source: report §7; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.ABSORB)


def measure_failure_contacts_cap(view: View) -> Reading:
    """Failure contacts because content was cut.

    Notes
    -----
    Formula: inbound contacts of cause CAP / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.2; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.CAP)


def measure_failure_contacts_premature(view: View) -> Reading:
    """Failure contacts because the case was closed before it was done.

    Notes
    -----
    Formula: inbound contacts of cause PREMATURE / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.5; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.PREMATURE)


def measure_failure_contacts_chase(view: View) -> Reading:
    """Failure contacts because the citizen asks how it goes.

    Notes
    -----
    Formula: inbound contacts of cause CHASE / cases (or months of clients).

    Unit: contacts per case.

    Source: report §6.1; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.CHASE)


def measure_failure_contacts_citizen(view: View) -> Reading:
    """Failure contacts because the citizen made an error.

    Notes
    -----
    Formula: inbound contacts of cause CITIZEN / cases (or months of clients).

    Unit: contacts per case.

    Source: no claim of the report; left out of the strict share; cause as the engine logs it.
    """
    return contacts_of_cause(view, Cause.CITIZEN)


FAMILY = (
    Measure(
        "failure_contacts_turned_away",
        "contacts per case",
        "Turned away",
        "lower",
        measure_failure_contacts_turned_away,
    ),
    Measure(
        "failure_contacts_capture",
        "contacts per case",
        "Not captured",
        "lower",
        measure_failure_contacts_capture,
    ),
    Measure(
        "failure_contacts_convey",
        "contacts per case",
        "Lost between hands",
        "lower",
        measure_failure_contacts_convey,
    ),
    Measure(
        "failure_contacts_absorb",
        "contacts per case",
        "Answer did not fit",
        "lower",
        measure_failure_contacts_absorb,
    ),
    Measure(
        "failure_contacts_cap",
        "contacts per case",
        "Content cut",
        "lower",
        measure_failure_contacts_cap,
    ),
    Measure(
        "failure_contacts_premature",
        "contacts per case",
        "Closed too early",
        "lower",
        measure_failure_contacts_premature,
    ),
    Measure(
        "failure_contacts_chase",
        "contacts per case",
        "Where is my case?",
        "lower",
        measure_failure_contacts_chase,
    ),
    Measure(
        "failure_contacts_citizen",
        "contacts per case",
        "The citizen's own error",
        "lower",
        measure_failure_contacts_citizen,
    ),
)
