import re
import tomllib

import pytest

from sim.design import Design
from sim.manual.scenario_files import EXAMPLE, PAGE, reference_page
from sim.scenario import Scenario, build_scenario
from sim.scenario.keys import fields
from tests.builders import build_raw


def section(title):
    """The rows of one table of the page, by their key."""
    _, _, rest = reference_page().partition(f"## `{title}`\n")
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", rest.partition("\n## ")[0], re.MULTILINE)
    return {key: cells.split(" | ") for key, cells in rows}


def test_the_page_in_the_manual_is_current():
    assert PAGE.read_text(encoding="utf-8") == reference_page()


@pytest.mark.parametrize("key", Design.model_fields)
def test_every_key_of_a_design_has_its_row(key):
    kind = Design.model_fields[key].annotation

    assert list(section(f"[designs.NAME.{key}]")) == list(fields(kind))


@pytest.mark.parametrize("key", ["service", "calendar", "staff", "costs", "loops"])
def test_every_key_of_a_section_has_its_row(key):
    assert list(section(f"[{key}]")) == list(fields(Scenario.model_fields[key].annotation))


def test_a_row_says_unit_bounds_default_and_meaning():
    value, default, meaning = section("[demand.NAME]")["give_up"]

    assert (value, default) == ("share, 0 to 1", "required")
    assert meaning == "Chance of giving up instead, at each failed attempt."
    assert section("[demand.NAME]")["growth"][1] == "off (1)"
    assert section("[designs.NAME.budget]")["cap_minutes"][:2] == ["minutes, 0 to 1,440", "none"]
    assert section("[[evidence]]")["is"][0] == "a number"


def test_no_key_is_without_its_meaning():
    assert "| None |" not in reference_page()
    assert "PydanticUndefined" not in reference_page()


def test_the_example_is_part_of_a_scenario():
    example, whole = tomllib.loads(EXAMPLE), build_raw()
    whole["service"] |= example["service"]
    whole["demand"]["known"] |= example["demand"]["known"]
    whole["designs"]["functionalised"]["purpose"] |= example["designs"]["functionalised"]["purpose"]
    whole |= {"shock": example["shock"], "sources": whole["sources"] | example["sources"]}

    assert build_scenario(whole, "test").shock[0].what == "demand"
    assert f"```toml\n{EXAMPLE}```" in reference_page()
