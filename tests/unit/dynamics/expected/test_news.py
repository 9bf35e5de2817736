"""News: how many cases have no last answer after a wait, against answers drawn one by one."""

import numpy as np
import pytest

from sim.calendar import Calendar
from sim.dynamics.expected.lying import measure_lying
from sim.dynamics.expected.news import News
from sim.units import DAY_S, HOUR_S

OFFICE = Calendar(days_per_week=5, opens_s=8 * HOUR_S, day_s=8 * HOUR_S)
ALWAYS = Calendar(days_per_week=7, opens_s=0, day_s=24 * HOUR_S)
MEAN_DAYS = 2.3


def lie_for(days, calendar):
    return measure_lying(np.full(512, round(days * DAY_S)), calendar)


def test_where_it_never_closes_they_are_as_many_as_an_exponential_time_leaves():
    left = News(1.0).wait(lie_for(1.5, ALWAYS), MEAN_DAYS, is_told_late=True)

    assert left.coming == pytest.approx(np.exp(-1.5 / MEAN_DAYS))
    assert left.late == pytest.approx(0)


def test_what_comes_to_exist_while_it_is_closed_is_told_late():
    lying = lie_for(0.6, OFFICE)
    left = News(1.0).wait(lying, MEAN_DAYS, is_told_late=True)

    days = -MEAN_DAYS * np.log(1 - (np.arange(400)[:, np.newaxis] + 0.5) / 400)
    assert left.coming == pytest.approx((days > lying.lasts_days).mean(), abs=0.003)
    is_late = (days > lying.known_days) & (days <= lying.lasts_days)
    assert left.late == pytest.approx(is_late.mean(), abs=0.003)
    assert left.late > 0.1


def test_it_is_told_at_once_where_calls_have_no_hours():
    left = News(1.0).wait(lie_for(0.6, OFFICE), MEAN_DAYS, is_told_late=False)

    assert left.late == 0
    assert 0 < left.coming < 1


def test_what_is_late_is_told_before_the_next_day():
    assert News(0.0, 1.0).wait(lie_for(1, OFFICE), MEAN_DAYS, is_told_late=True) == News()
    at_once = News(0.0, 1.0).wait(lie_for(0, OFFICE), MEAN_DAYS, is_told_late=True)
    assert at_once.late == 1


def test_parts_add_up():
    news = News(0.4, 0.2)

    assert news.number == pytest.approx(0.6)
    assert news.scale(0.5).join(news.scale(0.5)) == pytest.approx(news)
