"""The C floor keeps Requisite's books: otherwise its times would say nothing about an engine.

Without a C compiler on the PATH as `cc` these tests fail: skipped, nobody would miss them.
"""

from pathlib import Path

import numpy as np
import pytest

import benchmarks
from benchmarks.floor import mm5, repeat
from benchmarks.log_counted import count_log
from sim.blueprint import build_blueprint
from sim.engines import ENGINES, get_engine
from sim.eventlog import COLUMNS, Event, EventLog
from sim.population import Population, draw_citizens
from sim.scenario import load_scenario

SERVICES = Path(benchmarks.__file__).with_name("services")
NAMES = sorted(path.stem for path in SERVICES.glob("*.toml"))
DAYS = 3
COARSE_S = 600
LUCK = 0


def citizens_of(service: str) -> Population:
    return draw_citizens(load_scenario(SERVICES / f"{service}.toml"), 1, 0, DAYS)


def full_of_ties(drawn: Population) -> Population:
    """Citizens whose times are so coarse that many things happen at once."""
    return drawn._replace(
        arrival_s=drawn.arrival_s // COARSE_S * COARSE_S,
        content_s=(drawn.content_s // COARSE_S + 1) * COARSE_S // 2,
    )


MM5 = citizens_of("mm5")
POPULATIONS = {"as drawn": MM5, "full of ties": full_of_ties(MM5)}


NIGHTS = (Event.DAY, Event.LAY_ASIDE, Event.GO_ON)
"""What an engine writes of a night; the floor is never closed and knows none. The service is open
day and night, so that nothing waits for it."""


def log_of(engine: str, population: Population) -> EventLog:
    blueprint = build_blueprint(load_scenario(SERVICES / "mm5.toml"), "plain")
    log = get_engine(engine).simulate(blueprint, population, LUCK, DAYS)
    return log.rows(~np.isin(log.kind, NIGHTS))


def test_the_two_services_are_there() -> None:
    assert NAMES == ["mm5", "repeat-contact"]


@pytest.mark.parametrize("service", NAMES)
def test_a_service_is_valid_and_somebody_comes(service: str) -> None:
    assert len(citizens_of(service).key) > 500


@pytest.mark.parametrize("population", POPULATIONS.values(), ids=POPULATIONS)
@pytest.mark.parametrize("engine", ENGINES)
def test_the_floor_writes_the_log_of_each_engine(engine: str, population: Population) -> None:
    expected, found = log_of(engine, population), mm5.run_logged(population, DAYS)
    for name, theirs, ours in zip(COLUMNS, expected, found, strict=True):
        assert theirs.dtype == ours.dtype, name
        assert np.array_equal(theirs, ours), name


def test_a_log_that_differs_is_seen() -> None:
    """The population matters to the log: equality above is not that of two empty things."""
    as_drawn, tied = (mm5.run_logged(population, DAYS) for population in POPULATIONS.values())
    assert len(as_drawn.kind) > 10 * len(MM5.key)
    assert not np.array_equal(as_drawn.time_s, tied.time_s)


def test_the_floor_without_a_log_counts_what_the_log_says() -> None:
    counted, from_log = mm5.run_counted(MM5, DAYS), count_log(log_of("fast", MM5))
    assert counted[:3] == from_log[:3]


def test_the_floor_of_repeat_contact_sees_everybody_through() -> None:
    counted = repeat.simulate(20_000, 1)
    assert counted.customers == 20_000
    assert counted.services == pytest.approx(20_000 / 0.6, rel=0.03)
    assert counted.return_share == pytest.approx(0.4, abs=0.02)
    assert 1 < counted.mean_faces < counted.services / counted.customers
