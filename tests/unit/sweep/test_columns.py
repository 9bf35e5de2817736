"""Columns are what Arrow itself makes of the same values, and no worker imports pandas for them."""

import subprocess
import sys

import pyarrow as pa
import pytest
from pyarrow import parquet

from sim.sweep.columns import build_column

PACKS = """
import sys
from sim.sweep.folder.rows import ChunkRows, Times
from sim.sweep.running.work import get_ready, make_chunk
from sim.sweep.subject.subject import Row
from sim.sweep.table import Outcome
rows = ChunkRows(("",), (Outcome("y", "", "y"),))
rows.put(0, 0, (Row("done", is_warm=True, values=(1.0,)),))
rows.pack(Times(1, 0.0, 0.0, "here"))
print([name for name in ("pandas", "pydantic", "scipy") if name in sys.modules])
"""

RUNS = """
import sys
from sim.experiment import RunSettings
from sim.sweep import Plan, run
plan = Plan.lhs("hr-onboarding", points=2)
run(plan, RunSettings(days=14), out=sys.argv[1], replications=2)
print("pandas" in sys.modules)
"""


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, -(2**40), 0], pa.int64()),
        ([0, 3, 2**30], pa.int32()),
        ([1.5, None, float("inf"), -0.0], pa.float64()),
        ([True, None, False] * 5, pa.bool_()),
        (["", "å", None, "done"], pa.string()),
        ([None] * 9, pa.string()),
        ([None] * 9, pa.float64()),
    ],
)
def test_a_column_is_what_arrow_makes_of_the_same_values(values, kind):
    column = build_column(values, kind)
    column.validate(full=True)
    assert column.equals(pa.array(values, kind))
    assert column.null_count == values.count(None)


def test_what_is_no_number_stays_one_that_is_there():
    assert build_column([float("nan"), None], pa.float64()).null_count == 1


def test_a_worker_packs_a_chunk_without_what_it_does_not_need():
    assert tell(PACKS) == "[]"


def test_whoever_runs_a_sweep_does_without_pandas(tmp_path):
    folder = tmp_path / "sweep"
    assert tell(RUNS, str(folder)) == "False"
    assert len(parquet.read_table(folder / "runs.parquet")) > 0


def tell(code, *arguments):
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
