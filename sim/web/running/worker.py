"""The process that makes what is asked for, one thing after the other, at a priority of its own.

It has its own interpreter, so that a long run takes neither the lock of the one that draws pages
nor its memory; and it can be ended in the middle of a run, which leaves nothing behind. Started as
``python -P -m sim.web.running.worker FD NICENESS FOLDER``; it ends with the process that started
it, and takes the folder with it in which it may write.
"""

import os
import pickle
import resource
import shutil
import sys
import traceback
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple, NoReturn

from sim.analysis import DEFAULT_ENGINE, get_engine
from sim.errors import RequisiteError, RunError
from sim.message import Message
from sim.web.inside import stay_inside
from sim.web.running.jobs import Job
from sim.web.running.limits import MOST_MEMORY_BYTES
from sim.web.running.messages import Failed, Finished, Made, Ready, Refused

NO_MEMORY = Message(
    "this takes more memory than a visitor may have; ask for fewer days or fewer citizens"
)


class Asker(NamedTuple):
    """Whoever asks. Where they are gone, this process ends, and nothing is left of it."""

    connection: Connection
    folder: str | None = None
    """Where this process may write; nothing else is in it."""

    def take(self, jobs: "SimpleQueue[Job]") -> None:
        """Take what is asked for, also while something is being made: so the end is heard at once.

        The other end may be closed while the engine is still being compiled.
        """
        try:
            while True:
                jobs.put(self.connection.recv())
        except (EOFError, OSError):
            self.follow()

    def tell(self, message: Any) -> None:
        """Tell them something."""
        try:
            self.connection.send_bytes(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
        except OSError:
            self.follow()

    def follow(self) -> NoReturn:
        """End this process, whatever it is doing."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        os._exit(0)


def main(descriptor: int, niceness: int, folder: str | None = None) -> None:
    """Make what comes through a connection, until its other end is closed."""
    os.nice(niceness)
    stay_inside()
    asker, jobs = Asker(Connection(descriptor), folder), SimpleQueue[Job]()
    Thread(target=asker.take, args=(jobs,), daemon=True).start()
    get_engine(DEFAULT_ENGINE).make_ready()
    _limit_memory()
    asker.tell(Ready())
    while True:
        asker.tell(_make(jobs.get(), asker))


def _limit_memory() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(hard, MOST_MEMORY_BYTES)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _make(job: Job, asker: Asker) -> Any:
    def tell(done: int, total: int | None) -> None:
        asker.tell(Made(done, total))

    try:
        return Finished(job.make(tell))
    except RequisiteError as error:
        return Refused(error)
    except MemoryError:
        return Refused(RunError(NO_MEMORY))
    except Exception:
        return Failed(traceback.format_exc())


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
