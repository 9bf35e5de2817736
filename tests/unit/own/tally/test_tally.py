from datetime import datetime, timedelta

import numpy as np
import pytest

from sim.own.tally import Contact, Kind, build_tally

NINE = datetime(2026, 11, 27, 9)


def at(*minutes):
    return build_tally(Contact(NINE + timedelta(minutes=one), Kind.VALUE) for one in minutes)


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [
        ((0, 29, 59), [0, 0, 0]),
        ((0, 30), [0, 0]),
        ((0, 31), [0, 1]),
        ((31, 0), [0, 1]),
        ((895, 905), [0, 1]),  # before midnight and after it
        ((), []),
    ],
)
def test_a_pause_or_another_day_begins_another_hour(minutes, hours):
    assert at(*minutes).hour.tolist() == hours


def test_what_is_kept_stands_by_its_time_and_cannot_be_changed():
    tally = build_tally(
        [
            Contact(NINE + timedelta(minutes=1), Kind.FAILURE, "digital", has_words=True),
            Contact(NINE, Kind.UNSURE),
        ]
    )

    assert tally.kind.tolist() == [Kind.UNSURE, Kind.FAILURE]
    assert tally.cause.tolist() == [-1, 5]
    assert np.diff(tally.time_us).tolist() == [60_000_000]
    assert (tally.hours, tally.with_words) == (1, 1)
    with pytest.raises(ValueError, match="read-only"):
        tally.kind[0] = 0
