"""Things to make that do nothing but take their time, or go wrong."""

import os
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sim.errors import RunError
from sim.message import Message
from sim.web.running.limits import MOST_MEMORY_BYTES


class Nap(NamedTuple):
    """Sleeps, and writes into a file that it began."""

    file: Path
    seconds: float = 0.0
    expected_s: float = 0.0

    def make(self, on_progress):
        with self.file.open("a") as file:
            file.write(f"{os.getpid()}\n")
        on_progress(1, 2)
        time.sleep(self.seconds)
        return self.file.name


class Refuse(NamedTuple):
    expected_s: float = 0.0

    def make(self, on_progress):
        raise RunError(Message("not so"))


class Fail(NamedTuple):
    expected_s: float = 0.0

    def make(self, on_progress):
        return 1 / 0


class Devour(NamedTuple):
    """Takes more memory than there may be."""

    expected_s: float = 0.0

    def make(self, on_progress):
        return len(np.ones(MOST_MEMORY_BYTES, np.uint8))


class Tabulate(NamedTuple):
    """Makes a table of texts, and tells how many bytes count as taken by then."""

    expected_s: float = 0.0

    def make(self, on_progress):
        import pandas as pd

        pd.Series(["a", "b"] * 1_000).str.len()
        taken = Path("/proc/self/status").read_text().split("VmData:")[1]
        return int(taken.split()[0]) * 1024


class End(NamedTuple):
    """Ends its own process, as the system does for want of memory."""

    expected_s: float = 0.0

    def make(self, on_progress):
        os._exit(1)


class Large(NamedTuple):
    """Is itself more than a connection takes while nobody listens at its other end."""

    content: bytes = bytes(4 * 1024**2)
    expected_s: float = 0.0

    def make(self, on_progress):
        return len(self.content)
