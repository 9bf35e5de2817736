"""Work spread over processes: results in their order, word of what is done, and quiet ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.reference.crew import work_off
from sim.errors import RunError

LEAK = """
from joblib.externals.loky.backend.resource_tracker import register
register("/requisite-left-behind", "semlock")
"""
"""What a process that is ended in the middle leaves to be tidied up."""
BY_US = "from sim.engines.reference.crew import work_off; work_off(abs, [-1, -2], n_jobs=2)"
BY_OTHERS = (
    "from joblib import Parallel, delayed; Parallel(2)([delayed(abs)(-1), delayed(abs)(-2)])"
)


def end(work: int) -> int:
    """End the process, as the system does when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
    return work


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_stand_in_the_order_of_the_work(jobs: int) -> None:
    assert work_off(abs, [-3, 1, -2, 0], jobs) == [3, 1, 2, 0]


def test_nothing_to_do_gives_nothing() -> None:
    assert work_off(abs, []) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_word_is_given_after_each(jobs: int) -> None:
    told: list[int] = []
    work_off(abs, [1, 2, 3], jobs, told.append)
    assert told == [1, 2, 3]


def test_a_process_that_was_ended_is_told_in_words() -> None:
    with pytest.raises(RunError, match="ended from outside"):
        work_off(end, [1, 2], 2)


def complaints(code: str) -> str:
    """Return what a process and its tracker say on standard error."""
    silenced = "PYTHONWARNINGS"  # in this process maybe already, by an earlier test
    told = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env={name: value for name, value in os.environ.items() if name != silenced},
        cwd=Path(__file__).parents[4],
    )
    return told.stderr


def test_what_is_tidied_up_is_not_reported() -> None:
    assert "leaked semlock" in complaints(BY_OTHERS + LEAK)
    assert complaints(BY_US + LEAK) == ""
