"""Breaks of a log. Where none is, at most 1 in 100 logs is said to have one."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from sim.own.breaks import Break, find_breaks
from sim.own.caselog import DAY_US
from tests.unit.own.caselogs import build_log, build_log_of, draw_log

WEEK = timedelta(days=7)


def test_a_log_without_a_change_has_no_break():
    # Of 40 logs, more than 3 would be said to have one with a chance of 6 in 10 000.
    found = sum(bool(find_breaks(draw_log(seed, weeks=40, per_day=2))) for seed in range(40))

    assert found <= 3


def join(before, after, weeks):
    """Put one log behind another that lasts so many weeks."""
    tables = [
        pd.DataFrame(
            {
                "case": log.case + nth * 1_000_000,
                "activity": [log.activity_names[one] for one in log.activity],
                "person": log.person,
                "end": log.end_us + nth * weeks * 7 * DAY_US,
            }
        )
        for nth, log in enumerate((before, after))
    ]
    return build_log_of(pd.concat(tables))._replace(ends_us=after.ends_us + weeks * 7 * DAY_US)


def test_a_change_of_arrivals_is_found_when_it_comes_and_nothing_else():
    log = join(draw_log(1, weeks=30, per_day=4), draw_log(2, weeks=30, per_day=8), 30)
    breaks = find_breaks(log)

    change = date(2024, 1, 1) + 30 * WEEK
    assert [one.name for one in breaks] == ["arrivals"]
    assert abs(breaks[0].day - change) <= 2 * WEEK and breaks[0].day.weekday() == 0
    assert 15 < breaks[0].before < 25
    assert 35 < breaks[0].after < 45


def test_one_person_who_sees_cases_through_is_found():
    after = draw_log(2, weeks=30)
    alone = after._replace(person=np.minimum(after.case % 5, 29).astype(np.int32))
    breaks = find_breaks(join(draw_log(1, weeks=30), alone, 30))

    change = date(2024, 1, 1) + 30 * WEEK
    by_name = {one.name: one for one in breaks}
    assert by_name.keys() == {"faces", "hand_overs"}
    assert all(abs(one.day - change) <= 2 * WEEK for one in breaks)
    assert by_name["faces"].after < 1.05
    assert by_name["faces"].before > 2


def test_short_and_empty_logs_and_those_without_persons_have_none_of_faces():
    log = draw_log(1, weeks=30)

    assert find_breaks(build_log([])) == ()
    assert find_breaks(draw_log(1, weeks=5)) == ()
    nameless = log._replace(person=np.full(len(log.person), -1, np.int32))
    assert all(isinstance(one, Break) and one.name != "faces" for one in find_breaks(nameless))
