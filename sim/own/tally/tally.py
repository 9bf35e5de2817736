"""A tally: what somebody who listened has counted, contact by contact."""

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.design.conditions import CONDITIONS
from sim.own.caselog import DAY_US, SECOND_US

CAUSES = CONDITIONS
"""What a failure contact may come from: the eight conditions, in their order."""
NO_CAUSE = -1
MOST_GAP_US = 30 * 60 * SECOND_US
"""Who hears nothing for longer has left, and come back for another hour."""
EPOCH = datetime(1970, 1, 1)


class Kind(IntEnum):
    """What a contact is, from the citizen's perspective."""

    VALUE = 0
    """What the service is there for."""
    FAILURE = 1
    """Something was not done, or not done right."""
    UNSURE = 2
    """It could not be told."""


class Contact(NamedTuple):
    """One contact that was listened to.

    Attributes
    ----------
    time
        By the clock on the wall.
    kind
        What it is.
    cause
        One of `CAUSES`; none where it is no failure, or where nobody has said.
    has_words
        Whether the citizen's words were written down; the words themselves are not kept.
    """

    time: datetime
    kind: Kind
    cause: str | None = None
    has_words: bool = False


class Tally(NamedTuple):
    """Contacts by their time.

    Attributes
    ----------
    time_us
        Microseconds since 1970 by the clock on the wall: shape (contacts,), int64.
    hour
        Which hour of listening it belongs to, from 0: a pause of more than 30 minutes, or another
        day, begins a new one. Shape (contacts,), int32.
    kind
        A `Kind`: shape (contacts,), int8.
    cause
        Its place in `CAUSES`, or `NO_CAUSE`: shape (contacts,), int8.
    with_words
        Of how many the citizen's words were written down.
    """

    time_us: NDArray[np.int64]
    hour: NDArray[np.int32]
    kind: NDArray[np.int8]
    cause: NDArray[np.int8]
    with_words: int

    @property
    def hours(self) -> int:
        """How many hours of listening there are."""
        return int(self.hour[-1]) + 1 if len(self.hour) else 0


def build_tally(contacts: Iterable[Contact]) -> Tally:
    """Build a tally of contacts in any order; its arrays cannot be written to."""
    listed = sorted(contacts, key=lambda one: one.time)
    time_us = np.array([_count_us(one.time) for one in listed], np.int64)
    causes = [NO_CAUSE if one.cause is None else CAUSES.index(one.cause) for one in listed]
    arrays = (
        time_us,
        _find_hours(time_us),
        np.array([one.kind for one in listed], np.int8),
        np.array(causes, np.int8),
    )
    for array in arrays:
        array.flags.writeable = False
    return Tally(*arrays, sum(one.has_words for one in listed))


def _count_us(time: datetime) -> int:
    since = time - EPOCH
    return since.days * DAY_US + since.seconds * SECOND_US + since.microseconds


def _find_hours(time_us: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return the hour of listening of each contact, from 0."""
    if not len(time_us):
        return np.zeros(0, np.int32)
    begins = (np.diff(time_us) > MOST_GAP_US) | (np.diff(time_us // DAY_US) > 0)
    return np.concatenate([[0], np.cumsum(begins)]).astype(np.int32)
