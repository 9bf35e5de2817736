"""The command as the shell has it: exit codes, what goes where, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from sim.cli.readiness import make_ready
from sim.engines import ENGINES, FIRST_USE, get_engine

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


LONG = {
    "fast": ("--days", "3660", "--replications", "400"),
    "reference": ("--days", "3660", "--engine", "reference"),
}
"""What takes an engine far longer than anybody waits before pressing Ctrl-C."""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("wait_s", [1.5, 4.0])
def test_ctrl_c_ends_it_in_one_line(engine, wait_s):
    busy = subprocess.Popen(
        [sys.executable, "-c", HEARING, "compare", "sickness-benefit", *LONG[engine]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(wait_s)
    os.killpg(busy.pid, signal.SIGINT)
    stdout, stderr = busy.communicate(timeout=60)

    assert busy.returncode == 130
    assert stdout == ""
    assert stderr == "Stopped.\n"


def test_the_first_use_says_what_it_is_doing(monkeypatch, capsys):
    made = []
    engine = get_engine("reference")._replace(
        is_ready=lambda: False, make_ready=lambda: made.append(True)
    )
    monkeypatch.setattr("sim.engines.get_engine", lambda name: engine)

    make_ready("fast")

    told = capsys.readouterr()
    assert made == [True]
    assert (told.out, told.err) == ("", f"{FIRST_USE}\n")


def test_a_ready_engine_needs_no_word(monkeypatch, capsys):
    make_ready("reference")

    assert capsys.readouterr() == ("", "")
