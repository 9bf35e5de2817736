"""Ctrl-C ends a command in one line, whatever it is at."""

import os
import signal
import subprocess
import sys
import time

import pytest

from sim.engines import ENGINES, FIRST_USE
from tests.patience import PATIENCE_S

HEARING = """
import signal, time
from sim import engines
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
"""A shell that runs the tests in the background would have it ignore Ctrl-C."""
COMMAND = "\nfrom sim.cli import main; main()"
TELLING = """
from sim.experiment import frame
begin, told = frame.work_off, []
def begin_telling(*works):
    if not told:
        told.append(print("begun", flush=True))
    return begin(*works)
frame.work_off = begin_telling
"""
"""The command tells when it begins to simulate."""
COMPILING = """
def compile():
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass
engine = engines.get_engine("reference")._replace(is_ready=lambda: False, make_ready=compile)
engines.get_engine = lambda name: engine
"""
"""The engine has to be compiled, by a compiler that drops exceptions, as LLVM does."""
LONG = {
    "fast": ("--days", "3660", "--replications", "400"),
    "reference": ("--days", "3660", "--engine", "reference"),
}
"""What takes an engine far longer than anybody waits before pressing Ctrl-C."""
BUSY_AFTER_S = 2.0
"""By then the processes of the reference engine have begun as well."""


def begin(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", HEARING + code + COMMAND, "compare", "sickness-benefit", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def press_ctrl_c(process):
    """Press Ctrl-C; return the exit code and what is said from then on."""
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=PATIENCE_S)
    return process.returncode, stdout, stderr


@pytest.mark.parametrize("engine", ENGINES)
def test_while_it_simulates(engine):
    busy = begin(TELLING, *LONG[engine])
    assert busy.stdout.readline() == "begun\n"
    time.sleep(BUSY_AFTER_S)

    assert press_ctrl_c(busy) == (130, "", "Stopped.\n")


def test_while_it_compiles():
    busy = begin(COMPILING)
    assert busy.stderr.readline() == f"{FIRST_USE}\n"

    assert press_ctrl_c(busy) == (130, "", "Stopped.\n")


IMPORTING = """
import sim.cli
print("begun", flush=True)
sim.cli.main()
"""
TRIES, APART_S = 16, 0.05


def test_while_it_imports():
    for nth in range(TRIES):
        code = [sys.executable, "-c", HEARING.replace("from sim import engines", "") + IMPORTING]
        pipe = subprocess.PIPE
        busy = subprocess.Popen(
            [*code, "services"], stdout=pipe, stderr=pipe, text=True, start_new_session=True
        )
        assert busy.stdout.readline() == "begun\n"
        time.sleep(nth * APART_S)
        code, _, stderr = press_ctrl_c(busy)
        assert code in (0, 130, -signal.SIGINT)  # the last while Python itself winds up
        assert stderr in ("", "Stopped.\n")
