"""The twin keeps its books, and every service without visits has one whose units agree."""

from functools import cache

import numpy as np
import pytest

from sim.dynamics import STEPS, build_twin, run_model
from sim.dynamics.system.dimensions import check_units
from sim.errors import RunError
from sim.scenario import has_visits, list_services, load_scenario

PAIR = ("functionalised", "absorbing")
OF_CASES = [name for name in list_services() if not has_visits(load_scenario(name))]
DAYS = 120
TRANSIT = ("total", "used", "usual", "asking", "felt", "standard", "strain", "spared", "calls")
"""How stocks begin that hold no cases."""


@cache
def course(service, design):
    model = build_twin(load_scenario(service), design, DAYS)
    return model, run_model(model, DAYS, keep_every=STEPS)


def is_of_cases(name):
    return not name.startswith((*TRANSIT, "citizen_days", "due_queues", "due_lies", "due_with"))


@pytest.mark.parametrize("service", OF_CASES)
@pytest.mark.parametrize("design", PAIR)
def test_the_units_of_every_twin_agree(service, design):
    assert check_units(build_twin(load_scenario(service), design, 14)) == []


@pytest.mark.parametrize("design", PAIR)
def test_who_came_is_met_lost_or_still_there(design):
    model, run = course("sickness-benefit", design)
    stocks = [stock.name for stock in model.stocks if is_of_cases(stock.name)]
    still = sum(run.course(name)[-1] for name in stocks)
    came, met, lost = (run.course(f"total_{name}")[-1] for name in ("came", "met", "lost"))

    assert came == pytest.approx(met + lost + still, rel=1e-9)
    assert met > 0.7 * came


@pytest.mark.parametrize("design", PAIR)
def test_nothing_is_below_nothing(design):
    model, run = course("sickness-benefit", design)
    lowest = {stock.name: run.course(stock.name).min() for stock in model.stocks}

    assert min(lowest.values()) >= -1e-9, min(lowest, key=lowest.get)


def test_no_more_staff_are_busy_than_there_are_or_have_a_job():
    _, run = course("childcare-placement", "absorbing")

    assert (run.course("busy_1") <= run.course("staff_1") + 1e-9).all()
    assert (run.course("busy_1") <= run.course("jobs_1") + 1e-9).all()
    assert run.course("busy_1").max() > 1


def test_on_days_off_nobody_comes_and_nothing_is_answered():
    _, run = course("sickness-benefit", "functionalised")
    came = np.diff(run.course("total_came"))
    weekday = np.arange(len(came)) % 7

    assert (came[weekday >= 5] == 0).all()
    assert came[weekday < 5] == pytest.approx(20.0)
    assert (np.diff(run.course("total_chased"))[weekday >= 5] == 0).all()


def test_a_service_with_visits_has_no_twin():
    with pytest.raises(RunError, match="makes visits"):
        build_twin(load_scenario("home-care"), "absorbing", 14)


def test_who_waits_for_a_certificate_and_then_for_an_exception_is_counted_once():
    """With everybody controlled, and answers that seldom fit, both shares are near 1."""
    beset = ("absorbing.inspection.share=1", "absorbing.standards.absorb=0.2")
    model = build_twin(load_scenario("sickness-benefit", beset), "absorbing", DAYS)
    run = run_model(model, DAYS, keep_every=STEPS)

    assert min(run.course(flow.name).min() for flow in model.flows if flow.name[:4] == "sent") >= 0
    assert min(run.course(stock.name).min() for stock in model.stocks) >= -1e-9


def test_half_as_long_shifts_are_half_the_staff():
    service = load_scenario("sickness-benefit")
    halved = load_scenario("sickness-benefit", ["staff.shifts.0.hours=3.75"])

    whole, half = (
        run_model(build_twin(one, "absorbing", 7), 1).course("staff_1")[0]
        for one in (service, halved)
    )

    assert half == pytest.approx(whole / 2)
