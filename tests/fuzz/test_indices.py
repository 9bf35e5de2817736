"""Where compilation is off, no index of the compiled engine lies below 0."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.fuzz.indices import FromZero


def test_no_index_lies_below_zero() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.indices"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        cwd=Path(__file__).parents[2],
    )
    asked, refused = map(int, told.stdout.split())

    assert asked > 100_000
    assert refused == 0


@pytest.mark.parametrize("index", [-1, np.int64(-1), (0, -1)])
def test_an_index_below_zero_is_seen(index: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FromZero, "refused", 0)
    array = np.zeros((2, 2)).view(FromZero)

    array[index]
    array[index] = 1.0

    assert FromZero.refused >= 2
