import pytest

from sim.design import CHANGED, CONDITIONS
from sim.design.quantity import ASSUMED
from sim.errors import ScenarioError
from sim.scenario import build_scenario as build_from_raw
from sim.scenario import load_scenario
from sim.scenario.changes import make_changes
from tests import builders
from tests.builders import build_raw, build_scenario


def problem_of(*changes):
    """Where a change went wrong, and the only thing that was wrong."""
    with pytest.raises(ScenarioError) as caught:
        build_scenario(*changes)
    (problem,) = caught.value.problems
    return caught.value.where, problem


def two_types():
    raw = build_raw()
    raw["demand"]["other"] = builders.KNOWN
    return raw


def test_a_changed_value_says_so_and_has_no_plausible_range():
    variety = build_scenario("demand.known.variety=9").demand["known"].variety

    assert (variety.value, variety.plausible, variety.source) == (9, None, CHANGED)


@pytest.mark.parametrize("change", ["demand.variety=1.5", "demand.variety*=1"])
def test_a_value_that_stays_what_it_was_keeps_source_and_range(change):
    assert build_scenario(change) == build_scenario()
    assert build_scenario(change).demand["known"].variety.source == ASSUMED


def test_the_table_that_is_changed_is_left_alone():
    raw = build_raw()
    make_changes(raw, ["staff.total=20", "functionalised.purpose=absorbing"])

    assert raw == build_raw()


def test_a_key_of_demand_addresses_every_type_and_a_name_one():
    every = build_from_raw(make_changes(two_types(), ["demand.variety=0"]), "test")
    one = build_from_raw(make_changes(two_types(), ["demand.other.variety=0"]), "test")

    assert [demand.variety.value for demand in every.demand.values()] == [0, 0]
    assert [demand.variety.value for demand in one.demand.values()] == [1.5, 0]


def test_a_key_of_designs_addresses_every_design_and_a_name_one():
    every = build_scenario("designs.purpose.check=0.5").designs
    one = build_scenario("designs.functionalised.purpose.check=0.5").designs

    assert [design.purpose.check.value for design in every.values()] == [0.5, 0.5]
    assert [design.purpose.check.value for design in one.values()] == [0.5, 0.8]


def test_a_design_may_be_written_without_its_section():
    long, short = ("designs.absorbing.purpose.check=.5", "absorbing.purpose.check = 0.5 ")

    assert build_scenario(short) == build_scenario(long) != build_scenario()


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_is_a_lever_between_two_designs(condition):
    before, after = build_scenario(), build_scenario(f"functionalised.{condition}=absorbing")
    moved, kept = after.designs["functionalised"], before.designs["functionalised"]

    if condition not in ("functions", "centralisation"):
        assert getattr(moved, condition) == getattr(after.designs["absorbing"], condition)
        assert moved == kept.model_copy(update={condition: getattr(moved, condition)})
    assert moved != kept
    assert after.designs["absorbing"] == before.designs["absorbing"]


def test_all_levers_together_make_the_other_design():
    designs = build_scenario(*(f"functionalised.{name}=absorbing" for name in CONDITIONS)).designs

    assert designs["functionalised"] == designs["absorbing"]


@pytest.mark.parametrize(
    ("change", "front", "functions"),
    [
        ("functionalised.functions=absorbing", 0.2, [0.8]),
        ("functionalised.centralisation=absorbing", 0, [0.375, 0.625]),
        ("functionalised.centralisation.front_office_staff=0.6", 0.6, [0.15, 0.25]),
    ],
)
def test_functions_take_and_give_the_staff_of_the_front_office(change, front, functions):
    design = build_scenario(change).designs["functionalised"]
    staff = [pool.staff.value for pool in design.functions.pools]

    assert design.centralisation.front_office_staff.value == front
    assert staff == pytest.approx(functions)
    assert {pool.staff.source for pool in design.functions.pools} == {CHANGED}


def test_one_quantity_may_be_taken_from_another_design():
    absorb = build_scenario("functionalised.standards.absorb=absorbing").designs["functionalised"]

    assert absorb.standards.absorb.value == 0.9
    assert absorb.standards.absorb.source == ASSUMED


def test_words_and_whole_numbers_are_set_as_they_are():
    scenario = build_scenario("functionalised.targets.order=arrival", "service.days=90")

    assert scenario.designs["functionalised"].targets.order == "arrival"
    assert scenario.service.days == 90


def test_an_entry_of_a_list_is_found_by_name_or_position():
    pools = "functionalised.functions.pools"
    named = build_scenario(f"{pools}.intake.share=0.5", f"{pools}.assess.share=0.5")
    counted = build_scenario(f"{pools}.0.share=0.5", f"{pools}.1.share=0.5")

    assert named == counted
    shares = [pool.share.value for pool in named.designs["functionalised"].functions.pools]
    assert shares == [0.5, 0.5]


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("staff.total*=1.5", 15),
        ("staff.temp_price*=2", 2),
        ("staff.temps*=3", 0),
    ],
)
def test_multiplying_starts_from_what_is_there_or_would_be(change, value):
    staff = build_scenario(change).staff

    assert getattr(staff, change.removeprefix("staff.").split("*")[0]).value == value


def test_days_stay_whole_when_multiplied():
    assert build_scenario("service.days*=1.5").service.days == 90
    assert "expected a whole number" in problem_of("service.days*=1.51")[1]


def test_what_was_left_out_can_be_set_and_what_was_set_left_out():
    designs = build_scenario(
        "absorbing.budget.cap_minutes=20",
        "absorbing.prevention.return_chance=0.2",
        "functionalised.budget.cap_minutes=none",
    ).designs

    assert designs["absorbing"].budget.cap_minutes.value == 20
    assert designs["absorbing"].prevention.return_chance.source == CHANGED
    assert designs["functionalised"].budget.cap_minutes is None


def test_later_changes_win():
    assert build_scenario("staff.total=20", "staff.total=30").staff.total.value == 30


def test_rules_that_join_values_are_looked_at_once_all_are_made():
    changes = ("calendar.days_per_week=3", "staff.days_on_per_week=3")

    assert build_scenario(*changes).staff.days_on_per_week.value == 3
    where, problem = problem_of(*changes[:1])
    assert where == changes[0]
    assert problem.startswith("staff.days_on_per_week: found 5")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("demand.tell=3", "demand.known.tell: found 3, expected 0 to 1 (share)"),
        ("staff.total=many", 'staff.total: found "many", expected a number'),
        ("staff.total=true", "staff.total: found true, expected a number"),
        ("staff.total=1e9", "staff.total: found 1000000000, expected 0 to 100000 (count)"),
        ("staff.total=1e400", "staff.total: found inf, expected a number"),
        ("staff.total*=nan", "staff.total: found nan, expected a number"),
        (f"staff.total*=1{'0' * 400}", "staff.total: found a number too large, expected"),
        ("staff.total=none", "staff.total: missing, expected a quantity"),
        ("demand.varity=2", 'demand.varity: unknown key, did you mean "variety"?'),
        ("stff.total=2", 'stff: unknown key, did you mean "staff"?'),
        ("absorbin.budget=1", 'absorbin: unknown key, did you mean "absorbing"?'),
        ("staff.total.from=me", "staff.total.from: unknown key, expected one of: is"),
        ("staff.shifts.3.share=1", "staff.shifts.3: unknown key, expected one of: 0"),
        ("evidence.0.is=3", "evidence.0: unknown key, expected no key below evidence"),
        ("service.days.x=3", "service.days.x: unknown key, expected no key below service.days"),
        ("designs=absorbing", 'designs: found "absorbing", expected a table'),
        (
            "absorbing.functions.pools.hole.share=1",
            'designs.absorbing.functions.pools.hole: unknown key, did you mean "whole"?',
        ),
        (
            "absorbing.targets.order=deadlin",
            'designs.absorbing.targets.order: found "deadlin", '
            'expected one of "arrival", "deadline"',
        ),
        (
            "absorbing.targets.order*=2",
            "designs.absorbing.targets.order: found no number to multiply, expected one",
        ),
        (
            "absorbing.budget.cap_minutes*=2",
            "designs.absorbing.budget.cap_minutes: found no number to multiply, expected one",
        ),
        (
            "absorbing.budget=functional",
            'designs.absorbing.budget: found "functional", expected a key within it: '
            "cap_minutes, floor_minutes, passes_on; "
            "or the name of another design: functionalised, absorbing",
        ),
        ("loops=0", "loops: found 0, expected a key within it: pressure_days"),
        ("demand.variety", "not a change, expected key=value, such as demand.variety=0"),
        ("=3", "not a change, expected key=value, such as demand.variety=0"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(change, problem):
    where, found = problem_of(change)

    assert where == change
    assert found.startswith(problem)


def test_only_the_change_at_fault_is_named():
    assert problem_of("staff.total=20", "demand.tell=3")[0] == "demand.tell=3"


def test_a_source_that_only_a_replaced_condition_named_is_left_out():
    raw = build_raw()
    raw["designs"]["functionalised"]["purpose"]["check"] = {"is": 0.1, "from": "survey"}
    raw["sources"]["survey"] = "A survey"
    build_from_raw(raw, "as it is")

    changed = make_changes(raw, ["functionalised.purpose=absorbing"])

    assert "survey" not in changed["sources"]
    assert "report" in changed["sources"]
    build_from_raw(changed, "changed")


def test_a_changed_scenario_knows_what_differs_and_where_it_is_from():
    filed = load_scenario("sickness-benefit")
    changed = filed.changed("demand.known.variety=2").changed(
        "staff.total=20", "demand.known.variety=1"
    )

    assert filed.differences == []
    assert [(one.key, one.new) for one in changed.differences] == [
        ("staff.total", 20),
        ("demand.known.variety", 1),
    ]
    assert changed.filed == filed
    assert changed.origin == filed.origin
    assert changed.origin.file == "sickness-benefit.toml"


def test_it_makes_no_difference_whether_changes_are_made_at_once():
    changes = ("functionalised.functions=absorbing", "functionalised.functions.pools.0.staff=0.3")
    filed = load_scenario("home-care")

    assert filed.changed(changes[0]).changed(changes[1]) == filed.changed(*changes)


def test_what_a_file_leaves_out_stays_as_it_was():
    raw = build_raw()
    in_file = build_from_raw(make_changes(raw, ["staff.total=20"]), "test")

    assert build_from_raw(raw, "test").changed("staff.total=20").differences == [
        ("staff.total", 10, 20)
    ]
    assert in_file.to_table() == build_from_raw(raw, "test").changed("staff.total=20").to_table()


def test_a_changed_scenario_is_as_sound_as_one_that_was_loaded():
    with pytest.raises(ScenarioError, match="expected 0 to 1"):
        load_scenario("sickness-benefit").changed("demand.tell=2")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("evidence.0.is=none", "evidence.0.is: missing, expected a number"),
        ("evidence.0.range.0=none", "evidence.0.range.1: missing"),
        ("evidence.0.range.0=5", "evidence.0.is: found 2, expected it within its range [5"),
        ("evidence.1=none", "evidence.1: unknown key, "),
        ("evidence*=2", "evidence: found no number to multiply"),
        ("sources.foo*=2", "sources.foo: found no number to multiply"),
        ("sources*=2", "sources: found no number to multiply"),
        ("staff.shifts.0=none", "staff.shifts: found a list, expected at least 1 in it"),
        ("staff.shifts.0.hours.is.x=none", "staff.shifts.0.hours.x: unknown key"),
        ("functionalised.functions.pools.0=none", "designs.functionalised.functions.pools: the"),
        ("service.title.en=\x1b[31m", "service.title.en: found the character"),
        ("staff.total=20\n[staff]", "staff.total: found"),
    ],
)
def test_what_a_change_leaves_undone_is_told(change, problem):
    about = {"measure": "reported_days", "design": "absorbing", "from": "report"}
    scenario = build_from_raw(build_raw(evidence=[{"is": 2.0, "range": [1.0, 3.0], **about}]), "a")

    with pytest.raises(ScenarioError) as caught:
        scenario.changed(change)
    assert any(line.startswith(problem) for line in caught.value.problems), caught.value.problems


def test_an_entry_of_a_list_may_be_left_out():
    about = {"measure": "reported_days", "design": "absorbing", "from": "report", "is": 2.0}
    evidence = [{"range": [1.0, 3.0], **about}, {"range": [0.0, 9.0], **about}]
    scenario = build_from_raw(build_raw(evidence=evidence), "a")

    assert [one.tolerance for one in scenario.changed("evidence.0=none").evidence] == [(0.0, 9.0)]
    assert scenario.changed("evidence.0.range.0=1.5").evidence[0].tolerance == (1.5, 3.0)


def test_a_staff_too_small_for_one_design_does_for_another():
    scenario = build_scenario().changed("staff.total=2")

    scenario.check_manned(["absorbing"])
    with pytest.raises(ScenarioError, match=r"^staff.total=2: 1 problem\n.*functionalised: "):
        scenario.check_manned(["functionalised", "absorbing"])


def test_more_staff_are_more_in_every_design():
    scenario = build_scenario("absorbing.staff.total=4")
    more = scenario.with_more_staff(3)

    assert [scenario.count_staff(name) for name in scenario.designs] == [10, 4]
    assert [more.count_staff(name) for name in more.designs] == [30, 12]


def test_too_few_staff_of_its_own_are_told_as_such():
    scenario = build_scenario().changed("functionalised.staff.total=2")

    problem = r"has no worker in a team of 2 \(designs.functionalised.staff.total 2,"
    with pytest.raises(ScenarioError, match=problem):
        scenario.check_manned(["functionalised", "absorbing"])
