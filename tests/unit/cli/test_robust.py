"""`requisite robust`: to people, as JSON, to a file; bad input; Ctrl-C."""

import json
import os
import signal
import subprocess
import sys

import pandas as pd
import pytest

from tests.patience import PATIENCE_S

QUICK = ("--days", "14", "--worlds", "10")


def test_to_people(requisite, scenario_file):
    result = requisite("robust", scenario_file, *QUICK, "--set", "staff.total=12")

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "Small benefit: divided and standardised (functionalised)" in told
    assert "plausible worlds" in told
    assert "Worlds are not equally likely" in told
    assert "10 worlds, each with 3 quantities drawn within their ranges" in told
    assert "staff.total: 10 → 12" in told


def test_as_json(requisite, scenario_file):
    result = requisite("robust", scenario_file, *QUICK, "--seed", 3, "--json")

    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (found["worlds"], found["seed"], found["replications"]) == (10, 3, 2)
    assert found["provenance"]["scenario_file"] == "small.toml"


def test_law_1_is_tried_without_variety_and_with_ample_staff(requisite, scenario_file):
    result = requisite("robust", scenario_file, *QUICK, "--without-variety", "--json")

    changed = {row["key"]: row["new"] for row in json.loads(result.stdout)["provenance"]["changed"]}
    assert changed == {"demand.known.variety": 0, "staff.total": 100}


def test_a_file_is_never_replaced_unasked(requisite, scenario_file, tmp_path):
    path = tmp_path / "worlds.parquet"
    path.write_text("precious")
    asked = ("robust", scenario_file, *QUICK, "--parquet", path)

    refused = requisite(*asked)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert path.read_text() == "precious"
    assert requisite(*asked, "--force").exit_code == 0
    assert set(pd.read_parquet(path)["world"]) == set(range(10))


@pytest.mark.parametrize("width", [30, 80, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("robust", scenario_file, *QUICK)

    assert max(map(len, result.stdout.splitlines())) <= width


def test_whoever_has_to_wait_is_told_how_long(requisite, scenario_file, monkeypatch):
    monkeypatch.setattr("sim.cli.robust.LONG_S", 0.0)

    result = requisite("robust", scenario_file, "--days", "14", "--worlds", "20", "--json")

    assert result.stderr == "80 runs: about 1 minute.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--worlds", "9"], "worlds: found 9, expected 10 to 10000"),
        (["--replications", "1"], "expected 2 or more"),
        (["--design", "a", "b"], "no design named 'a'"),
        (["--days", "2"], "days: found 2"),
        (["--set", "staff.total=0.5"], "staff.total"),
    ],
)
def test_bad_input_is_told(requisite, scenario_file, arguments, message):
    result = requisite("robust", scenario_file, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


BUSY = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from sim.experiment.samples import Samples
from sim.cli import main
put, told = Samples.put, []
def telling(*what):
    if not told:
        told.append(print("begun", flush=True))
    put(*what)
Samples.put = telling
main()
"""
"""The command tells when it has made its first runs; a shell in the background ignores Ctrl-C."""


def test_ctrl_c_ends_it_in_one_line():
    busy = subprocess.Popen(
        [sys.executable, "-c", BUSY, "robust", "sickness-benefit"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert busy.stdout.readline() == "begun\n"

    os.killpg(busy.pid, signal.SIGINT)
    _, stderr = busy.communicate(timeout=PATIENCE_S)

    assert busy.returncode == 130
    assert stderr.splitlines()[-1] == "Stopped."
    assert len(stderr.splitlines()) <= 2  # before it, how long it would have taken
