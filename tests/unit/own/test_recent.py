"""A service is told as it is now: of the cases since it became another one."""

from datetime import date

import numpy as np

from sim.own.breaks import Break
from sim.own.recent import find_recent
from tests.unit.own.caselogs import draw_log


def test_a_service_that_stays_itself_is_told_whole():
    log = draw_log(1, weeks=20)
    assert find_recent(log).log.cases == log.cases


def test_only_the_cases_since_a_break_count(monkeypatch):
    log = draw_log(1, weeks=40, per_day=5)
    when = np.datetime64(int(np.median(log.end_us)), "us").astype(date)
    change = Break("faces", when, 2.5, 1.2)
    monkeypatch.setattr("sim.own.recent.find_breaks", lambda _: (change,))
    recent = find_recent(log)
    assert recent.since == change
    assert 150 <= recent.log.cases < log.cases


def test_more_arrivals_make_no_other_service(monkeypatch):
    log = draw_log(1, weeks=20)
    busier = Break("arrivals", date(2020, 1, 1), 5.0, 9.0)
    monkeypatch.setattr("sim.own.recent.find_breaks", lambda _: (busier,))
    assert find_recent(log).since is None
