"""A cluster on this machine: a real scheduler and real workers, which may be killed."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Machines:
    """A scheduler and its workers, each a process begun as Dask's own manual says."""

    def __init__(self, scratch: Path) -> None:
        self._scratch, self._port = scratch, _find_free_port()
        self.address = f"tcp://127.0.0.1:{self._port}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.begin_scheduler()

    def begin_scheduler(self) -> subprocess.Popen[bytes]:
        """Begin a scheduler, always at the same address."""
        at = ("--host", "127.0.0.1", "--port", str(self._port), "--no-dashboard")
        self.scheduler = self._begin("scheduler", *at)
        return self.scheduler

    def begin_worker(self) -> None:
        """Begin one more worker."""
        own = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        where = ("--local-directory", str(self._scratch))
        self.workers.append(self._begin("worker", self.address, *own, *where))

    def lose_worker(self) -> None:
        """Kill the worker begun first, and begin another."""
        _kill(self.workers[0])
        self.begin_worker()

    def lose_scheduler(self) -> None:
        """Kill the scheduler and begin it anew; workers of before end with it, one comes."""
        _kill(self.scheduler)
        self.begin_scheduler()
        self.begin_worker()

    def _begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(Path(sys.executable).parent / "dask"), *arguments]
        quiet, found = subprocess.DEVNULL, {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, stdout=quiet, stderr=quiet, env=found)

    def end(self) -> None:
        """End all of them."""
        for process in (*self.workers, self.scheduler):
            _kill(process)


@contextmanager
def running_machines(scratch: Path, workers: int) -> Iterator[Machines]:
    """Return a cluster of so many workers for as long as it is needed."""
    machines = Machines(scratch)
    try:
        for _ in range(workers):
            machines.begin_worker()
        yield machines
    finally:
        machines.end()


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _find_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
