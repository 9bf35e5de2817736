"""A cluster of a real scheduler and real workers, which are killed and begun anew on the way."""

import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.sweeps.machines import Machines, running_machines
from sim.errors import RunError
from sim.sweep import connecting, run
from sim.sweep.running import cluster
from tests.attacks.sweeping import REPLICATIONS
from tests.patience import PATIENCE_S
from tests.unit.sweep.models import NOISY, plan_points

pytestmark = pytest.mark.long

MANY_POINTS = 900
"""So many that there is time for what happens on the way."""


def _find_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def machines(tmp_path) -> Iterator[Machines]:
    with running_machines(tmp_path / "scratch", 2) as found:
        yield found


def _when(condition: Callable[[], bool], act: Callable[[], None]) -> threading.Thread:
    def wait() -> None:
        until = time.monotonic() + PATIENCE_S
        while not condition() and time.monotonic() < until:
            time.sleep(0.02)
        act()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_a_lost_worker_and_a_lost_scheduler_change_nothing(machines, tmp_path):
    plan, made = plan_points(MANY_POINTS), [0]
    alone = run(plan, out=tmp_path / "alone", model=NOISY, replications=REPLICATIONS)

    def tell(done: int, total: int | None) -> None:
        made[0] = done

    runs = MANY_POINTS * REPLICATIONS
    acts = [
        _when(lambda: made[0] > runs * 0.1, machines.lose_worker),
        _when(lambda: made[0] > runs * 0.4, machines.lose_scheduler),
    ]
    with connecting(machines.address) as client:
        found = run(
            plan,
            out=tmp_path / "cluster",
            model=NOISY,
            replications=REPLICATIONS,
            executor=client,
            on_progress=tell,
        )
    for thread in acts:
        thread.join()
    assert found.folder.runs.read_bytes() == alone.folder.runs.read_bytes()
    assert machines.workers[0].returncode == -signal.SIGKILL
    assert len(set(_workers_of(found.folder.timings))) >= 3


def _workers_of(timings: Path) -> list[str]:
    from pyarrow import parquet

    found: list[str] = parquet.read_table(timings)["worker"].to_pylist()
    return found


def test_no_scheduler_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "ANSWERS_WITHIN_S", 1)
    address = f"tcp://127.0.0.1:{_find_free_port()}"
    with (
        pytest.raises(RunError, match="dask scheduler"),
        connecting(address),
    ):
        pytest.fail("nobody answers there")
