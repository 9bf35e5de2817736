"""Damaged files do no harm: to the loader, to the engines, to the commands.

    REQUISITE_EXAMPLES=100000 pytest tests/fuzz

tries so many that nobody has tried before; of what takes longer, a twentieth and a two-hundredth.
Each room is a process of its own, so that its memory can be told; its mutants are known by number.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.agreement.examples import ASKED
from tests.fuzz.limits import MOST_BYTES

USUAL = {"loading": 500, "playing": 80, "commanding": 50, "remaking": 25, "teaching": 20}
"""About five to nine seconds of processor time each."""
ONE_IN = {"loading": 1, "playing": 20, "commanding": 200, "remaking": 200, "teaching": 200}
WANTED = {
    "loading": {"accepted", "refused"},
    "playing": {"played", "refused"},
    "commanding": {"check", "compare", "refused"},
    "remaking": {"same", "differs", "refused"},
    "teaching": {"held", "refused"},
}
"""What some of the mutants must come to, or nothing was tried."""


def count(room: str) -> int:
    """Return how many mutants are tried."""
    return USUAL[room] if ASKED is None else max(int(ASKED) // ONE_IN[room], USUAL[room])


def first() -> int:
    """Return the number of the first: always the same, or one that was never tried."""
    return 0 if ASKED is None else time.time_ns() // 1_000


@pytest.mark.parametrize("room", USUAL)
def test_no_mutant_does_harm(room: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", room, str(first()), str(count(room))],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ,
        cwd=Path(__file__).parents[2],
    )
    found = json.loads(told.stdout)

    assert found["faults"] == []
    assert WANTED[room] <= set(found["outcomes"])
    assert found["peak_bytes"] < MOST_BYTES
