from sim.errors import RequisiteError, RunError, ScenarioError


def test_one_problem_is_told_with_its_place():
    error = ScenarioError("a.toml", ["staff.total: missing"])

    assert str(error) == "a.toml: 1 problem\n  - staff.total: missing"


def test_all_problems_are_told_in_their_order():
    error = ScenarioError("a.toml", ["second", "first"])

    assert str(error).splitlines() == ["a.toml: 2 problems", "  - second", "  - first"]
    assert error.where == "a.toml"
    assert error.problems == ["second", "first"]


def test_every_error_can_be_caught_as_one_of_ours():
    assert issubclass(ScenarioError, RequisiteError)
    assert issubclass(RunError, RequisiteError)
