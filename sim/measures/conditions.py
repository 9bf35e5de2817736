"""Failure contacts by the condition of the design that caused them."""

from enum import IntEnum

import numpy as np

from sim.eventlog import Cause, Waiting
from sim.ledger import Tally
from sim.ledger.columns import Whole
from sim.measures.counting import count_cases
from sim.measures.measure import Measure
from sim.measures.once import once
from sim.measures.reading import NOBODY_CAME, Reading, ratio
from sim.measures.view import View


class Condition(IntEnum):
    """What a failure contact is laid to."""

    NOTHING = 0
    DIGITAL = 1
    FUNCTIONS = 2
    STANDARDS = 3
    BUDGET = 4
    TARGETS = 5
    INSPECTION = 6
    CENTRALISATION = 7
    CITIZEN = 8


OF_CAUSE = {
    Cause.TURNED_AWAY: Condition.BUDGET,
    Cause.CAPTURE: Condition.DIGITAL,
    Cause.CONVEY: Condition.FUNCTIONS,
    Cause.ABSORB: Condition.STANDARDS,
    Cause.CAP: Condition.BUDGET,
    Cause.PREMATURE: Condition.TARGETS,
    Cause.CITIZEN: Condition.CITIZEN,
}
OF_WAITING = {
    Waiting.FRONT: Condition.CENTRALISATION,
    Waiting.POOL: Condition.FUNCTIONS,
    Waiting.HOLD: Condition.TARGETS,
    Waiting.INSPECTION: Condition.INSPECTION,
    Waiting.EXCEPTION: Condition.STANDARDS,
}
"""A call to ask how it goes is laid to what the case waits for."""


@once
def failure_contacts_by_condition(view: View) -> Whole:
    """Count failure contacts by `Condition`; under NOTHING those that are laid to none, and value.

    Calls to ask how it goes count by what the case waits for, all others by their cause.
    """
    counts = [0] * len(Condition)
    for cause in set(Cause) - {Cause.CHASE}:
        counts[OF_CAUSE.get(cause, Condition.NOTHING)] += view.totals[Tally.CONTACTS_IN + cause]
    for what in Waiting:
        counts[OF_WAITING.get(what, Condition.NOTHING)] += view.totals[Tally.CHASES_WAITING + what]
    return np.array(counts, np.int64)


def contacts_from(view: View, condition: Condition) -> Reading:
    """Return failure contacts laid to one condition per case."""
    contacts = failure_contacts_by_condition(view)[condition]
    return ratio(float(contacts), count_cases(view), NOBODY_CAME)


def measure_failure_contacts_from_digital(view: View) -> Reading:
    """Failure contacts from what the form or dialogue did not capture.

    Notes
    -----
    Formula: inbound contacts of cause CAPTURE
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.7, §7.
    """
    return contacts_from(view, Condition.DIGITAL)


def measure_failure_contacts_from_functions(view: View) -> Reading:
    """Failure contacts from changes of hands, and waiting for a function.

    Notes
    -----
    Formula: inbound contacts of cause CONVEY, and of CHASE while waiting for a function
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.1, §7.
    """
    return contacts_from(view, Condition.FUNCTIONS)


def measure_failure_contacts_from_standards(view: View) -> Reading:
    """Failure contacts from answers that do not fit, and waiting for an exception.

    Notes
    -----
    Formula: inbound contacts of cause ABSORB, and of CHASE while waiting for an exception
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §7.
    """
    return contacts_from(view, Condition.STANDARDS)


def measure_failure_contacts_from_budget(view: View) -> Reading:
    """Failure contacts from content cut and needs turned away.

    Notes
    -----
    Formula: inbound contacts of causes CAP and TURNED_AWAY
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.2, §4.3, §7.
    """
    return contacts_from(view, Condition.BUDGET)


def measure_failure_contacts_from_targets(view: View) -> Reading:
    """Failure contacts from closing to the target, and work held to its deadline.

    Notes
    -----
    Formula: inbound contacts of cause PREMATURE, and of CHASE while work is held
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.5, §7.
    """
    return contacts_from(view, Condition.TARGETS)


def measure_failure_contacts_from_inspection(view: View) -> Reading:
    """Failure contacts from waiting for a control.

    Notes
    -----
    Formula: inbound contacts of cause CHASE while the case is inspected
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.6, §7.
    """
    return contacts_from(view, Condition.INSPECTION)


def measure_failure_contacts_from_centralisation(view: View) -> Reading:
    """Failure contacts from waiting for the front office.

    Notes
    -----
    Formula: inbound contacts of cause CHASE while waiting for the front office
    / cases (or months of clients).

    Unit: contacts per case.

    Source: report §4.1, §7.
    """
    return contacts_from(view, Condition.CENTRALISATION)


def measure_failure_contacts_from_citizen(view: View) -> Reading:
    """Failure contacts from the citizen, and no condition.

    Notes
    -----
    Formula: inbound contacts of cause CITIZEN
    / cases (or months of clients).

    Unit: contacts per case.

    Source: no claim of the report.
    """
    return contacts_from(view, Condition.CITIZEN)


FAMILY = (
    Measure(
        "failure_contacts_from_digital",
        "contacts per case",
        "From digital",
        "lower",
        measure_failure_contacts_from_digital,
    ),
    Measure(
        "failure_contacts_from_functions",
        "contacts per case",
        "From functions",
        "lower",
        measure_failure_contacts_from_functions,
    ),
    Measure(
        "failure_contacts_from_standards",
        "contacts per case",
        "From standards",
        "lower",
        measure_failure_contacts_from_standards,
    ),
    Measure(
        "failure_contacts_from_budget",
        "contacts per case",
        "From budget",
        "lower",
        measure_failure_contacts_from_budget,
    ),
    Measure(
        "failure_contacts_from_targets",
        "contacts per case",
        "From targets",
        "lower",
        measure_failure_contacts_from_targets,
    ),
    Measure(
        "failure_contacts_from_inspection",
        "contacts per case",
        "From inspection",
        "lower",
        measure_failure_contacts_from_inspection,
    ),
    Measure(
        "failure_contacts_from_centralisation",
        "contacts per case",
        "From centralisation",
        "lower",
        measure_failure_contacts_from_centralisation,
    ),
    Measure(
        "failure_contacts_from_citizen",
        "contacts per case",
        "From citizens' own errors",
        "lower",
        measure_failure_contacts_from_citizen,
    ),
)
