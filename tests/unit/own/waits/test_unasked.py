"""A citizen who asks how it goes ends no wait: the case waits on, for whoever takes it up."""

import numpy as np
import pytest

from sim.own.caselog import UNKNOWN, CaseLog, Role
from sim.own.waits import Ender, measure_waits
from sim.own.waits.attribute import attribute_waits

HOUR_US = 3_600_000_000
WORK, ASK, CITIZEN, CLOSE = (int(role) for role in (Role.WORK, Role.ASK, Role.CITIZEN, Role.CLOSE))


def log_of(*steps, cases=1):
    """The same case so many times: a step for each role and person, an hour apart."""
    roles, persons = zip(*steps, strict=True)
    times_us = np.tile(np.arange(len(steps)) * HOUR_US, cases)
    return CaseLog(
        case=np.repeat(np.arange(cases), len(steps)).astype(np.int32),
        activity=np.tile(roles, cases).astype(np.int32),
        person=np.tile(persons, cases).astype(np.int32),
        end_us=times_us,
        start_us=times_us,
        role=np.arange(len(Role), dtype=np.int8),
        is_machine=np.zeros(3, np.bool_),
        case_names=tuple(map(str, range(cases))),
        activity_names=tuple(role.name for role in Role),
        person_names=("a", "b", "c"),
        zone="UTC",
        ends_us=int(times_us.max()),
    )


COMES, ASKED, CALLS = (CITIZEN, UNKNOWN), (ASK, 0), (CITIZEN, UNKNOWN)
ANOTHER, SAME, BY_CITIZEN = int(Ender.ANOTHER), int(Ender.SAME), int(Ender.CITIZEN)


@pytest.mark.parametrize(
    ("steps", "enders"),
    [
        ((COMES, (WORK, 0), ASKED, CALLS, (WORK, 0)), [ANOTHER, SAME, BY_CITIZEN, SAME]),
        (
            (COMES, ASKED, CALLS, (WORK, 0), CALLS, (WORK, 1)),
            [-2, BY_CITIZEN, SAME, ANOTHER, ANOTHER],
        ),
        ((COMES, CALLS, CALLS, ASKED), [ANOTHER, ANOTHER, ANOTHER]),
        ((COMES, ASKED, (CLOSE, 0), CALLS, (WORK, 0)), [-2, -2, BY_CITIZEN, SAME]),
        ((COMES, ASKED, CALLS, CALLS), [-2, BY_CITIZEN, BY_CITIZEN]),
    ],
    ids=["asked", "how it goes", "before work", "closed", "nothing follows"],
)
def test_only_who_was_asked_or_answered_is_waited_for(steps, enders):
    found = attribute_waits(log_of(*steps)).ender.tolist()[1:]

    assert [ender for ender in enders if ender >= 0] == [
        one for one, ender in zip(found, enders, strict=True) if ender >= 0
    ]


def test_a_log_that_tells_of_no_asking_says_nothing_of_it():
    found = attribute_waits(log_of(COMES, (WORK, 0), CALLS, (WORK, 1))).ender

    assert found.tolist() == [-1, ANOTHER, BY_CITIZEN, ANOTHER]


def test_days_of_calls_are_those_of_whom_the_case_waits_for():
    steps = (COMES, (WORK, 0), CALLS, CALLS, (WORK, 1), ASKED, CALLS, (CLOSE, 0))

    waits = measure_waits(log_of(*steps, cases=30))

    hours = {ender: 24 * one.value for ender, one in waits.days_per_case.items()}
    assert hours[Ender.ANOTHER] == pytest.approx(5)
    assert hours[Ender.CITIZEN] == pytest.approx(1)
