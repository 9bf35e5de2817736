"""Work spread over threads and processes: what is under way, who is told to stop, quiet ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from sim.analysis.comparison import compare
from sim.engines.request import STOP, StopSign
from sim.errors import RunError
from sim.experiment import RunSettings, executors
from sim.experiment.executors import (
    MANY_PROCESSORS,
    MANY_RUNS,
    UNDER_WAY,
    open_executor,
    open_executor_for,
    work_off,
)
from sim.scenario import load_scenario
from tests.patience import PATIENCE_S

INTERRUPTED = """
import random, signal
from concurrent.futures import ThreadPoolExecutor
from sim.experiment.executors import work_off
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
after, stopped = random.Random(1), 0
for _ in range(300):
    try:
        with ThreadPoolExecutor(2) as executor:
            signal.setitimer(signal.ITIMER_REAL, after.uniform(0.002, 0.01))
            for _ in work_off(executor, lambda work, _: work, iter(range(10**9))):
                pass
    except KeyboardInterrupt:
        stopped += 1
print(stopped)
"""
"""Short works, so that Ctrl-C comes while one of them is handed over or waited for."""
LEAK = """
from joblib.externals.loky.backend.resource_tracker import register
register("/requisite-left-behind", "semlock")
"""
"""What a process that is ended in the middle leaves to be tidied up."""
BY_US = """
from sim.experiment.executors import open_executor
with open_executor("reference") as executor:
    executor.submit(int).result()
"""
BY_OTHERS = (
    "from joblib import Parallel, delayed; Parallel(2)([delayed(abs)(-1), delayed(abs)(-2)])"
)


def end(work: int, _stop_sign: StopSign) -> int:
    """End the process, as the system does when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
    return work


def negate(work: int, _stop_sign: StopSign) -> int:
    return -work


def test_each_work_is_returned_with_its_result() -> None:
    with ThreadPoolExecutor(2) as executor:
        assert sorted(work_off(executor, negate, [3, 1, 2])) == [(1, -1), (2, -2), (3, -3)]


def test_nothing_to_do_gives_nothing() -> None:
    with ThreadPoolExecutor(1) as executor:
        assert list(work_off(executor, negate, [])) == []


def test_works_are_taken_a_few_at_a_time() -> None:
    taken: list[int] = []

    def list_works() -> Iterator[int]:
        for work in range(10 * UNDER_WAY):
            taken.append(work)
            yield work

    with ThreadPoolExecutor(1) as executor, closing(work_off(executor, negate, list_works())) as it:
        next(it)
        assert len(taken) == UNDER_WAY


def test_who_is_not_wanted_any_more_is_told_to_stop() -> None:
    def wait(_work: int, stop_sign: StopSign) -> None:
        while not stop_sign[STOP]:
            time.sleep(0.01)

    def fail(work: int, stop_sign: StopSign) -> None:
        if work:
            raise RunError("no")
        wait(work, stop_sign)

    with ThreadPoolExecutor(2) as executor, pytest.raises(RunError, match="no"):
        list(work_off(executor, fail, [0, 1]))


def test_what_is_handed_in_is_used_and_left_open() -> None:
    with ThreadPoolExecutor(1) as mine:
        with open_executor("fast", mine) as executor:
            assert executor is mine
        assert mine.submit(int).result() == 0


def test_a_process_that_was_ended_is_told_in_words() -> None:
    with (
        pytest.raises(RunError, match="ended from outside"),
        open_executor("reference") as executor,
    ):
        list(work_off(executor, end, [1, 2]))


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """Run a process to its end."""
    silenced = "PYTHONWARNINGS"  # in this process maybe already, by an earlier test
    return subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={name: value for name, value in os.environ.items() if name != silenced},
        cwd=Path(__file__).parents[3],
    )


def complaints(code: str) -> str:
    """Return what a process and its tracker say on standard error."""
    return run_python(code).stderr


def test_ctrl_c_at_whatever_moment_ends_it() -> None:
    assert run_python(INTERRUPTED).stdout == "300\n"


def test_what_is_tidied_up_is_not_reported() -> None:
    assert "leaked semlock" in complaints(BY_OTHERS + LEAK)
    assert complaints(BY_US + LEAK) == ""


# --- Many runs ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("runs", "processors", "in_processes"), [(500, 4, True), (499, 4, False), (500, 3, False)]
)
def test_many_runs_go_to_processes_where_there_are_many_processors(
    runs: int, processors: int, in_processes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent: list[int] = []

    def lend(count: int) -> Iterator[ThreadPoolExecutor]:
        lent.append(count)
        with ThreadPoolExecutor(1) as executor:
            yield executor

    monkeypatch.setattr(executors, "lend_processes", lend)
    monkeypatch.setattr(executors, "count_processors", lambda: processors)

    with open_executor_for("fast", runs) as executor:
        assert executor.submit(int).result() == 0

    assert lent == [processors] * in_processes


def test_on_processes_the_compiled_engine_yields_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = load_scenario("structured-record")
    settings = RunSettings(days=30, replications=4)
    here = compare(scenario, settings=settings)
    monkeypatch.setattr(executors, "count_processors", lambda: MANY_PROCESSORS)

    with open_executor_for("fast", MANY_RUNS) as executor:
        there = compare(scenario, settings=settings, executor=executor)

    assert not isinstance(executor, ThreadPoolExecutor)
    assert there.to_dict() == here.to_dict()
