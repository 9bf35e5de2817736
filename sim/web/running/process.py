"""The process that makes something, from outside: asking it, hearing how far it is, ending it."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.web.environment import PACKAGE, build_environment
from sim.web.running.jobs import Job, Progress
from sim.web.running.messages import Failed, Finished, Made, Ready, Refused

LOOKS_EVERY_S = 0.1
FOLDER = "requisite-"
"""How the folder is called in which a process may write: one that is ended cannot tidy up."""
SPARING = {"ARROW_DEFAULT_MEMORY_POOL": "system"}
"""Arrow's own pool reserves a gigabyte with the first table of texts, used or not. It would count
against what a run may have, of whoever comes next to the same process."""
ENDED = Message(
    "the run was ended from outside, most likely for want of memory; ask for fewer days"
)


class Outcome(NamedTuple):
    """What was made, and how large it is."""

    result: Any
    size_bytes: int


class WorkerError(Exception):
    """Something went wrong in the process that nobody foresaw; the text is its traceback."""


class WorkerProcess:
    """A process that makes one thing at a time.

    Parameters
    ----------
    niceness
        Its priority, as the system counts it: 0 is as usual, 19 the least.
    """

    def __init__(self, niceness: int) -> None:
        self._niceness = niceness
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self.is_ready = False

    def start(self) -> Connection:
        """Start the process, unless it runs; return the connection to it."""
        if self._connection is not None:
            return self._connection
        ours, theirs = Pipe()
        command = [sys.executable, "-P", "-m", "sim.web.running.worker"]
        self._folder = TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True)
        with theirs:
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno()), str(self._niceness), self._folder.name],
                cwd=PACKAGE,
                env={**build_environment(os.environ), **SPARING, "TMPDIR": self._folder.name},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                process_group=0,  # Ctrl-C is for whoever started us, and they end us
            )
        self._connection, self.is_ready = ours, False
        return ours

    def stop(self) -> None:
        """End the process, whatever it is doing; what it was writing goes with it."""
        if self._process is None or self._connection is None or self._folder is None:
            return
        self._process.kill()
        self._process.wait()
        self._connection.close()
        self._folder.cleanup()
        self._process = self._connection = self._folder = None
        self.is_ready = False

    def make(self, job: Job, on_progress: Progress, look: Callable[[], None]) -> Outcome:
        """Make something.

        Parameters
        ----------
        job
            What to make.
        on_progress
            Told of runs that are done.
        look
            Called ten times a second; where it raises, the process is ended.

        Raises
        ------
        RequisiteError
            If it cannot be made as asked.
        WorkerError
            If something went wrong.
        """
        try:
            connection = self.start()
            self._await_ready(connection, look)
            connection.send(job)
            message, size_bytes = self._hear_end(connection, on_progress, look)
        except (EOFError, OSError) as error:
            self.stop()
            raise RunError(ENDED) from error
        except BaseException:
            self.stop()
            raise
        match message:
            case Finished(result):
                return Outcome(result, size_bytes)
            case Refused(refusal):
                raise refusal
            case Failed(trace):
                raise WorkerError(trace)
        raise WorkerError(f"unheard of: {message!r}")

    def _await_ready(self, connection: Connection, look: Callable[[], None]) -> None:
        """Wait until the process listens; what is large could not be sent to it before."""
        while not self.is_ready:
            if connection.poll(LOOKS_EVERY_S):
                self.is_ready = isinstance(pickle.loads(connection.recv_bytes()), Ready)
            look()

    def _hear_end(
        self, connection: Connection, on_progress: Progress, look: Callable[[], None]
    ) -> tuple[Any, int]:
        """Return the last word about a job, and its length."""
        while True:
            if not connection.poll(LOOKS_EVERY_S):
                look()
                continue
            content = connection.recv_bytes()
            match message := pickle.loads(content):
                case Made(done, total):
                    on_progress(done, total)
                    look()
                case _:
                    return message, len(content)
