"""The command as the shell has it: exit codes, and what goes where."""

import json
import os
import subprocess
import sys

from tests.patience import PATIENCE_S

COMMAND = [sys.executable, "-c", "from sim.cli import main; main()"]


def run(*arguments, **options):
    return subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        **options,
    )


def test_json_stands_alone_on_standard_output(scenario_file):
    told = run("compare", scenario_file, "--days", "14", "--replications", "2", "--json")

    assert told.returncode == 0
    assert json.loads(told.stdout)["replications"] == 2
    assert told.stderr == ""


def test_bad_input_ends_with_2():
    told = run("compare", "no-such-service")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("no-such-service: 1 problem\n")


def test_the_version():
    told = run("--version")

    assert told.returncode == 0
    assert told.stdout.startswith("requisite ")


def test_a_terminal_without_the_signs_still_gets_the_numbers(scenario_file):
    poor = {**os.environ, "PYTHONIOENCODING": "ascii"}

    told = run("compare", scenario_file, "--days", "14", "--replications", "2", env=poor)

    assert told.returncode == 0
    assert "does not settle" in told.stdout
