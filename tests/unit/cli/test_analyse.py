"""A sweep is analysed by what fits it: told, as JSON, as files and as a page."""

import json
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

import sim.sweep
from tests.pseudo import speak_pseudo
from tests.unit.analysis.sensitivity.tables import SHIPPED, build_table, draw, factor
from tests.unit.analysis.sensitivity.test_breakeven_map import build_grid
from tests.unit.analysis.sensitivity.test_indices import build_ishigami, build_morris
from tests.unit.cli.test_language import find_untranslated


def build_draws():
    models = {
        SHIPPED[0]: lambda v: np.where(v["a"] > 0.3, -1.0, 1.0) + v["b"],
        SHIPPED[1]: lambda v: v["b"],
    }
    return build_table((factor("a"), factor("b"), factor("c")), draw("abc", 120), models)


@pytest.fixture
def analyse(requisite, monkeypatch):
    """Analyse a table as if a sweep had yielded it."""

    def run(table, *arguments, shares=None):
        plan = SimpleNamespace(
            method=table.method,
            parts=(SimpleNamespace(name="small-benefit"),),
            sampling=SimpleNamespace(levels=4),
            draw_shares=lambda _: shares,
        )
        sweep = SimpleNamespace(table=table, plan=plan)
        monkeypatch.setattr(sim.sweep, "load", lambda _: sweep, raising=False)
        return requisite("analyse", "folder", *arguments)

    return run


@pytest.mark.parametrize(
    ("build", "analyses"),
    [
        (lambda: build_ishigami(64), ["indices"]),
        (lambda: build_grid(replications=3, noise=0.1), ["breakeven-map", "tornado", "regret"]),
        (build_draws, ["boxes", "rules", "tornado", "regret"]),
    ],
)
def test_what_fits_is_done(analyse, build, analyses):
    table = build()
    told, as_json = analyse(table), analyse(table, "--json")

    assert told.exit_code == as_json.exit_code == 0
    assert [one["analysis"] for one in json.loads(as_json.stdout)] == analyses
    assert "points of the method" in told.stdout


def test_morris_is_given_the_unit_cube(analyse):
    table, shares = build_morris(lambda v: 3 * v["a"])
    told = analyse(table, shares=shares)
    assert told.exit_code == 0
    assert "It depends, most of all first, on a." in told.stdout


def test_what_is_found_is_said(analyse):
    told = " ".join(analyse(build_draws()).stdout.split())

    assert "The divided and standardised design wins at 84 of 120 points" in told
    assert "Where a is above 0.3" in told
    assert "it wins at 100% of the points; 100% of its wins are there." in told
    assert "The divided and standardised design is best in 84 of 120 worlds" in told


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_numbers_are_written(analyse, tmp_path, ending):
    file = tmp_path / f"numbers.{ending}"

    told = analyse(build_draws(), "--write", file)

    assert told.exit_code == 0
    assert file.stat().st_size > 1_000
    if ending != "xlsx":
        frame = {"csv": pd.read_csv, "parquet": pd.read_parquet}[ending](file)
        assert set(frame["analysis"]) == {"boxes", "rules", "tornado", "regret"}
        assert set(frame["of"]) == {"absorbing - functionalised"}


def test_a_page_needs_nothing_else(analyse, tmp_path):
    page = tmp_path / "page.html"
    assert analyse(build_grid(replications=3, noise=0.1), "--html", page).exit_code == 0

    text = page.read_text()
    assert text.count('class="plotly-graph-div"') == 2
    assert "<script src=" not in text


def test_what_cannot_be_had_is_refused(analyse, tmp_path):
    told = analyse(build_draws(), "--outcome", "joy")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "outcome: found joy" in told.stderr
    told = analyse(build_draws(), "--design", "absorbing", "--difference", *SHIPPED)
    assert "give one of the two" in told.stderr
    told = analyse(build_draws(), "--write", tmp_path / "a.ods")
    assert "ends in .parquet, .csv or .xlsx" in told.stderr


def test_what_does_not_fit_is_told_beside_the_rest(analyse):
    table = build_draws()
    told = analyse(table._replace(outcomes=(table.outcomes[0]._replace(better=0),)), "--json")

    assert told.exit_code == 0
    assert [one["analysis"] for one in json.loads(told.stdout)] == ["tornado"]
    assert told.stderr.count("neither more nor less") == 3


def test_one_design_may_be_asked_for(analyse):
    told = analyse(build_draws(), "--design", "absorbing", "--json")
    found = json.loads(told.stdout)
    assert found[0]["about"]["designs"] == ["absorbing"]


@pytest.mark.parametrize("build", [build_draws, lambda: build_grid(replications=3, noise=0.1)])
def test_all_that_is_said_is_in_the_catalogs(analyse, monkeypatch, build):
    speak_pseudo(monkeypatch)
    monkeypatch.setenv("COLUMNS", "1000")

    told = analyse(build())

    found = {word.lstrip("−") for word in find_untranslated(told.stdout)}
    assert found <= {"lhs", "grid", "SEK"}
