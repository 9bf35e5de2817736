"""A log of a simulated service is forecast: nothing changes, so its second half is as its first."""

from datetime import date

import numpy as np
import pytest

from sim.own.breaks import Break
from sim.own.build import AS_IT_IS, build_scenario
from sim.own.forecast import find_curves, find_forecast, fit_rest
from sim.own.recent import Recent
from sim.own.simulated import simulate_caselog
from sim.words.forecast import tell_known
from tests.unit.own.known import know_of


@pytest.fixture(scope="module")
def forecast():
    return find_forecast(simulate_caselog(build_scenario(know_of()), AS_IT_IS, days=500, seed=3))


def test_what_does_not_change_is_foretold(forecast):
    held = {one.name: one for one in forecast.held}
    assert held["arrivals_per_day"].error < 0.25
    assert held["faces_per_case"].error < 0.15
    assert held["days_p50"].error < 0.5


def test_both_halves_are_of_one_log(forecast):
    assert forecast.first.ends_us <= int(forecast.second.end_us.min())
    assert abs(forecast.first.cases - forecast.second.cases) <= 1


def test_curves_never_fall(forecast):
    curves = find_curves(forecast)
    for days in curves:
        told = days[np.isfinite(days)]
        assert len(told) > 50
        assert (told[1:] >= told[:-1]).all()


def test_a_fit_comes_nearer_and_says_what_it_moved(monkeypatch):
    monkeypatch.setattr("sim.own.forecast.fitting.MOST_TRIES", 30)
    aimed = know_of(days_p50=1.0, days_p90=9.0)
    found = fit_rest(aimed)
    assert found.distance < found.before
    assert set(found.names) == {"pick_up_days", "pick_up_cv", "ready", "ready_days"}
    assert all(found.known.is_fitted(name) for name in found.names)


def test_without_days_there_is_nothing_to_fit_to():
    unknown = know_of(days_p50=float("nan"))
    assert fit_rest(unknown).names == ()


def test_a_break_that_was_seen_in_time_is_told_apart_from_one_that_was_not(forecast):
    change = Break("faces", date(2018, 6, 4), 2.5, 1.2)
    late = forecast._replace(breaks=(change,), breaks_known=(), recent=Recent(forecast.first, None))
    early = late._replace(breaks_known=(change,), recent=Recent(forecast.first, change))

    assert list(tell_known(forecast)) == []
    assert "None of this could be seen yet" in next(tell_known(late))
    assert f"built of the {forecast.first.cases} cases since" in next(tell_known(early))
    assert (late.to_dict()["breaks_known"], len(early.to_dict()["breaks_known"])) == ([], 1)
