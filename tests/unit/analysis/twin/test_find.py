"""The twin beside the engine: within 5 % where it tells a figure, and it refuses near tipping."""

from functools import cache

import pytest

from sim.analysis.twin import Compared, find_twin_check
from sim.analysis.twin.reform import compare_reform
from sim.analysis.twin.worlds import list_worlds
from sim.dynamics.twin import tipping
from sim.dynamics.twin.tipping import Tip, find_figures, find_twin_tip
from sim.experiment import Cell, RunSettings, replicate
from sim.results import Interval
from sim.scenario import load_scenario
from tests.builders import build_scenario

PAIR = ("functionalised", "absorbing")
SETTINGS = RunSettings(replications=6, warm_up_day=90, follow_up_days=120)
FIGURES = {
    "contacts_per_case": "contacts",
    "failure_demand_share_broad": "failure_share",
    "end_to_end_days": "days",
}
BOUND = 0.05
"""What the twin may be wrong by; what the engine's six runs vary by is added to it."""


@cache
def worlds(service):
    return {world.name: world.scenario for world in list_worlds(load_scenario(service), PAIR)}


@cache
def engine(service, world):
    cells = [Cell(worlds(service)[world], design) for design in PAIR]
    return replicate(cells, SETTINGS, {None: tuple(FIGURES)}).samples[None]


@pytest.mark.parametrize("design", PAIR)
@pytest.mark.parametrize(
    ("service", "world"),
    [
        ("sickness-benefit", "base"),
        ("sickness-benefit", "more"),
        ("sickness-benefit", "less"),
        ("sickness-benefit", "fewer"),
        ("childcare-placement", "base"),
        ("childcare-placement", "less"),
    ],
)
def test_it_is_within_five_percent_of_the_engine(service, world, design):
    """Twelve comparisons of three figures; each widened by half a 99.9 % interval of the engine."""
    said = find_figures(worlds(service)[world], design)
    assert said.can_be_told
    for name, figure in FIGURES.items():
        values = engine(service, world)[name].values[:, PAIR.index(design)]
        mean, half = values.mean(), 6.9 * values.std(ddof=1) / len(values) ** 0.5
        assert abs(getattr(said, figure) - mean) <= BOUND * mean + half, name


def test_near_tipping_it_tells_nothing_and_tips_where_the_engine_does():
    service = load_scenario("childcare-placement")
    said = find_figures(service, "functionalised", 11)

    assert not said.can_be_told
    assert find_twin_tip(service, "functionalised") == Tip(12, 11)


@pytest.fixture(scope="module")
def checked():
    """A small service, of which stocks and flows are looked at for eight weeks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tipping, "WARM_DAYS", 28)
        patch.setattr(tipping, "YEAR_DAYS", 28)
        return check_small()


def check_small():
    small = build_scenario("demand.arrivals_per_day=10", "staff.total=10", "demand.chase_per_day=1")
    return find_twin_check(small, replications=2, days=60, warm_up_day=20, follow_up_days=60)


def test_the_result_has_every_world_design_and_loop(checked):
    worlds_told = {(one.world, one.design) for one in checked.compared}

    assert len(worlds_told) == 5 * 2
    assert {one.loop for one in checked.acting} >= {"chasing", "spiral", "control"}
    assert set(checked.tips) == set(PAIR)
    assert len(checked.to_frame()) == len(checked.compared)


def test_an_error_is_told_only_where_both_tell_a_figure():
    interval = Interval(2.0, 1.9, 2.1)

    assert Compared("base", "a", "x", 2.1, interval).error == pytest.approx(0.05)
    assert Compared("base", "a", "x", None, interval).error is None
    assert Compared("base", "a", "x", 2.1, None).error is None


def test_a_reform_is_followed_in_both():
    service = load_scenario("sickness-benefit")
    told = {one.measure: one for one in compare_reform(service, PAIR[::-1], seed=1, replications=3)}

    assert abs(told["failure_demand_share_broad"].error) < 0.05
    assert abs(told["contacts_a_day"].error) < 0.15
    assert abs(told["open_cases"].error) < 0.25


def test_where_hardly_anybody_comes_it_ends_all_the_same():
    changes = [f"demand.{name}.arrivals_per_day=0.01" for name in ("known", "unknown")]
    service = load_scenario("sickness-benefit", changes)

    told = list(compare_reform(service, PAIR, seed=1, replications=2))

    assert len(told) == 3


def test_after_a_reform_from_a_design_that_has_tipped_nothing_is_told():
    changes = [f"designs.{design}.staff.total=5" for design in PAIR]
    service = load_scenario("sickness-benefit", changes)

    told = list(compare_reform(service, PAIR, seed=1, replications=2))

    assert [one.twin for one in told] == [None] * 3
