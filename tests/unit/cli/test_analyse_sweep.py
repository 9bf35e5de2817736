"""`requisite analyse` on sweeps that were run, of each method."""

import json

import pandas as pd
import pytest

PLAN = """
services = ["{service}"]
method = "{method}"
replications = 2
days = 60
warm_up_day = 14
follow_up_days = 120
measures = ["cost_per_citizen_helped", "end_to_end_days"]
{of_method}
[levers]
"staff.total" = {{ low = 9, high = 14 }}
{uncertainties}
"""
BOTH = '[uncertainties]\n"demand.variety" = { low = 0.5, high = 3.0 }'
METHODS = {
    "grid": ("steps = 3", BOTH, {"breakeven-map", "tornado", "regret"}),
    "lhs": ("points = 12", BOTH, {"boxes", "tornado"}),
    "sobol": ("base = 4", "", {"indices"}),
    "morris": ("trajectories = 2", BOTH, {"indices"}),
}
POINTS = {"grid": 9, "lhs": 12, "sobol": 4 * (2 + 2), "morris": 2 * (3 + 1)}


@pytest.fixture
def sweep(requisite, tmp_path, scenario_file):
    """Run a small sweep by a method; return its folder."""

    def run(method):
        of_method, uncertainties, _ = METHODS[method]
        plan, folder = tmp_path / "plan.toml", tmp_path / method
        plan.write_text(
            PLAN.format(
                service=scenario_file,
                method=method,
                of_method=of_method,
                uncertainties=uncertainties,
            )
        )
        result = requisite("sweep", "run", plan, "--out", folder, "--workers", 1)
        assert result.exit_code == 0, result.output
        return folder

    return run


@pytest.mark.parametrize("method", METHODS)
def test_a_sweep_is_analysed_by_what_fits(requisite, sweep, tmp_path, method):
    folder, book, page = sweep(method), tmp_path / "numbers.xlsx", tmp_path / "page.html"

    told = requisite("analyse", folder)
    files = ("--write", book, "--html", page)
    found = requisite("analyse", folder, "--json", *files)

    assert told.exit_code == found.exit_code == 0, found.output
    results = json.loads(found.stdout)
    names = {one["analysis"] for one in results}
    assert METHODS[method][2] <= names
    assert all(one["about"]["method"] == method for one in results)
    assert all(one["about"]["points"] == POINTS[method] for one in results)
    assert f"{POINTS[method]} points of the method {method}" in told.stdout
    assert set(pd.read_excel(book, engine="openpyxl")["analysis"]) <= names
    assert 'class="plotly-graph-div"' in page.read_text()


def test_another_outcome_of_one_design_is_asked_for(requisite, sweep):
    asked = ("--outcome", "end_to_end_days", "--design", "absorbing", "--json")
    (result,) = json.loads(requisite("analyse", sweep("sobol"), *asked).stdout)

    assert result["about"]["outcome"] == "end_to_end_days"
    assert result["about"]["designs"] == ["absorbing"]


def test_the_table_that_is_analysed_is_that_of_the_folder(requisite, sweep):
    folder = sweep("grid")
    results = json.loads(requisite("analyse", folder, "--json").stdout)
    cells = next(one for one in results if one["analysis"] == "breakeven-map")["cells"]

    runs = pd.read_parquet(folder / "runs.parquet")
    points = pd.read_parquet(folder / "points.parquet").set_index("point")
    means = runs.groupby(["point", "design"]).cost_per_citizen_helped.mean().unstack()
    by_place = {
        frozenset(points.loc[point, ["staff.total", "demand.variety"]]): row.absorbing
        - row.functionalised
        for point, row in means.iterrows()
    }
    for cell in cells:
        assert cell["mean"] == pytest.approx(by_place[frozenset((cell["x"], cell["y"]))])


def test_a_sweep_that_was_stopped_is_told_how_to_go_on(requisite, sweep):
    folder = sweep("grid")
    (folder / "runs.parquet").unlink()

    told = requisite("analyse", folder)
    assert told.exit_code == 2
    assert "requisite sweep resume" in " ".join(told.stderr.split())
