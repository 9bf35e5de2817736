"""How large runs will be is known beforehand, and one that does not fit in memory is refused."""

import numpy as np
import pytest

from sim.engines.fast.machine import growth
from sim.engines.reference.machine import world
from sim.engines.request import GREW_TOO_LARGE
from sim.errors import RunError
from sim.experiment import (
    SHIPPED_DESIGNS,
    Cell,
    Frame,
    RunSettings,
    find_frame,
    replicate,
    simulate,
    size,
)
from sim.experiment.runner import Runner
from sim.experiment.size import MOST_RUN_BYTES, estimate_size, expect, expect_bytes, fits
from sim.population import draw_citizens
from sim.scenario import list_services, load_scenario
from sim.words import say_error, speaking

DAYS, REPLICATIONS = 400, 20
CROWDED = ("demand.arrivals_per_day=10000",)


@pytest.mark.parametrize("service", list_services())
def test_as_many_come_as_are_expected(service):
    """Within 5 standard errors of the mean: chance alone fails it once in 10,000 times (t, 19)."""
    scenario = load_scenario(service)
    counts = [len(draw_citizens(scenario, 1, number, DAYS).key) for number in range(REPLICATIONS)]
    expected, _ = expect(scenario, DAYS)

    error = np.std(counts, ddof=1) / np.sqrt(REPLICATIONS)
    assert abs(np.mean(counts) - expected) < 5 * error


def test_the_visits_expected_are_about_those_that_are_made():
    scenario = load_scenario("home-care")
    _, expected = expect(scenario, DAYS)
    made = len(simulate(scenario, "absorbing", days=DAYS - 60).ledger.visits[0])

    assert 0.8 < made / expected < 1.25


def test_the_size_counts_all_runs():
    scenario = load_scenario("sickness-benefit")
    found = estimate_size(scenario, SHIPPED_DESIGNS, RunSettings(replications=7, days=30))

    assert (found.runs, found.visits) == (14, 0)
    assert found.bytes_of_run == expect_bytes(scenario, 90)
    assert estimate_size(scenario, SHIPPED_DESIGNS, RunSettings()).runs == 60


@pytest.mark.parametrize("service", list_services())
def test_the_shipped_services_fit_five_times_over(service):
    scenario = load_scenario(service)
    assert fits(scenario, 5 * scenario.service.days + 60)


@pytest.mark.parametrize(
    "make",
    [
        lambda scenario: simulate(scenario, "absorbing"),
        lambda scenario: find_frame(scenario, SHIPPED_DESIGNS, RunSettings()),
        lambda scenario: replicate([Cell(scenario, "absorbing")], RunSettings(), {}),
    ],
)
def test_a_run_that_does_not_fit_in_memory_is_refused(make):
    with pytest.raises(
        RunError, match=r"about \d+\.\d million citizens are expected .* fewer days"
    ):
        make(load_scenario("sickness-benefit", CROWDED))


@pytest.mark.parametrize(
    ("citizens", "visits", "told"),
    [
        (6_190_000, 0, "about 6.1 million citizens are"),
        (999_999, 0, "about 999 thousand citizens are"),
        (200, 10_000_000, "about 200 citizens and 10.0 million visits are"),
        (20_500, 10_000_000, "about 20 thousand citizens and 10.0 million visits are"),
    ],
)
def test_numbers_are_told_as_large_as_they_are(monkeypatch, citizens, visits, told):
    monkeypatch.setattr(size, "expect", lambda *_: (citizens, visits))
    monkeypatch.setattr(size, "fits", lambda *_: False)

    with pytest.raises(RunError, match=f"^{told} expected"):
        size.check_size(load_scenario("sickness-benefit"), 30)


@pytest.mark.parametrize(
    ("language", "told"), [("sv", "6,1 miljoner medborgare"), ("da", "6,1 millioner borgere")]
)
def test_the_size_is_told_in_the_language(monkeypatch, language, told):
    monkeypatch.setattr(size, "expect", lambda *_: (6_190_000, 0))
    monkeypatch.setattr(size, "fits", lambda *_: False)

    with pytest.raises(RunError) as refused, speaking(language):
        size.check_size(load_scenario("sickness-benefit"), 30)
    with speaking(language):
        assert told in say_error(refused.value)


def test_runs_are_made_together_only_as_they_fit_in_memory():
    scenario = load_scenario("sickness-benefit", ["demand.arrivals_per_day=600"])
    cells = [Cell(scenario, design) for design in SHIPPED_DESIGNS]
    runner = Runner(cells, RunSettings(days=30), None, Frame(0, 60))
    sizes = [len(batch.runs) * expect_bytes(scenario, 90) for batch in runner._cut(range(20))]

    assert len(sizes) > 1
    assert max(sizes) <= MOST_RUN_BYTES


@pytest.mark.parametrize(
    ("module", "limit", "engine"),
    [(growth, "MOST_BYTES", "fast"), (world, "MOST_ROWS", "reference")],
)
def test_a_run_that_grows_too_large_is_given_up(monkeypatch, module, limit, engine):
    scenario = load_scenario("sickness-benefit", ["demand.chase_per_day=5"])
    monkeypatch.setattr(module, limit, 1_000)

    with pytest.raises(RunError) as refused:
        simulate(scenario, "functionalised", days=60, engine=engine)
    assert str(refused.value) == GREW_TOO_LARGE


def test_there_may_be_too_many_replications():
    with pytest.raises(RunError, match="replications: found 10001, expected 10000 at the most"):
        RunSettings(replications=10_001)
