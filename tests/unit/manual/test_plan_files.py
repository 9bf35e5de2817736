import re

from sim.manual.plan_files import EXAMPLE, PAGE, plan_page
from sim.scenario.keys import fields
from sim.sweep.plan.file import load_plan
from sim.sweep.plan.schema import PlanFile


def rows():
    """The rows of all tables of the page, by their key."""
    found = re.findall(r"^\| `(\w+)` \| (.*) \|$", plan_page(), re.MULTILINE)
    return {key: cells.split(" | ") for key, cells in reversed(found)}


def test_the_page_in_the_manual_is_current():
    assert PAGE.read_text(encoding="utf-8") == plan_page()


def test_every_key_has_its_row():
    assert {*fields(PlanFile), "low", "high", "outcome", "within", "most"} <= {*rows()}


def test_a_row_says_value_default_and_methods():
    value, default, meaning = rows()["base"]
    assert value == "a whole number, at least 2"
    assert default == "required"
    assert meaning.endswith("Only with `sobol`.")
    assert rows()["steps"][1] == "5"
    assert rows()["until"][1] == "no rule"


def test_nothing_is_left_unsaid():
    assert "None" not in plan_page()
    assert "PydanticUndefined" not in plan_page()


def test_the_example_is_a_plan():
    assert len(load_plan(EXAMPLE).plan) == 5 * 4 * 3 * 3
