"""A cluster: a client of Dask, whose scheduler and workers may come and go.

Dask makes a task again whose worker dies. What it does not do is remember tasks when its scheduler
is begun anew: their futures are cancelled then, and whoever handed them out does so again. A chunk
made twice is the same chunk.
"""

import socket
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from sim.errors import RunError
from sim.message import Message
from sim.sweep.running.workers import Workers, fail

WAITS_S, ANSWERS_WITHIN_S = 60, 10
"""For a scheduler that is gone, or for a first worker; and for a first answer."""
LOOKS_EVERY_S, LOOKS_FOR_MORE_EVERY_S = 0.5, 5.0
SCHEDULER_PORT = 8786
OVER_TLS = "tls://"


class Tls(NamedTuple):
    """The files by which a scheduler and its clients know each other; each in PEM."""

    ca: Path
    """Certificates of whoever is trusted."""
    certificate: Path
    key: Path


class Cluster(Workers):
    """The workers of a Dask scheduler."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False)
        self.count = self._wait_for_workers()
        self._looked_at = time.monotonic()

    def look(self) -> None:
        """Look now and then how many there are: more may have come."""
        if time.monotonic() > self._looked_at + LOOKS_FOR_MORE_EVERY_S:
            self.count = self._count_threads() or self.count
            self._looked_at = time.monotonic()

    def submit(self, function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Have something done by one of them."""
        try:
            future: Future[Any] = self._executor.submit(function, *arguments)
        except Exception as error:  # what is raised while the scheduler is away depends on when
            return fail(BrokenExecutor(str(error)))
        return future

    def revive(self) -> None:
        """Wait until there are workers again."""
        self.count = self._wait_for_workers()

    def _wait_for_workers(self) -> int:
        until = time.monotonic() + WAITS_S
        while time.monotonic() < until:
            if threads := self._count_threads():
                return threads
            time.sleep(LOOKS_EVERY_S)
        raise RunError(
            Message(
                "the scheduler has had no workers for {n} seconds; what is finished is kept: begin "
                "workers (dask worker {address}), and resume",
                n=WAITS_S,
                address=self._address(),
            )
        )

    def _count_threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except Exception:  # no scheduler just now
            return 0

    def _address(self) -> str:
        scheduler = getattr(self._client, "scheduler", None)
        return str(getattr(scheduler, "address", "tcp://SCHEDULER:8786"))


def connect(address: str, tls: Tls | None = None) -> Any:
    """Return a client of a scheduler.

    Raises
    ------
    RunError
        If Dask is not installed, no scheduler answers, or the files of TLS do not suit.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise RunError(
            Message(
                'a cluster needs Dask; install it: pip install "requisite[cluster]", here and on '
                "every worker"
            )
        ) from error
    security = _secure(address, tls)
    try:
        _look_for(address)
        begin: Any = Client  # Dask declares no types
        # So long also for a scheduler that is begun anew later.
        return begin(address, timeout=WAITS_S, security=security)
    except (OSError, ValueError) as error:
        raise RunError(
            Message(
                "{address}: no scheduler answers there ({why}); begin one: dask scheduler",
                address=address,
                why=type(error).__name__,
            )
        ) from error


def _look_for(address: str) -> None:
    """Look whether anybody answers at an address, in less time than a scheduler is waited for."""
    found = urlsplit(address if "://" in address else f"tcp://{address}")
    at = (found.hostname or "", found.port or SCHEDULER_PORT)
    until = time.monotonic() + ANSWERS_WITHIN_S
    while True:
        try:
            return socket.create_connection(at, timeout=ANSWERS_WITHIN_S).close()
        except OSError:  # it may just be beginning
            if time.monotonic() > until:
                raise
            time.sleep(LOOKS_EVERY_S)


def _secure(address: str, tls: Tls | None) -> Any:
    """Return what Dask needs to speak TLS; nothing where it is not spoken."""
    if (tls is not None) != address.startswith(OVER_TLS):
        raise RunError(
            Message(
                "{address}: expected an address that begins with {tls} and the three files of TLS, "
                "or neither",
                address=address,
                tls=OVER_TLS,
            )
        )
    if tls is None:
        return None
    for file in tls:
        _check_readable(file)
    from distributed.security import Security

    ca, certificate, key = map(str, tls)
    make: Any = Security
    return make(
        tls_ca_file=ca, tls_client_cert=certificate, tls_client_key=key, require_encryption=True
    )


def _check_readable(file: Path) -> None:
    try:
        file.open("rb").close()
    except OSError as error:
        why = error.strerror or str(error)
        raise RunError(Message("{file}: cannot be read: {why}", file=file, why=why)) from error
