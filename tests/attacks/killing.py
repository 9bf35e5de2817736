"""Kills processes while they write, and tells what is found: `python -m tests.attacks.killing`.

A process of its own, without threads: each victim is a copy of it that has everything imported.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sim.files import UNFINISHED
from tests.attacks.writers import WRITERS, Write

FILES = 2.0
"""A victim lives at most as long as it takes to write so many files."""


def main() -> None:
    """Kill so many writers of each kind in a folder, and print what was found."""
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chosen = random.Random(seed)
    found = {
        name: list(kill(write, folder / name, [chosen.random() * FILES for _ in range(kills)]))
        for name, write in WRITERS.items()
    }
    print(json.dumps(found))


def kill(write: Write, path: Path, lives: list[float]) -> Iterator[str]:
    """Kill writers of a file, each after so many files; yield what each has left."""
    versions = [_read_version(write, path, version) for version in (0, 1)]
    began_s = time.monotonic()
    write(path, 0)
    one_s = time.monotonic() - began_s
    for life in lives:
        victim = _begin(write, path)
        time.sleep(life * one_s)
        os.kill(victim, signal.SIGKILL)
        _, status = os.waitpid(victim, 0)
        is_whole = path.read_bytes() in versions
        others = [file for file in path.parent.iterdir() if file != path]
        is_killed = os.WIFSIGNALED(status)
        yield _describe(is_whole, others) if is_killed else "ended by itself"
        for file in others:
            file.unlink()
    path.unlink()


def _read_version(write: Write, path: Path, version: int) -> bytes:
    write(path, version)
    return path.read_bytes()


def _begin(write: Write, path: Path) -> int:
    """Begin a process that writes one version after the other until it is killed."""
    victim = os.fork()
    if victim:
        return victim
    try:
        while True:
            for version in (0, 1):
                write(path, version)
    finally:
        os._exit(1)


def _describe(is_whole: bool, others: list[Path]) -> str:
    if not is_whole:
        return "half a file"
    if not all(file.name.startswith(UNFINISHED) for file in others):
        return "a file of another name"
    return "killed while writing" if others else "killed between two files"


if __name__ == "__main__":
    main()
