"""A sweep that is killed again and again, at random moments, and goes on."""

import random
import signal
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.report import Section, Target
from benchmarks.sweeps.amount import Amount
from benchmarks.sweeps.apart import FUNCTION, ROOT, build_command
from benchmarks.sweeps.swept import hash_table

WITHIN_S = (4.0, 1.0)
"""It is killed so long after its beginning at the latest; every other time, after a first chunk."""
LOOKS_EVERY_S = 0.01
SEED = 1


class Killed(NamedTuple):
    """What killing came to."""

    kills: int
    """Of a process that had not ended."""
    working: int
    """Of these, how many had made chunks since they began."""
    chunks: int
    """How many there were at the end."""


def measure_kills(amount: Amount, folder: Path, undisturbed: str) -> Section:
    """Kill a sweep so often, let it end, and compare its table."""
    killed = _kill(folder, amount)
    subprocess.run(
        build_command(folder, FUNCTION, amount.runs),
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    is_same = hash_table(folder) == undisturbed
    row = (
        f"{amount.runs:,}",
        f"{_count(folder):,}",
        str(killed.kills),
        str(killed.working),
        f"{killed.chunks:,}",
        "yes" if is_same else "**no**",
    )
    targets = [Target("tables the same as the serial one", is_same, least=1, unit="of 1")]
    targets.append(Target("kills", killed.kills, least=amount.kills, unit=""))
    return Section(
        "Killed, and resumed",
        "The process that hands out and collects gets `SIGKILL` at a random moment: of its first "
        f"{WITHIN_S[0]:g} seconds, some of which it takes to begin, and every other time of the "
        f"{WITHIN_S[1]:g} s after its first chunk. Then the same command is given again. "
        "The table is held against that of an undisturbed serial run.",
        ("runs", "chunks", "kills", "while it made chunks", "chunks by then", "the same bytes"),
        [row],
        targets,
    )


def _kill(folder: Path, amount: Amount) -> Killed:
    luck, kills, working = random.Random(SEED), 0, 0
    while kills < amount.kills:
        before = _count(folder)
        with _begin(folder, amount) as process:
            if kills % 2:
                _wait_for_chunk(process, folder, before)
            if not _kill_within(process, luck.uniform(0, WITHIN_S[kills % 2])):
                break  # it was quicker
        kills += 1
        working += _count(folder) > before
    return Killed(kills, working, _count(folder))


def _begin(folder: Path, amount: Amount) -> subprocess.Popen[bytes]:
    command = build_command(folder, FUNCTION, amount.runs)
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)


def _wait_for_chunk(process: subprocess.Popen[bytes], folder: Path, before: int) -> None:
    while process.poll() is None and _count(folder) == before:
        time.sleep(LOOKS_EVERY_S)


def _kill_within(process: subprocess.Popen[bytes], after_s: float) -> bool:
    """Kill a process after some time; tell whether it was still there."""
    try:
        process.wait(after_s)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        return True
    return False


def _count(folder: Path) -> int:
    return len(list(folder.glob("chunks/*/*.parquet")))
