"""Several managers, from both designs, with variety and without."""

from itertools import pairwise

import pytest

from sim.charts import plot_steering
from sim.errors import RunError, TooLargeError
from sim.experiment.settling import GREW
from sim.scenario import build_scenario as build
from sim.scenario import load_scenario
from sim.steering import find_steering
from sim.steering.service import Service
from sim.words import quarters
from sim.words import steering as words
from sim.words.designs import ABOUT
from tests.builders import build_raw, build_scenario

ALL = (*ABOUT, "staff")
SMALL = build_scenario("demand.arrivals_per_day=6", "staff.total=10")
PAIR = ("functionalised", "absorbing")
QUICK = {"days": 40, "replications": 2, "quarters": 4, "warm_up_day": 20, "follow_up_days": 40}


@pytest.fixture(scope="module")
def found():
    return find_steering(SMALL, by=("unit-cost", "failure-demand"), **QUICK)


def test_there_is_an_arm_for_each_variety_start_and_figure(found):
    arms = {(arm.has_variety, arm.start, arm.by) for arm in found.arms}

    figures = ("unit_cost_per_activity", "failure_demand_share")
    assert arms == {(v, s, by) for v in (True, False) for s in PAIR for by in figures}
    assert all(set(arm.second) == set(found.levers) for arm in found.arms)


def test_the_difference_is_within_each_replication(found):
    for arm in found.arms:
        for change in arm.outcome.values():
            if change.difference is not None:
                difference = change.steered.mean - change.nobody.mean
                assert change.difference.mean == pytest.approx(difference, abs=1e-9)


def test_a_course_has_a_value_for_each_quarter(found):
    for arm in found.arms:
        assert len(arm.course[arm.by]) == found.quarters
        assert min(arm.course["unit_cost_per_activity"]) > 0


def test_the_names_of_the_designs_play_no_part(found):
    """Each design under the name of the other: the same histories, under the other name."""
    raw = build_raw(**SMALL.to_table())
    designs = raw["designs"]
    raw["designs"] = {**designs, PAIR[0]: designs[PAIR[1]], PAIR[1]: designs[PAIR[0]]}
    by = ("unit-cost", "failure-demand")
    swapped = find_steering(build(raw, "swapped"), PAIR[::-1], by=by, **QUICK)

    other_name = dict(zip(PAIR, PAIR[::-1], strict=True))
    assert [arm._replace(start=other_name[arm.start]) for arm in swapped.arms] == list(found.arms)


def test_where_the_clients_of_the_start_are_still_there_no_mean_is_told():
    """Clients who stay for ten years: most of those of the first day are there in the end."""
    scenario = load_scenario(
        "home-care", ["demand.episode_days=3650", "staff.total=12", "demand.arrivals_per_day=0.01"]
    )
    quick = {**QUICK, "quarters": 2, "starts": ("absorbing",), "varieties": (True,)}
    (arm,) = find_steering(scenario, by=("unit-cost",), **quick).arms

    assert not arm.settles
    assert "too short for its start" in arm.settling.reasons[0]


@pytest.mark.parametrize("is_steered", [True, False])
def test_an_arm_of_which_one_history_grows_beyond_memory_does_not_settle(monkeypatch, is_steered):
    """No mean is told of the replications that are left: they are the better ones."""
    simulate = Service._simulate

    def grow(service, until_day):
        if service._plan.replication == 1 and bool(service._reforms) == is_steered:
            raise TooLargeError("too much")
        return simulate(service, until_day)

    monkeypatch.setattr(Service, "_simulate", grow)
    quick = {**QUICK, "starts": ("absorbing",), "varieties": (True,)}
    result = find_steering(SMALL, by=("unit-cost",), **quick)

    (arm,) = result.arms
    change = arm.outcome["cost_per_citizen_helped"]
    assert not arm.settles and change.steered is None and change.difference is None
    assert arm.settling is GREW and (arm.before is GREW) is not is_steered
    assert (change.nobody is None) is not is_steered
    assert "does not settle" in words.tell_arm(result, arm)[0]
    assert "does not settle" in words.rows_of_arms([arm])[0][2]
    assert result.to_dict()["arms"][0]["settling"]["settles"] is False
    assert len(plot_steering([arm]).data) == 2


def test_without_quantities_all_is_as_before(found):
    """Nothing of a history depends on whether quantities could have been moved."""
    assert found.quantities == ()
    assert all(arm.quantities == {} for arm in found.arms)
    assert {step.tried for arm in found.arms for step in arm.story} <= {None, *ALL}


def test_a_quantity_is_moved_in_the_mix_whatever_the_designs_are_called():
    levers = ("digital.form_share=0:1", "designs.purpose.check=0:1")
    quick = {**QUICK, "quarters": 12, "starts": ("absorbing",), "varieties": (True,)}
    result = find_steering(SMALL, by=("unit-cost",), levers=levers, **quick)
    (arm,) = result.arms
    told = result.to_dict()

    assert [lever.key for lever in result.quantities] == ["digital.form_share", "purpose.check"]
    assert {step.tried for step in arm.story} & {"digital.form_share", "purpose.check"}
    for before, step in pairwise(arm.story):
        for key in arm.quantities:
            moved = abs(step.quantities[key] - before.quantities[key])
            assert moved == pytest.approx(0.2) or not (step.tried == key and before.is_kept)
    assert "digital.form_share at " in words.tell_arm(result, arm)[2]
    assert "purpose.check from 0.0% to 100.0%" in " ".join(words.tell_basis_of_steering(result))
    assert any(
        "The quantity digital.form_share at 0." in row[1] for row in quarters.rows_of_story(arm)
    )
    assert told["quantities"][1]["high"] == 1
    assert set(told["arms"][0]["story"][0]["quantities"]) == set(arm.quantities)
    assert told["arms"][0]["quantities"]["purpose.check"]["mean"] <= 1


def test_the_result_is_a_table_and_json(found):
    frame, told = found.to_frame(), found.to_dict()

    assert set(frame.start) == set(PAIR)
    assert len(frame) == sum(len(arm.outcome) for arm in found.arms)
    assert told["arms"][0]["outcome"]["cost_per_citizen_helped"]["difference"]["mean"]
    assert told["outcome_days"] == list(found.outcome_days)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"quarters": 1}, "quarters: found 1, expected 2 to 60"),
        ({"quarters": 61}, "quarters: found 61"),
        ({"starts": ("mended",)}, "--from: found mended, expected functionalised, absorbing"),
        ({"by": ("nothing",)}, 'found "nothing", expected unit-cost'),
        ({"levers": ("digital.form_shar",)}, 'did you mean "digital.form_share"'),
    ],
)
def test_what_cannot_be_done_is_refused(asked, told):
    with pytest.raises(RunError, match=told):
        find_steering(SMALL, **(QUICK | asked))
