"""The ledger that compiled code fills is the fold of its log, column by column."""

from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.request import STOP, ReformDay, RunRequest, build_stop_sign
from sim.ledger import Ledger, build_ledger
from sim.population import draw_citizens
from sim.scenario import load_scenario
from tests.agreement.examples import EXAMPLES
from tests.agreement.scenarios import Play, plays
from tests.theory.test_law_09_two_engines import history

EVERYTHING = str(Path(__file__).parents[1] / "mechanisms" / "everything.toml")
DAYS = {"sickness-benefit": 60, "home-care": 25, EVERYTHING: 40}
REPLICATIONS = 2
FEW = settings(EXAMPLES, max_examples=EXAMPLES.max_examples // 5)
"""Fewer than elsewhere: each example is several services at once."""


def settings_of(service: str) -> list[RunRequest]:
    """Return runs of each design, and of a change from each to the other."""
    scenario, days = load_scenario(service), DAYS[service]
    blueprints = [build_blueprint(scenario, design) for design in list(scenario.designs)[:2]]
    first, second = blueprints[0], blueprints[-1]
    return [
        RunRequest(before, citizens, replication, days, reforms)
        for replication in range(REPLICATIONS)
        for citizens in (draw_citizens(scenario, 3, replication, days),)
        for before, reforms in (
            (first, ()),
            (second, ()),
            (first, (ReformDay(days // 2, second),)),
            (second, (ReformDay(days // 3, first), ReformDay(days // 2, second))),
        )
    ]


def fold(asked: RunRequest) -> Ledger:
    """Simulate a run with its log, and fold that."""
    log = history(asked, "fast")
    premiums_ppm = [blueprint.layout.premium_ppm for blueprint in asked.blueprints]
    return build_ledger(log, asked.population, asked.blueprint.calendar, premiums_ppm)


def differences(one: object, other: object, name: str = "") -> list[str]:
    """List the columns in which two ledgers differ: in type, length or content."""
    if isinstance(one, tuple) and hasattr(one, "_fields"):
        return [
            word
            for field in one._fields
            for word in differences(getattr(one, field), getattr(other, field), f"{name}.{field}")
        ]
    alike = np.asarray(one).dtype == np.asarray(other).dtype and np.array_equal(one, other)
    return [] if alike else [name]


@pytest.mark.parametrize("service", DAYS)
def test_many_runs_at_once_give_the_fold_of_each_log(service: str) -> None:
    asked = settings_of(service)
    ledgers = get_engine("fast").simulate_batch(asked, build_stop_sign())
    assert [differences(fold(one), ledger) for one, ledger in zip(asked, ledgers, strict=True)] == [
        [] for _ in asked
    ]


@FEW
@given(st.lists(plays(), min_size=1, max_size=4))
def test_random_services_side_by_side_give_the_fold_of_each_log(several: list[Play]) -> None:
    asked = [play.run(RunRequest) for play in several]
    ledgers = get_engine("fast").simulate_batch(asked, build_stop_sign())
    assert [differences(fold(one), ledger) for one, ledger in zip(asked, ledgers, strict=True)] == [
        [] for _ in asked
    ]


def test_a_ledger_that_is_not_the_fold_would_be_seen() -> None:
    asked = settings_of("home-care")
    assert differences(fold(asked[0]), fold(asked[1])) != []


def test_the_number_of_threads_changes_nothing() -> None:
    asked = settings_of(EVERYTHING)
    one = get_engine("fast").simulate_batch(asked, build_stop_sign())
    with ThreadPoolExecutor(2) as pool:
        halves = (asked[::2], asked[1::2])
        batches = [
            pool.submit(get_engine("fast").simulate_batch, half, build_stop_sign())
            for half in halves
        ]
    two = [ledger for pair in zip(*(b.result() for b in batches), strict=True) for ledger in pair]
    assert [differences(a, b) for a, b in zip(one, two, strict=True)] == [[] for _ in asked]


def test_both_engines_make_many_runs_alike() -> None:
    asked = settings_of(EVERYTHING)[:3]
    one, two = (
        get_engine(name).simulate_batch(asked, build_stop_sign()) for name in ("fast", "reference")
    )
    assert [differences(a, b) for a, b in zip(one, two, strict=True)] == [[] for _ in asked]


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_who_is_told_to_stop_stops(engine: str) -> None:
    stop_sign = build_stop_sign()
    stop_sign[STOP] = True
    with pytest.raises(CancelledError):
        get_engine(engine).simulate_batch(settings_of(EVERYTHING), stop_sign)


def test_what_a_ledger_holds_cannot_be_written() -> None:
    ledger = get_engine("fast").simulate_batch(settings_of("home-care")[:1], build_stop_sign())[0]
    tables = (ledger.courses, ledger.tallies, ledger.contacts, ledger.meetings, ledger.visits)
    assert not any(column.flags.writeable for table in tables for column in table)
