import json
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from sim.dynamics.twin import tipping

QUICK = ("--days", 40, "--replications", 2)


@pytest.fixture(autouse=True)
def short_years(monkeypatch):
    """Let stocks and flows be looked at for eight weeks, not for a year."""
    monkeypatch.setattr(tipping, "WARM_DAYS", 28)
    monkeypatch.setattr(tipping, "YEAR_DAYS", 28)


def test_to_people(requisite, scenario_file):
    result = requisite("dynamics", scenario_file, *QUICK)

    assert result.exit_code == 0, result.stderr
    told = " ".join(result.stdout.split())
    assert "stocks and flows beside the event model" in told
    assert "What each loop adds" in told
    assert "2 replications of 40 days, seed 1." in told


@pytest.mark.parametrize("width", [60, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("dynamics", scenario_file, *QUICK)

    assert max(map(len, result.stdout.splitlines())) <= width


def test_as_json_and_in_a_file(requisite, scenario_file, tmp_path):
    table = tmp_path / "twin.parquet"

    result = requisite("dynamics", scenario_file, *QUICK, "--json", "--parquet", table)

    found = json.loads(result.stdout)
    assert result.stderr == ""
    assert len(pd.read_parquet(table)) == len(found["compared"]) == 30


def test_visits_are_refused(requisite):
    result = requisite("dynamics", "home-care")

    assert result.exit_code == 2
    assert "home-care makes visits" in result.stderr


def test_a_file_for_other_tools_and_a_picture(requisite, scenario_file, tmp_path):
    xmile, svg, dot = (tmp_path / f"twin.{ending}" for ending in ("xmile", "svg", "dot"))
    flows = tmp_path / "flows.dot"

    first = requisite("export", scenario_file, "--xmile", xmile, "--causal-loops", svg)
    asked = ("--causal-loops", dot, "--stocks-and-flows", flows, "--design", "absorbing")
    second = requisite("export", scenario_file, *asked)

    assert (first.exit_code, second.exit_code) == (0, 0), first.stderr + second.stderr
    assert ET.parse(xmile).getroot().tag.endswith("xmile")
    assert ET.parse(svg).getroot().tag.endswith("svg")
    assert dot.read_text().startswith("digraph") and flows.read_text().startswith("digraph")
    assert first.stdout.split().count("written.") == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((), "nothing to write"),
        (("--causal-loops", "loops.png"), "a picture ends with .svg"),
        (("--xmile", "here.xmile", "--causal-loops", "here.xmile"), "a picture ends with .svg"),
        (("--causal-loops", "a.svg", "--days", 0), "days: found 0"),
        (("--causal-loops", "a.svg", "--design", "none"), "no design named 'none'"),
    ],
)
def test_what_cannot_be_done_is_said(requisite, scenario_file, asked, told):
    result = requisite("export", scenario_file, *asked)

    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_nothing_of_the_users_is_replaced_unasked(requisite, scenario_file, tmp_path):
    xmile = tmp_path / "mine.xmile"
    xmile.write_text("mine")

    result = requisite("export", scenario_file, "--xmile", xmile)

    assert result.exit_code == 2
    assert xmile.read_text() == "mine"
    assert requisite("export", scenario_file, "--xmile", xmile, "--force").exit_code == 0
    assert xmile.read_text() != "mine"
