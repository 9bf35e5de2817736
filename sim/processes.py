"""Processes of this machine beside this one, and what they are sent.

What is imported here is imported by each of them before it can do anything, so it is little.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker

LOOKS_FOR_PARENT_EVERY_S = 1.0
IDLE_S = 300
"""Seconds until a process that has nothing to do ends."""
TRACKER = "joblib.externals.loky.backend.resource_tracker"
# Ctrl-C ends processes in the middle of their work. The tracker frees what they held, and would
# warn that it had to; the warning is for the authors of such programs, not for their users.
QUIET_TRACKER = f"ignore::UserWarning:{TRACKER}"


def lend_processes(count: int) -> Iterator[Executor]:
    """Lend processes that stay for the next one who asks, unless something goes wrong."""
    from joblib.externals.loky import get_reusable_executor  # slow to import

    _quieten_tracker()
    executor = get_reusable_executor(max_workers=count, timeout=IDLE_S)
    with _begins_without_interrupts():
        executor.submit(int)  # begins all of them
    try:
        yield executor
    except BaseException:
        executor.shutdown(kill_workers=True)
        raise


def begin_processes(count: int) -> Executor:
    """Begin so many processes; they end with this one, even if it is killed.

    They are nobody else's: those that joblib keeps for the next one who asks are left alone.
    """
    from joblib.externals.loky import ProcessPoolExecutor  # slow to import

    _quieten_tracker()
    executor: Executor = ProcessPoolExecutor(
        max_workers=count, timeout=IDLE_S, initializer=_end_with, initargs=(os.getpid(),)
    )
    with _begins_without_interrupts():
        executor.submit(int)  # begins all of them
    return executor


def end_processes(executor: Executor) -> None:
    """End processes at once, whatever they do.

    They are killed first: asked to end while works wait, the thread that hands works out may
    stumble over them, and tells so in a traceback.
    """
    alive: dict[int, object] = getattr(executor, "_processes", None) or {}
    for process in tuple(alive):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    executor.shutdown(wait=True)


def pack(content: object) -> bytes:
    """Return anything in a form that other processes can unpack with `pickle`.

    A function goes along even if no file holds it: one that was written in a notebook, say.
    """
    import cloudpickle

    packed: bytes = cloudpickle.dumps(content)
    return packed


def _end_with(parent: int) -> None:
    """Let this process end soon after the one that began it, should that be killed."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOKS_FOR_PARENT_EVERY_S)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _quieten_tracker() -> None:
    filters = os.environ.get("PYTHONWARNINGS", "")
    if QUIET_TRACKER not in filters:
        os.environ["PYTHONWARNINGS"] = ",".join(filter(None, (filters, QUIET_TRACKER)))


@contextmanager
def _begins_without_interrupts() -> Iterator[None]:
    """Let processes that begin here not hear Ctrl-C: who begins them hears it, and ends them.

    Otherwise each would tell in a traceback where it was stopped, if it had only just begun.
    """
    resource_tracker.ensure_running()  # begins by itself otherwise, and then lets all hear again
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
