"""A sweep whose process is killed, whose worker is killed, or whose disk is full loses nothing."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from sim.errors import RunError
from sim.sweep import find_status, resume
from tests.attacks.disk import full_disk
from tests.attacks.sweeping import POINTS, REPLICATIONS, read, start, sweep
from tests.patience import PATIENCE_S
from tests.unit.sweep.models import WAVING

ENDS_WITHIN_S = 10.0
"""That workers end soon is what is asked of them, so this is no patience."""
KILLS = 3
"""As many as time allows; docs/sweeps.md tells of twenty in a larger sweep."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The tables of a serial run."""
    return sweep(tmp_path_factory.mktemp("undisturbed") / "sweep", None)


def _count(folder: Path) -> int:
    return len(list(folder.glob("chunks/*/*.parquet")))


def _children(pid: int) -> list[int]:
    # `-ww`: in a terminal of 80 columns the name of a worker would be cut off.
    asked = ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(pid)]
    listed = subprocess.run(asked, stdout=-1, check=False)
    rows = [line.split(maxsplit=1) for line in listed.stdout.decode().splitlines()]
    return [int(number) for number, command in rows if "popen_loky" in command]


def _wait_for_chunks(folder: Path, more_than: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until there are more chunks; tell whether the process is still at work then."""
    until = time.monotonic() + PATIENCE_S
    while _count(folder) <= more_than and process.poll() is None:
        assert time.monotonic() < until, "no chunk is made"
        time.sleep(0.01)
    return process.poll() is None


def _wait_for_children(process: subprocess.Popen[bytes]) -> list[int]:
    """Wait until there are workers; return them."""
    until = time.monotonic() + PATIENCE_S
    while not (children := _children(process.pid)):
        assert process.poll() is None, "it ended before there was a worker"
        assert time.monotonic() < until, "no worker is begun"
        time.sleep(0.01)
    return children


def test_killed_again_and_again_it_yields_the_same_table(undisturbed, tmp_path):
    folder, luck, kills = tmp_path / "sweep", random.Random(1), 0
    while kills < KILLS:
        process, before = start(folder), _count(folder)
        if not _wait_for_chunks(folder, before, process):
            break
        time.sleep(luck.uniform(0, 0.3))
        workers = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
        _assert_they_end(workers)
    assert kills == KILLS
    process = start(folder)
    assert process.wait(PATIENCE_S) == 0
    assert read(folder) == undisturbed


def _assert_they_end(workers: list[int]) -> None:
    until = time.monotonic() + ENDS_WITHIN_S
    while any(map(_is_alive, workers)):
        assert time.monotonic() < until, "workers outlive the process that began them"
        time.sleep(0.1)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_worker_costs_its_chunk_alone(undisturbed, tmp_path):
    folder = tmp_path / "sweep"
    process = start(folder)
    os.kill(_wait_for_children(process)[0], signal.SIGKILL)
    assert process.wait(PATIENCE_S) == 0
    assert read(folder) == undisturbed


def test_a_full_disk_ends_it_cleanly_and_it_goes_on(undisturbed, tmp_path):
    folder = tmp_path / "sweep"
    sweep(folder, None)
    for chunk in sorted(folder.glob("chunks/*/*.parquet"))[1:]:
        chunk.unlink()
    with full_disk(64), pytest.raises(RunError, match="cannot be written"):
        resume(folder, model=WAVING)
    assert find_status(folder).runs_made < POINTS * REPLICATIONS
    assert not list(folder.rglob(".requisite-*"))
    resume(folder, model=WAVING)
    assert read(folder) == undisturbed
