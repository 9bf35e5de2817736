"""The same citizens: a change of one number leaves all other traits, and everybody else, alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.population import Population, draw_citizens
from sim.scenario import build_scenario as read_scenario
from tests.builders import KNOWN, build_raw, build_scenario


def draw(*changes: str, days: int = 28, seed: int = 1, replication: int = 0) -> Population:
    return draw_citizens(build_scenario(*changes), seed, replication, days)


@settings(max_examples=25, deadline=None)
@given(low=st.floats(0, 5), more=st.floats(0, 5))
def test_more_variety_only_adds_particulars_to_each_citizen(low: float, more: float) -> None:
    few, many = (draw(f"demand.variety={variety}") for variety in (low, low + more))
    assert (many.particulars >= few.particulars).all()


def test_variety_changes_nothing_but_the_particulars() -> None:
    plain, varied = draw("demand.variety=0"), draw("demand.variety=4")
    for name, before, after in zip(Population._fields, plain, varied, strict=True):
        assert np.array_equal(before, after) == (name != "particulars"), name


@pytest.mark.parametrize(
    ("change", "trait"),
    [
        ("demand.content_minutes=90", "content_s"),
        ("demand.own_error=0.9", "correction_delay_s"),
        ("demand.ready=0.9", "ready_delay_s"),
        ("demand.dishonest=0.9", "dishonest"),
        ("demand.spell_days=20", "spell_s"),
    ],
)
def test_a_number_of_demand_changes_its_own_trait_alone(change: str, trait: str) -> None:
    for name, before, after in zip(Population._fields, draw(), draw(change), strict=True):
        assert np.array_equal(before, after) == (name != trait), name


def test_more_arrivals_only_add_citizens_to_those_who_came() -> None:
    few, many = (
        {key: i for i, key in enumerate(population.key.tolist())}
        for population in (draw(), draw("demand.arrivals_per_day=30"))
    )
    assert few.keys() < many.keys()


def test_a_longer_run_begins_with_the_same_citizens() -> None:
    short, long = draw(days=14), draw(days=28)
    for before, after in zip(short, long, strict=True):
        assert np.array_equal(before, after[: len(before)])


def test_the_designs_play_no_part() -> None:
    changed = draw("designs.purpose.check=1", "absorbing.standards.absorb=0")
    assert all(np.array_equal(a, b) for a, b in zip(draw(), changed, strict=True))


def test_replications_and_seeds_bring_other_citizens() -> None:
    keys = [set(draw(seed=s, replication=r).key.tolist()) for s in (1, 2) for r in (0, 1)]
    assert len(set.union(*keys)) == sum(map(len, keys))


def test_a_busier_demand_type_leaves_the_citizens_of_another_alone() -> None:
    busy = KNOWN | {"arrivals_per_day": KNOWN["arrivals_per_day"] | {"is": 40}}
    quiet_other, busy_other = (
        draw_citizens(read_scenario(build_raw(demand={"known": KNOWN, "x": x}), "test"), 1, 0, 28)
        for x in (KNOWN, busy)
    )
    for before, after in zip(quiet_other, busy_other, strict=True):
        known, still_known = quiet_other.demand_type == 0, busy_other.demand_type == 0
        assert np.array_equal(before[known], after[still_known])
