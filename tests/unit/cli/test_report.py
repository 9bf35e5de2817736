"""`requisite report`: a page is written where it is asked for, and over nothing unasked."""

import re
import shlex
from html import unescape
from pathlib import Path

import pytest

QUICK = ("--days", "30", "--replications", "2")


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_it_has_the_name_of_the_file(requisite, scenario_file, tmp_path):
    result = requisite("report", scenario_file, *QUICK)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "written to requisite-small.html" in result.stderr
    page = (tmp_path / "requisite-small.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "Small benefit" in page


def test_it_is_written_where_it_is_asked_for_and_in_the_language(
    requisite, scenario_file, tmp_path
):
    path = tmp_path / "own.html"
    result = requisite("report", scenario_file, *QUICK, "--out", path, "--language", "sv")

    assert result.exit_code == 0
    assert '<html lang="sv">' in path.read_text()


def test_nothing_is_replaced_unasked(requisite, scenario_file, tmp_path):
    path = tmp_path / "own.html"
    path.write_text("mine")
    refused = requisite("report", scenario_file, *QUICK, "--out", path)

    assert refused.exit_code == 2
    assert path.read_text() == "mine"
    assert requisite("report", scenario_file, *QUICK, "--out", path, "--force").exit_code == 0
    assert path.read_text() != "mine"


def test_the_command_of_a_file_of_ones_own_makes_the_same(
    requisite, scenario_file, tmp_path, monkeypatch
):
    page = tmp_path / "own.html"
    requisite("report", scenario_file, *QUICK, "--out", page)
    command = unescape(re.search(r"requisite compare [^<]+", page.read_text())[0])
    monkeypatch.chdir(Path(scenario_file).parent)
    result = requisite(*shlex.split(command)[1:])

    assert command.startswith("requisite compare small.toml ")
    assert result.exit_code == 0
    assert "small.toml, seed 1" in page.read_text()


@pytest.mark.parametrize("name", ["report.pdf", "none/report.html", "."])
def test_what_cannot_be_written_is_told_before_the_work(requisite, scenario_file, name):
    result = requisite("report", scenario_file, *QUICK, "--out", name)

    assert result.exit_code == 2
    assert name in result.stderr
    assert "Traceback" not in result.stderr
