import numpy as np
import pytest

from sim.calendar import Calendar
from sim.eventlog import Event
from sim.experiment.warmup import count_open, find_turnover, find_warm_up, mser
from sim.ledger import build_ledger
from sim.scenario import load_scenario
from tests.logs import DAY, HOURS, log_of, people, row

EVERY_DAY = Calendar(days_per_week=7, opens_s=0, day_s=86_400)


def test_by_hand():
    # cut 0: mean 3.5, squares 11,  over 16: 0.69
    # cut 1: mean 8/3, squares 8/3, over  9: 0.30
    # cut 2: mean 3,   squares 2,   over  4: 0.50
    assert mser(np.array([6.0, 2.0, 4.0, 2.0]), 2) == 1


def test_of_equal_cuts_the_shortest():
    assert mser(np.full(8, 3.0), 4) == 0


def test_the_longest_cut_is_kept_to():
    assert mser(np.array([9.0, 9.0, 9.0, 1.0, 1.0, 1.0]), 2) <= 2


def test_an_empty_beginning_is_cut_off():
    series = np.array([0.0] * 10 + [8.0] * 40)

    assert find_warm_up(series, HOURS, 70) == (14, True)  # 10 open days are two weeks
    assert find_warm_up(series, EVERY_DAY, 50) == (10, True)


def test_a_beginning_like_the_rest_is_kept():
    series = np.tile([4.0, 6.0, 5.0, 5.0, 5.0], 10)

    assert find_warm_up(series, HOURS, 70) == (0, True)


@pytest.mark.parametrize("days", [14, 30, 100, 365])
def test_at_most_half_is_cut_off_where_it_never_settles(days):
    series = np.arange(HOURS.open_days(days + 60), dtype=np.float64) ** 2

    assert find_warm_up(series, HOURS, days).day <= days / 2


def test_a_cut_at_the_cap_is_not_over():
    series = np.array([0.0] * 25 + [8.0] * 25)

    assert find_warm_up(series, EVERY_DAY, 50) == (25, False)


@pytest.mark.parametrize(("days", "warm_up"), [(2_400, (1_200, True)), (2_398, (1_199, False))])
def test_clients_there_at_the_start_are_replaced_first(days, warm_up):
    home_care = load_scenario("home-care")  # episodes of 400 days

    assert find_turnover(home_care, days) == warm_up


def test_cases_have_no_turnover_to_wait_for():
    assert find_turnover(load_scenario("sickness-benefit"), 100) == (0, True)


def test_cases_are_counted_at_the_end_of_each_open_day():
    log = log_of(
        row(0, Event.ARRIVE, 0),
        row(DAY - 1, Event.ARRIVE, 1),
        row(DAY + 1, Event.MET, 0),
        row(4 * DAY + 1, Event.ABANDON, 1),
        row(5 * DAY + 1, Event.RESUME, 1),
    )

    ledger = build_ledger(log, people([0, 0]), HOURS)

    assert count_open(ledger, 9).tolist() == [2, 1, 1, 1, 0, 1, 1]
