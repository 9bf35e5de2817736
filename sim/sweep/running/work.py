"""Making a chunk: this is what goes to workers, on this machine or another one."""

import gc
import os
import pickle
import socket
import time
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.processes import pack
from sim.sweep.folder.fingerprint import find_differences, take_fingerprint
from sim.sweep.folder.rows import ChunkRows, Times
from sim.sweep.folder.stages import Chunk
from sim.sweep.plan import Value
from sim.sweep.subject.subject import Subject
from sim.sweep.table import DONE


class Parcel(NamedTuple):
    """What every worker needs once: the subject, packed by whoever sends it."""

    content: bytes
    fingerprint: dict[str, str]
    """What the sender runs on: a worker on anything else would tell another story."""


class Work(NamedTuple):
    """A chunk with the values of its points."""

    chunk: Chunk
    values: tuple[tuple[Value, ...], ...]
    """Those of each point of the chunk, in its order."""


class Made(NamedTuple):
    """What comes back."""

    content: bytes
    """The file."""
    times: Times
    not_measured: int
    """Runs that have no figures."""


def send(subject: Subject) -> Parcel:
    """Pack a subject for its way to workers."""
    return Parcel(pack(subject), take_fingerprint())


@lru_cache(1)
def _unpack(parcel: bytes) -> Subject:
    found: Subject = pickle.loads(parcel)
    return found


@lru_cache(1)
def _check(fingerprint: tuple[tuple[str, str], ...]) -> None:
    """Check that a worker runs on what the sender does.

    Raises
    ------
    RunError
        If it does not.
    """
    found = find_differences(dict(fingerprint), take_fingerprint())
    if found:
        raise RunError(
            Message(
                "the worker {worker} is not as this machine is: {what}; install the same there",
                worker=socket.gethostname(),
                what="; ".join(found),
            )
        )


def load(*, services: bool) -> None:
    """Load what chunks are made with, while it is found what is asked: imports take longest."""
    import_module("pyarrow.parquet")  # chunks are packed with it
    if services:
        import_module("sim.sweep.subject.service")


def get_ready(parcel: Parcel) -> None:
    """Unpack what chunks are made of, in a process that is there for nothing else.

    What is loaded stays, so it is kept out of the collection of garbage.

    Raises
    ------
    RunError
        If this machine runs on something else than the sender.
    """
    _check(tuple(sorted(parcel.fingerprint.items())))
    _unpack(parcel.content)
    gc.freeze()


def make_chunk(parcel: Parcel, work: Work) -> Made:
    """Make the runs of a chunk.

    Raises
    ------
    RunError
        If this machine runs on something else than the sender.
    """
    _check(tuple(sorted(parcel.fingerprint.items())))
    subject, chunk = _unpack(parcel.content), work.chunk
    rows, not_measured = ChunkRows(subject.designs, subject.outcomes, subject.series), 0
    cpu_s, elapsed_s = time.thread_time(), time.perf_counter()
    for some, values in zip(chunk.work, work.values, strict=True):
        found = subject.run_point(chunk.part, values, some.replications)
        for replication, of_designs in zip(some.replications, found, strict=True):
            rows.put(chunk.first_point + some.point, replication, of_designs)
            not_measured += sum(row.status != DONE for row in of_designs)
    times = Times(
        chunk.units * len(subject.designs),
        time.thread_time() - cpu_s,
        time.perf_counter() - elapsed_s,
        f"{socket.gethostname()}:{os.getpid()}",
    )
    return Made(rows.pack(times), times, not_measured)
