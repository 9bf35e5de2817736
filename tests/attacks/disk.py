"""A disk that is full, for whoever runs the tests: no file may grow beyond a size."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def full_disk(room_bytes: int) -> Iterator[None]:
    """Let no file of this process grow beyond some bytes; what is printed in memory may.

    Python has the signal of that limit ignored, so that a write fails as on a full disk, with
    another number. Python would keep half of what it compiles meanwhile, and stumble over it later.
    """
    writes_nothing_compiled = sys.dont_write_bytecode
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_bytes, hard))
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = writes_nothing_compiled
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
