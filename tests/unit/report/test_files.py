"""A comparison taken away is the same comparison, to the last digit."""

import csv
import json
import shlex
from io import BytesIO, StringIO

import numpy as np
import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from sim.analysis.comparison import compare
from sim.analysis.rerun import load_result, rerun
from sim.cli.program import program
from sim.report import tell_command, tell_command_of, write_csv, write_json
from sim.scenario import load_scenario
from sim.words import LANGUAGES, speaking

SERVICE, CHANGE = "sickness-benefit", "demand.variety*=0.5"


@pytest.fixture(scope="module")
def found():
    return compare(load_scenario(SERVICE, [CHANGE]), days=40, replications=2, seed=3)


def test_the_json_makes_the_result_again_to_the_last_digit(found, tmp_path):
    file = tmp_path / "result.json"
    file.write_text(write_json(found), encoding="utf-8")

    again = rerun(load_scenario(SERVICE), load_result(file))

    assert again.differing == ()
    assert again.measures == len(found.measures)


def test_a_digit_that_was_altered_is_found(found, tmp_path):
    file, table = tmp_path / "result.json", json.loads(write_json(found))
    table["measures"]["contacts_per_case"]["difference"]["mean"] += 1e-9
    file.write_text(json.dumps(table), encoding="utf-8")

    assert rerun(load_scenario(SERVICE), load_result(file)).differing


def test_the_command_prints_the_json(found):
    _, *words = shlex.split(tell_command(found))

    printed = CliRunner().invoke(program, [*words, "--json"])

    assert printed.stdout == write_json(found)


def test_another_command_is_about_the_same(found):
    words = shlex.split(tell_command_of(found, "breakeven", "--x", "staff.total"))

    assert words[:3] == ["requisite", "breakeven", SERVICE]
    assert words[-4:] == ["--x", "staff.total", "--set", CHANGE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_has_every_digit_in_the_manner_of_its_language(found, language):
    with speaking(language):
        text = write_csv(found)

    between, decimal = (",", ".") if language == "en" else (";", ",")
    table = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
    rows = list(csv.DictReader(table, delimiter=between))
    frame = found.to_frame()
    assert list(rows[0]) == list(frame)
    assert [row["measure"] for row in rows] == list(frame["measure"])
    for name in ("mean", "low", "high"):
        read = [float(row[name].replace(decimal, ".") or "nan") for row in rows]
        np.testing.assert_array_equal(read, frame[name])
    assert any(decimal in row["mean"] for row in rows)


def test_the_csv_begins_with_how_it_was_run(found):
    rows = list(csv.reader(StringIO(write_csv(found))))
    settings = [(name.removeprefix("# "), cells) for name, *cells in rows if name.startswith("#")]

    told, changed = dict(settings), [one.key for one in found.provenance.changed]
    assert (told["seed"], told["days"], told["replications"]) == (["3"], ["40"], ["2"])
    assert told["scenario_sha256"] == [found.provenance.scenario_sha256]
    assert told["command"] == [tell_command(found)]
    assert [cells[0] for name, cells in settings if name == "settles"] == list(found.designs)
    assert [cells[0] for name, cells in settings if name == "changed"] == changed
    assert changed


def test_the_parquet_is_that_of_the_command(found, tmp_path):
    found.write_table(tmp_path / "result.parquet")

    packed = found.to_parquet()

    assert packed == (tmp_path / "result.parquet").read_bytes()
    metadata = parquet.read_schema(BytesIO(packed)).metadata
    assert json.loads(metadata[b"provenance"])["seed"] == 3
