"""A command imports no library that it has no use for: that took most of the first second."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.fast.machine.library import find_library
from tests.patience import PATIENCE_S

PROJECT = Path(__file__).parents[3]
BY_ALL = {"joblib", "pandas", "plotly", "pyarrow", "scipy.optimize", "scipy.stats"}
BY_ALL |= {"simpy", "streamlit", "xlsxwriter"}
BY_READERS = {"numba", "numpy", "scipy"}
RUN = """
import json, sys
from contextlib import suppress
from sim.cli import main
sys.argv[0] = "requisite"
with suppress(SystemExit):
    main()
print(json.dumps(sorted(sys.modules)))
"""
SHORT = ("--days", "60", "--replications", "2")


def list_imported(*typed: str) -> set[str]:
    """Return the modules that a command has imported by its end, and has a result."""
    told = subprocess.run(
        [sys.executable, "-c", RUN, *typed],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "COLUMNS": "120"},
        cwd=PROJECT,
    )
    *result, modules = told.stdout.splitlines()
    assert len("".join(result)) > 100, told.stderr
    return set(json.loads(modules))


@pytest.mark.parametrize("service", ["sickness-benefit", "home-care"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_comparison_takes_only_what_it_computes_with(service: str, form: tuple[str, ...]) -> None:
    imported = list_imported("compare", service, *SHORT, *form)
    assert imported & BY_ALL == set()
    assert "scipy.special" in imported
    # without a library it compiles, and that is what Numba is for
    assert ("numba" in imported) == (find_library().simulate_batch is None)


@pytest.mark.parametrize("typed", [("services",), ("--help",), ("compare", "--help")])
def test_who_only_reads_computes_with_nothing(typed: tuple[str, ...]) -> None:
    assert list_imported(*typed) & (BY_ALL | BY_READERS) == set()
