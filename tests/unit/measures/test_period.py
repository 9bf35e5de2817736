"""What the books tell of some days: all that was done in them, whoever came when."""

from itertools import pairwise

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.ledger import EndState, Tally
from sim.measures import Days, build_period_view
from sim.measures.counting import count_helped
from sim.measures.registry import measure
from sim.population import draw_citizens
from sim.scenario import load_scenario
from sim.units import DAY_S
from tests.builders import build_scenario

CUTS = (0, 20, 41, 60)
SERVICES = {"cases": build_scenario(), "visits": load_scenario("home-care", ["staff.total=21"])}
DESIGN = "functionalised"


@pytest.fixture(scope="module", params=SERVICES)
def service(request):
    return SERVICES[request.param]


@pytest.fixture(scope="module")
def books(service):
    """The books of one run as they stand on some days."""
    citizens = draw_citizens(service, 1, 0, CUTS[-1])
    blueprint, engine = build_blueprint(service, DESIGN), get_engine("fast")
    requests = [RunRequest(blueprint, citizens, 7, day) for day in CUTS]
    return engine.simulate_batch(requests, build_stop_sign())


def list_periods(service, books):
    for nth, (start, end) in enumerate(pairwise(CUTS)):
        days = Days(start * DAY_S, end * DAY_S)
        yield build_period_view(books[nth + 1], books[nth], service, DESIGN, days)


def test_all_that_is_done_is_done_in_one_of_the_periods(service, books):
    totals = [view.totals for view in list_periods(service, books)]

    assert np.sum(totals, axis=0).tolist() == books[-1].tallies.counts.sum(axis=0).tolist()
    assert all(of_period[Tally.JOBS] > 0 for of_period in totals)


def test_who_is_helped_is_helped_in_one_of_the_periods(service, books):
    """Clients with visits are helped for months: as many in parts as in all."""
    helped = [count_helped(view) for view in list_periods(service, books)]
    days = Days(0, CUTS[-1] * DAY_S)
    whole = build_period_view(books[-1], books[0], service, DESIGN, days)

    assert sum(helped) == pytest.approx(count_helped(whole))
    if not whole.is_client.any():
        assert sum(helped) == (books[-1].courses.end_state == EndState.MET).sum()


def test_a_view_of_the_whole_is_that_of_its_only_period(service, books):
    days = Days(0, CUTS[-1] * DAY_S)
    view = build_period_view(books[-1], books[0], service, DESIGN, days)

    names = ("unit_cost_per_activity", "failure_demand_share", "cost_per_citizen_helped")
    readings = measure(view, names)
    jobs = books[-1].tallies.of(Tally.JOBS).sum()
    assert view.totals[Tally.JOBS] == jobs
    assert all(reading.value > 0 for reading in readings.values())
