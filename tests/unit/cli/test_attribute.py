"""`requisite attribute`: to people, as JSON, to a file; bad input; Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys

import pandas as pd
import pytest
import typer
from typer.testing import CliRunner

from sim.cli.attribute import attribute
from sim.cli.program import Commands
from tests.patience import PATIENCE_S

QUICK = (
    "--days", "14", "--replications", "2",
    *(
        part
        for condition in ("budget", "centralisation", "targets", "inspection")
        for part in ("--set", f"absorbing.{condition}=functionalised")
    ),
)  # fmt: skip
"""Of a small service: four conditions that differ, and so 16 mixes."""
DAYS = ("--measure", "end_to_end_days")


@pytest.fixture
def requisite():
    """Run the command in this process, as the program runs it."""
    program = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False)
    program.callback()(lambda: None)
    program.command("attribute")(attribute)

    def run(*arguments):
        return CliRunner().invoke(program, ["attribute", *map(str, arguments)])

    return run


def test_as_json(requisite, scenario_file):
    result = requisite(scenario_file, *QUICK, "--seed", 3, "--json")

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert found["conditions"] == ["purpose", "functions", "standards", "digital"]
    assert (found["seed"], found["replications"], found["runs"]) == (3, 2, 32)
    assert "end_to_end_days" in found["measures"]
    assert found["left_out"]["visit_fit_share"] == "this service has no visits"
    assert found["provenance"]["scenario_file"] == "small.toml"


def test_to_people(requisite, scenario_file):
    result = requisite(scenario_file, *QUICK, *DAYS, "--set", "staff.total=12")

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "Small benefit: from divided and standardised to built for variation" in told
    assert "End-to-end time (days) In the divided and standardised design it is" in told
    for condition in ("purpose", "functions", "standards", "digital"):
        assert condition in told
    assert "32 runs: each of the 16 mixes" in told
    assert "not moved: budget, centralisation, targets and inspection." in told
    assert "staff.total: 10 → 12" in told


def test_of_visits_it_is_said_what_is_counted(requisite):
    result = requisite(
        "home-care", "--days", 14, "--replications", 2, "--measure", "visit_fit_share",
        "--set", "absorbing=functionalised", "--set", "absorbing.standards.absorb=0.9",
    )  # fmt: skip

    assert "each month of a client counts as one case" in result.stdout
    assert "standards" in result.stdout


def test_the_largest_share_stands_first(requisite, scenario_file):
    asked = (scenario_file, *QUICK, *DAYS)
    shares = json.loads(requisite(*asked, "--json").stdout)["measures"]["end_to_end_days"]
    sizes = {name: abs(s["share"]["mean"]) for name, s in shares["conditions"].items()}

    lines = requisite(*asked).stdout.splitlines()

    heading = next(place for place, line in enumerate(lines) if line.startswith("condition "))
    below = [line.split()[0] for line in lines[heading + 1 :][: len(sizes)]]
    assert below == sorted(sizes, key=sizes.get, reverse=True)


def test_what_may_be_chance_has_no_parts(requisite, scenario_file):
    told = requisite(scenario_file, *QUICK, "--measure", "detected_share").stdout

    assert "That may be chance" in told
    assert "nan" not in told


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite(scenario_file, *QUICK, *DAYS)

    assert max(map(len, result.stdout.splitlines())) <= width
    assert "standards" in result.stdout


def test_a_file_is_never_replaced_unasked(requisite, scenario_file, tmp_path):
    path = tmp_path / "result.parquet"
    path.write_text("precious")
    asked = (scenario_file, *QUICK, *DAYS, "--parquet", path)

    refused = requisite(*asked)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "there is such a file already" in refused.stderr
    assert path.read_text() == "precious"
    assert requisite(*asked, "--force").exit_code == 0
    assert set(pd.read_parquet(path)["measure"]) == {"end_to_end_days"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--measure", "end_to_end_day"], 'did you mean "end_to_end_days"?'),
        (["--replications", "1"], "expected 2 or more"),
        (["--replications", "auto"], "--replications"),
        (["--design", "a", "b"], "no design named 'a'"),
        (["--set", "absorbing=functionalised"], "are the same"),
        (["--set", "absorbing.centralisation.teams=10"], "cannot be mixed condition by condition"),
        (["--days", "2"], "days: found 2"),
    ],
)
def test_bad_input_is_told(requisite, scenario_file, arguments, message):
    result = requisite(scenario_file, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


BUSY = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
import typer
from sim.experiment.samples import Samples
from sim.cli.attribute import attribute
from sim.cli.program import Commands
put, told = Samples.put, []
def telling(*what):
    if not told:
        told.append(print("begun", flush=True))
    put(*what)
Samples.put = telling
program = typer.Typer(cls=Commands, pretty_exceptions_enable=False)
program.callback()(lambda: None)
program.command("attribute")(attribute)
program()
"""
"""The command tells when it has made its first runs; a shell in the background ignores Ctrl-C."""


def test_how_long_it_takes_is_told_and_ctrl_c_ends_it_in_one_line():
    busy = subprocess.Popen(
        [sys.executable, "-c", BUSY, "attribute", "sickness-benefit"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert busy.stdout.readline() == "begun\n"

    os.killpg(busy.pid, signal.SIGINT)
    _, stderr = busy.communicate(timeout=PATIENCE_S)

    assert busy.returncode == 130
    assert re.fullmatch(r"12,800 runs: about \d+ minutes?\.\nStopped\.\n", stderr)


def test_the_charts_are_a_page_that_is_never_written_over(requisite, scenario_file, tmp_path):
    page = tmp_path / "charts.html"

    first, second = (requisite(scenario_file, *QUICK, *DAYS, "--chart", page) for _ in range(2))

    assert first.exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count('class="plotly-graph-div"') == 2
    unbroken = re.sub(r"(<|\\u003c)br(>|\\u003e)", " ", text)
    assert "End-to-end time: which condition does it" in unbroken
    assert second.exit_code == 2
    assert "there is such a file already" in second.stderr
