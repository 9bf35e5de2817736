"""The first use of an engine says what it is doing; a later one has nothing to say."""

import json
import os
import subprocess
import sys

import pytest

from sim.cli.progress import make_ready
from sim.engines import FIRST_USE, get_engine

QUICK = ("--days", "14", "--replications", "2")


@pytest.fixture
def made(monkeypatch):
    """An engine that is not ready: a list of the times it was made so."""
    times = []
    engine = get_engine("reference")._replace(
        is_ready=lambda: bool(times), make_ready=lambda: times.append(True)
    )
    monkeypatch.setattr("sim.engines.get_engine", lambda name: engine)
    return times


def test_the_first_use_says_what_it_is_doing_and_the_second_nothing(made, capsys):
    make_ready("fast")
    make_ready("fast")

    assert made == [True]
    assert capsys.readouterr() == ("", f"{FIRST_USE}\n")


def test_a_ready_engine_needs_no_word(capsys):
    make_ready("reference")

    assert capsys.readouterr() == ("", "")


def test_json_stands_alone_all_the_same(made, requisite, scenario_file):
    told = requisite("compare", scenario_file, *QUICK, "--json")

    assert json.loads(told.stdout)["replications"] == 2
    assert told.stderr == f"{FIRST_USE}\n"


def test_every_command_that_simulates_makes_it_ready(made, requisite, scenario_file, tmp_path):
    events = ("--design", "absorbing", "--events", tmp_path / "events.parquet")
    commands = (
        ("compare", scenario_file, *QUICK),
        ("run", scenario_file, "--days", "14", *events),
        ("citizen", scenario_file, "--days", "14", "--id", "0"),
    )
    for command in commands:
        made.clear()
        assert requisite(*command).stderr == f"{FIRST_USE}\n"


def test_the_page_is_not_opened_before(made, monkeypatch, requisite):
    ready_when_served = []
    monkeypatch.setattr(
        "sim.cli.app.serve", lambda *port, **how: ready_when_served.extend(made) or 0
    )

    assert requisite("app", "--no-browser").exit_code == 0
    assert ready_when_served == [True]


TOLD = """
from sim.engines import get_engine
from sim.engines.fast import code
from sim.engines.fast.machine.library import Library
code.find_library = lambda: Library(None)
print(get_engine("fast").first_use)
"""


def test_who_has_nowhere_to_keep_it_is_told_so_each_time(tmp_path):
    taken = tmp_path / "file"
    taken.touch()
    told = subprocess.run(
        [sys.executable, "-c", TOLD],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "REQUISITE_CACHE": str(taken)},
    )

    assert "each time" in told.stdout
    assert "REQUISITE_CACHE" in told.stdout
