"""In plain Python the compiled engine does the same, and nearly every line of it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

LEAST_SHARE = 0.97


@pytest.mark.long
def test_nearly_every_line_of_the_compiled_engine_is_run() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.agreement.plain_python"],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        cwd=Path(__file__).parents[2],
    )
    differ, *files = (line.split() for line in told.stdout.splitlines())
    lines = sum(int(count) for _, count, *_ in files)
    missed = {name: numbers for name, _, *numbers in files if numbers}
    assert differ == ["differ", "0"]
    assert lines > 900
    assert sum(map(len, missed.values())) <= (1 - LEAST_SHARE) * lines, missed
