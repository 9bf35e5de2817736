"""Every scenario that is shipped: it loads, says where its numbers come from, and runs."""

from functools import cache

import pytest

from sim.blueprint import build_blueprint
from sim.design import OWN_SOURCES
from sim.engines import get_engine
from sim.eventlog import Event
from sim.ledger import build_ledger
from sim.measures import MEASURES, build_view, measure_all
from sim.opening_hours import build_calendar
from sim.population import draw_citizens
from sim.scenario import list_services, load_scenario, quantities

DAYS = 70  # beyond the longest day promised
DESIGNS = ("functionalised", "absorbing")
SERVICES = list_services()
PAIRS = [(service, design) for service in SERVICES for design in DESIGNS]

load = cache(load_scenario)
simulate = get_engine("fast").simulate


@cache
def readings(service: str, design: str) -> dict[str, float | None]:
    """Every measure of a short run."""
    scenario = load(service)
    calendar, population = build_calendar(scenario), draw_citizens(scenario, 1, 0, DAYS)
    log = simulate(build_blueprint(scenario, design), population, 1, DAYS)
    ledger = build_ledger(log, population, calendar)
    view = build_view(ledger, scenario, design, 0, DAYS)
    return {name: reading.value for name, reading in measure_all(view).items()}


def test_the_first_services_are_shipped() -> None:
    assert {"sickness-benefit", "home-care"} <= set(SERVICES)


@pytest.mark.parametrize("service", SERVICES)
def test_a_file_is_named_after_its_service(service: str) -> None:
    assert load(service).service.name == service


@pytest.mark.parametrize("service", SERVICES)
def test_both_designs_exist(service: str) -> None:
    assert set(DESIGNS) <= set(load(service).designs)


@pytest.mark.parametrize("service", SERVICES)
def test_every_number_has_a_source(service: str) -> None:
    scenario = load(service)
    known = {*scenario.sources, *OWN_SOURCES}
    unknown = [key for key, q in quantities(scenario) if q.source not in known]
    assert unknown == []


@pytest.mark.parametrize("service", SERVICES)
def test_a_fitted_number_has_a_range(service: str) -> None:
    fitted = [(key, q) for key, q in quantities(load(service)) if q.source == "fitted"]
    assert [key for key, quantity in fitted if quantity.plausible is None] == []


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_off_is_on(service: str) -> None:
    def is_neutral(value: float) -> bool:
        return value in (0.0, 1.0)

    off = [(key, q.value) for key, q in quantities(load(service)) if q.source == "off"]
    assert [key for key, value in off if not is_neutral(value)] == []


@pytest.mark.parametrize("service", SERVICES)
def test_evidence_is_about_measures_that_exist(service: str) -> None:
    evidence = load(service).evidence
    assert evidence
    assert {item.measure for item in evidence} <= set(MEASURES)


@pytest.mark.parametrize("service", SERVICES)
def test_both_designs_share_one_staff_and_one_calendar(service: str) -> None:
    divided, whole = (build_blueprint(load(service), design) for design in DESIGNS)
    assert len(divided.layout.worker_pool) == len(whole.layout.worker_pool)
    assert divided.calendar == whole.calendar


@pytest.mark.parametrize(("service", "design"), PAIRS)
def test_a_short_run_helps_citizens_at_a_cost(service: str, design: str) -> None:
    measured = readings(service, design)
    assert measured["cost_per_citizen_helped"]
    assert measured["demand_per_month"]
    assert 0 < (measured["utilisation"] or 0) < 2


@pytest.mark.parametrize("service", SERVICES)
def test_absorbing_variation_means_less_failure_demand(service: str) -> None:
    divided, whole = (readings(service, d)["failure_demand_share"] for d in DESIGNS)
    assert (whole or 1) < (divided or 0)


@pytest.mark.parametrize(("service", "design"), PAIRS)
def test_a_run_ends_where_it_should(service: str, design: str) -> None:
    scenario = load(service)
    calendar = build_calendar(scenario)
    population = draw_citizens(scenario, 1, 0, 7)
    log = simulate(build_blueprint(scenario, design), population, 1, 7)
    assert log.time_s.max() < calendar.open_days(7) * calendar.day_s
    assert len(log.of_kind(Event.ARRIVE).kind) == len(population.key)


def test_scenarios_differ_from_one_another() -> None:
    assert len({load(service).service.title.en for service in SERVICES}) == len(SERVICES)
