"""What is no plan is refused, with all that is wrong at once and what to do instead."""

import pandas as pd
import pytest

from sim.errors import ScenarioError
from sim.sweep.plan import Plan, Range


def problems_of(make, *args, **how):
    with pytest.raises(ScenarioError) as caught:
        make(*args, **how)
    return caught.value.problems


WRONG = {
    "unknown": ({"staff.totl": None}, "staff.totl: unknown key, did you mean"),
    "no own range": ({"staff.absence": None}, "has no range of its own, expected a lowest"),
    "multiplies": ({"staff.total*": None}, "multiplies, expected a range"),
    "upside down": ({"staff.total": (9, 8)}, "found 9, 8, expected a range of two numbers"),
    "empty range": ({"staff.total": (9, 9)}, "expected a range of two numbers"),
    "endless": ({"staff.absence": (0, float("inf"))}, "expected a range of two numbers"),
    "no number": ({"staff.absence": (0, float("nan"))}, "expected a range of two numbers"),
    "too many ends": ({"staff.absence": (0, 0.1, 3, 4)}, "expected a range of two numbers"),
    "truth": ({"staff.absence": (False, True)}, "expected a range of two numbers"),
    "one step": ({"staff.absence": Range(0, 0.1, 1)}, "steps: found 1, expected a whole number"),
    "outside": ({"staff.absence": (0, 2)}, r"staff.absence: found 2, expected 0 to 1 \(share\)"),
    "below": ({"staff.absence": [-1, 0]}, "staff.absence: found -1, expected 0 to 1"),
    "times too much": ({"staff.absence*": (1, 90)}, "staff.absence: found 4.5, expected 0 to 1"),
    "half a person": ({"staff.total": [8, 8.5]}, "found 8.5, expected a whole number"),
    "half an end": ({"staff.total": (8, 9.5)}, "found 9.5, expected a whole number"),
    "word for a number": ({"staff.absence": ["high"]}, 'found "high", expected a number'),
    "range for a word": ({"functionalised.targets.order": (0, 1)}, "takes words, .*: arrival, dea"),
    "own for a word": ({"functionalised.targets.order": None}, "takes words, expected a list"),
    "wrong word": ({"functionalised.targets.order": ["last"]}, 'found "last", expected one of'),
    "no such design": ({"functionalised.purpose": ["whole"]}, "or the name of another design"),
    "none left": ({"staff.total": []}, "staff.total: found nothing, expected a list of values"),
    "a text": ({"staff.total": "8"}, "expected a list of values"),
    "nothing in it": ({"staff.total": [8, None]}, "expected numbers and words"),
    "twice": ({"staff.total": [8, 8.0]}, "expected each value once"),
    "dummy": ({"dummy": (0, 1)}, "dummy: is the name of what a plan adds itself"),
    "overlap": (
        {"demand.variety": None, "demand.known.variety": None},
        "demand.known.variety: means the same as demand.variety",
    ),
    "part of": (
        {"absorbing.purpose": ["absorbing"], "absorbing.purpose.check": (0, 1)},
        "absorbing.purpose.check: means the same as absorbing.purpose, or a part of it",
    ),
}


@pytest.mark.parametrize(("varied", "problem"), WRONG.values(), ids=WRONG)
def test_a_wrong_factor_is_refused(service, varied, problem):
    with pytest.raises(ScenarioError, match=problem):
        Plan.lhs(service, uncertainties=varied, points=3)


NUMBERS = {
    "no points": (Plan.lhs, {"points": 0}, "points: found 0, expected a whole number, at least 1"),
    "half a point": (Plan.lhs, {"points": 2.5}, "points: found 2.5, expected a whole number"),
    "no power": (Plan.sobol, {"base": 12}, "base: found 12, expected a power of two"),
    "odd": (Plan.morris, {"trajectories": 4, "levels": 5}, "levels: found 5, expected an even"),
    "one": (Plan.morris, {"trajectories": 1}, "trajectories: found 1, .*at least 2"),
    "steps": (Plan.grid, {"steps": 1}, "steps: found 1, .*at least 2"),
    "seed": (Plan.lhs, {"points": 2, "seed": -1}, "seed: found -1, expected 0 to"),
    "no seed": (Plan.lhs, {"points": 2, "seed": 1.5}, "seed: found 1.5, expected a whole number"),
    "no designs": (Plan.grid, {"designs": []}, "designs: found nothing"),
    "unknown": (Plan.grid, {"designs": ["absorbin"]}, 'found "absorbin", did you mean'),
    "the same": (Plan.grid, {"designs": ["absorbing"] * 2}, "designs: absorbing: found more than"),
    "too many": (Plan.lhs, {"points": 10**8}, "found 100000000 points, expected 1 to 10000000"),
}


@pytest.mark.parametrize(("make", "how", "problem"), NUMBERS.values(), ids=NUMBERS)
def test_a_wrong_number_or_design_is_refused(service, make, how, problem):
    with pytest.raises(ScenarioError, match=problem):
        make(service, ["staff.total"], **how)


def test_all_problems_are_told_at_once(service):
    varied = {"staff.totl": None, "staff.absence": (0, 2), "demand.variety": (3, 1)}

    found = problems_of(Plan.sobol, service, varied, ["demand.variety"], base=3, designs=["x"])

    starts = ["designs", "base", "demand.variety: found more", "demand.variety: found 3, 1"]
    starts += ["staff.totl", "staff.absence"]
    assert all(line.startswith(s) for line, s in zip(found, starts, strict=True)), found


def test_a_huge_grid_is_refused_before_it_is_made(service):
    many = {f"demand.known.{name}": (0, 1) for name in ("tell", "reach", "give_up", "variety")}

    with pytest.raises(ScenarioError, match="found 100000000 points"):
        Plan.grid(service, many, steps=100)


def test_a_factorial_takes_two_values_of_each(service):
    with pytest.raises(ScenarioError, match=r"staff.total: found 3 values, expected two"):
        Plan.factorial(service, {"staff.total": [8, 9, 10]})


def test_places_with_different_ranges_need_one_that_is_given(two_types):
    raw = two_types.to_table()
    raw["demand"]["other"]["variety"]["range"] = [0, 3]
    other = type(two_types).model_validate(raw)

    with pytest.raises(ScenarioError, match="means places with different ranges"):
        Plan.lhs(other, ["demand.variety"], points=2)


@pytest.mark.parametrize("make", [Plan.grid, Plan.factorial])
def test_without_keys_a_grid_has_nothing_to_vary(service, make):
    assert problems_of(make, service) == ["nothing is varied, expected levers or uncertainties"]


def test_services_are_one_or_more_and_each_once(service, two_types):
    grid = {"staff.total": [8, 9]}

    assert "services: found nothing" in problems_of(Plan.grid, [], grid)[0]
    assert "small-benefit: found more than once" in problems_of(Plan.grid, [service] * 2, grid)[0]
    assert "nope: no service of this name" in problems_of(Plan.grid, ["nope"], grid)[0]
    two = problems_of(Plan.grid, [service, two_types], {"demand.other.variety": (1, 2)})
    assert two == ["small-benefit: has none of the keys"]


def test_a_model_that_is_no_service_has_no_ranges_of_its_own():
    assert "a: has no range of its own" in problems_of(Plan.lhs, None, ["a"], points=2)[0]
    assert "nothing is varied" in problems_of(Plan.lhs, None, points=2)[0]


TABLES = {
    "gap": ({"staff.total": [8, None]}, "staff.total: found nothing in row 2"),
    "unknown": ({"staff.totl": [8]}, "staff.totl: unknown key"),
    "outside": ({"staff.absence": [0.1, 3]}, "staff.absence: found 3, expected 0 to 1"),
    "truth": ({"staff.absence": [True]}, 'found "True", expected a number'),
    "word": ({"staff.absence": ["x"]}, 'found "x", expected a number'),
    "no rows": ({"staff.total": []}, "found 0 points"),
    "no keys": ({"point": [1]}, "found no column that is a key"),
    "other": ({"service": ["other"], "staff.total": [8]}, 'service: found "other"'),
    "overlap": ({"demand.variety": [1], "demand.known.variety": [1]}, "means the same as"),
}


@pytest.mark.parametrize(("columns", "problem"), TABLES.values(), ids=TABLES)
def test_a_wrong_table_is_refused(service, columns, problem):
    with pytest.raises(ScenarioError, match=problem):
        Plan.from_table(service, pd.DataFrame(columns))


def test_a_column_that_stands_twice_is_refused(service):
    table = pd.DataFrame([[8, 9]], columns=["staff.total", "staff.total"])

    with pytest.raises(ScenarioError, match=r"staff.total: found more than once"):
        Plan.from_table(service, table)


def test_a_lever_that_is_no_column_is_refused(service):
    with pytest.raises(ScenarioError, match=r'levers: found "staff.totl", did you mean'):
        Plan.from_table(service, pd.DataFrame({"staff.total": [8]}), ["staff.totl"])


@pytest.mark.parametrize("name", ["gone.csv", "gone.parquet", "points.xls"])
def test_a_file_that_is_no_table_is_refused(service, tmp_path, name):
    with pytest.raises(ScenarioError, match=rf"{name}: (cannot be read|expected a table)"):
        Plan.from_table(service, tmp_path / name)


def test_a_number_that_is_among_the_words_as_well_is_refused():
    with pytest.raises(ScenarioError, match=r'x: found "40\.0", 40, expected no number that is'):
        Plan.grid(None, {"x": ["40.0", 40.0]})


def test_numbers_among_other_words_are_taken():
    assert len(Plan.grid(None, {"x": ["40", 40.0, "none"]})) == 3
