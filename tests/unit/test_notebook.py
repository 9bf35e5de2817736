"""The notebook of the documentation runs, and what it shows is what the model says now."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import sim
from sim.experiment import Cell, RunSettings, replicate
from sim.manual.notebook import PAGE, list_code_cells, read_answer, read_notebook, run_notebook
from sim.scenario import load_scenario

pytestmark = pytest.mark.long

COST, DESIGNS = "cost_per_citizen_helped", ("functionalised", "absorbing")
RENEW = "what the notebook shows is out of date: make notebook"
MOST_BYTES = 1_000_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("notebook")


@pytest.fixture(scope="module")
def notebook(folder: Path) -> Any:
    """The notebook, run in an empty folder; a cell that fails raises."""
    return run_notebook(folder)


def find_settings(folder: Path) -> RunSettings:
    """Return how runs were made: the days that are measured are those of the service unchanged."""
    (part,) = sim.load_sweep(folder / "staff-and-variety").manifest.subject["parts"]
    return RunSettings(
        days=120,
        seed=1,
        replications=4,
        warm_up_day=part["warm_up_day"],
        follow_up_days=part["follow_up_days"],
    )


def test_there_are_ten_cells_of_code_and_none_fails(notebook):
    cells = list_code_cells(notebook)
    assert len(cells) == 10
    assert [cell.execution_count for cell in cells] == list(range(1, 11))
    outputs = [output for cell in cells for output in cell.outputs]
    assert "error" not in {output.output_type for output in outputs}
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == 2


def test_figure_2_has_the_numbers_of_runs_made_directly(notebook, folder):
    cells = pd.read_csv(folder / "figure-2.csv")
    scenario, settings = load_scenario("sickness-benefit"), find_settings(folder)
    assert len(cells) == 25
    for cell in cells.itertuples():
        changed = scenario.changed(f"staff.total={cell.y:g}", f"demand.variety={float(cell.x)!r}")
        runs = [Cell(changed, design) for design in DESIGNS]
        values = replicate(runs, settings, {None: (COST,)}).samples[None][COST].values
        functionalised, absorbing = values.mean(axis=0)
        assert cell.mean == pytest.approx(absorbing - functionalised, rel=1e-9)


def test_what_is_kept_is_what_it_says_now(notebook):
    kept = read_notebook()
    assert len(list_code_cells(kept)) == 10
    assert all(cell.outputs for cell in list_code_cells(kept)), RENEW
    assert read_answer(kept) == read_answer(notebook), RENEW
    assert "with 12 to 18 staff" in read_answer(kept)


def test_it_is_small_and_fetches_nothing():
    text = PAGE.read_text("utf-8")
    assert len(text) < MOST_BYTES
    assert "<script" not in text
    assert "cdn" not in text
