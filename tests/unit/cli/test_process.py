"""The command as the shell has it: exit codes, what goes where, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time

COMMAND = [sys.executable, "-c", "from sim.cli import main; main()"]
HEARING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from sim.cli import main; main()"
)
"""The same; but a shell that runs the tests in the background would have it ignore Ctrl-C."""


def run(*arguments, **options):
    return subprocess.run(
        [*COMMAND, *arguments], check=False, capture_output=True, text=True, timeout=120, **options
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
    assert "Per citizen helped" in told.stdout


def test_ctrl_c_ends_it_in_one_line():
    busy = subprocess.Popen(
        [sys.executable, "-c", HEARING, "compare", "sickness-benefit", "--days", "2000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(5)
    os.killpg(busy.pid, signal.SIGINT)
    stdout, stderr = busy.communicate(timeout=60)

    assert busy.returncode == 130
    assert stdout == ""
    assert stderr == "Stopped.\n"
