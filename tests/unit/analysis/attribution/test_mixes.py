import pytest

from sim.analysis.attribution.mixes import build_mixes, find_levers, subset_of
from sim.design.conditions import CONDITIONS
from sim.errors import RunError
from sim.scenario import load_scenario
from tests.builders import build_scenario

DESIGNS = ("functionalised", "absorbing")


def test_each_mix_is_what_moving_whole_conditions_makes():
    mixes = build_mixes(build_scenario(), DESIGNS)

    assert len(set(mixes.names)) == 256
    for number in range(0, 256, 5):
        moved = subset_of(mixes.levers, number)
        changed = build_scenario(*(f"functionalised.{part}=absorbing" for part in moved))
        mix = mixes.scenario.designs[mixes.names[number]]
        assert mix == changed.designs["functionalised"]


@pytest.mark.parametrize("service", ["sickness-benefit", "home-care"])
def test_the_corners_are_the_designs_themselves(service):
    scenario = load_scenario(service)

    mixes = build_mixes(scenario, DESIGNS)

    for name, corner in zip(DESIGNS, (mixes.names[0], mixes.names[-1]), strict=True):
        assert mixes.scenario.designs[corner] == scenario.designs[name]


def test_the_whole_staff_is_at_work_in_every_mix():
    mixes = build_mixes(build_scenario(), DESIGNS)

    for name in mixes.names:
        design = mixes.scenario.designs[name]
        shares = [pool.staff.value for pool in design.functions.pools]
        assert sum(shares) + design.centralisation.front_office_staff.value == pytest.approx(1)


def test_a_condition_that_is_the_same_is_no_lever():
    same = build_scenario("absorbing.budget=functionalised", "absorbing.digital=functionalised")

    levers = find_levers(same, DESIGNS)

    assert levers == tuple(name for name in CONDITIONS if name not in ("budget", "digital"))
    assert len(build_mixes(same, DESIGNS).names) == 2**6


def test_a_practice_beside_them_is_a_lever_where_it_differs():
    differing = build_scenario("absorbing.outsourcing.share=0.5")

    assert find_levers(differing, DESIGNS) == (*CONDITIONS, "outsourcing")


def test_a_source_alone_is_no_difference():
    scenario = build_scenario("absorbing.inspection=functionalised")
    inspection = scenario.designs["absorbing"].inspection
    share = inspection.share.model_copy(update={"source": "fitted"})
    other = scenario.designs["absorbing"].model_copy(
        update={"inspection": inspection.model_copy(update={"share": share})}
    )
    scenario = scenario.model_copy(update={"designs": {**scenario.designs, "absorbing": other}})

    assert "inspection" not in find_levers(scenario, DESIGNS)


def test_designs_that_are_the_same_are_refused():
    same = build_scenario("absorbing=functionalised")

    with pytest.raises(RunError, match="functionalised and absorbing are the same"):
        build_mixes(same, DESIGNS)


def test_mixes_that_cannot_be_staffed_are_told():
    small_teams = build_scenario("absorbing.centralisation.teams=10")

    with pytest.raises(RunError, match="cannot be mixed") as told:
        build_mixes(small_teams, DESIGNS)

    assert "no worker in a team of 1" in str(told.value)
    assert len(str(told.value).splitlines()) == 4


def test_another_number_of_staff_is_moved_like_a_condition():
    scenario = build_scenario("absorbing.staff.total=7")
    mixes = build_mixes(scenario, ("functionalised", "absorbing"))

    assert mixes.levers[-1] == "staff"
    counts = {
        ("staff" in subset_of(mixes.levers, number), mixes.scenario.count_staff(name))
        for number, name in enumerate(mixes.names)
    }
    assert counts == {(False, 10), (True, 7)}
