"""`requisite own guess`: to people, as JSON, to a mapping file; bad input."""

import json

import pytest

from sim.own.guessing import guess
from sim.own.mapping_file import load_mapping
from sim.own.reading import read_table
from tests.unit.own.files import build_rows, write_csv

CONTENT = write_csv(build_rows(60), encoding="cp1252")


@pytest.fixture
def log_file(tmp_path):
    path = tmp_path / "logg.csv"
    path.write_bytes(CONTENT)
    return path


def test_it_tells_what_was_understood_what_not_and_what_next(requisite, log_file):
    told = " ".join(requisite("own", "guess", log_file).stdout.split())
    assert "text in cp1252, semicolon between cells" in told
    assert "case Ärendenummer" in told
    assert "Avsluta ärende" in told and "closes the case" in told
    assert "No starts:" in told
    assert "requisite own guess" in told  # a long path may be broken
    assert "--out my-map.toml" in told


def test_days_are_those_that_the_file_has(requisite, log_file):
    rows = build_rows(60)
    log_file.write_bytes(write_csv(rows, time_format="%Y-%m-%d"))
    told = " ".join(requisite("own", "guess", log_file).stdout.split())
    assert f"from {rows[0][2]:%Y-%m-%d} to {rows[-1][2]:%Y-%m-%d}" in told


def test_it_writes_what_it_understood_and_replaces_nothing(requisite, log_file, tmp_path):
    path = tmp_path / "map.toml"
    told = requisite("own", "guess", log_file, "--out", path)
    again = requisite("own", "guess", log_file, "--out", path)
    assert load_mapping(path) == guess(read_table(CONTENT, "logg.csv")).mapping
    assert "--map" in told.stdout
    assert again.exit_code == 2
    assert "there is such a file already" in again.stderr
    assert requisite("own", "guess", log_file, "--out", path, "--force").exit_code == 0


def test_no_case_and_no_person_is_in_what_is_written(requisite, log_file, tmp_path):
    path = tmp_path / "map.toml"
    told = requisite("own", "guess", log_file, "--out", path, "--json").stdout
    found = json.loads(told)
    assert found["mapping"]["resource"] == "Handläggare"
    assert found["cases"] == 60
    assert {"zone", "no_starts"} == {one["kind"] for one in found["warnings"]}
    for name in ("björn", "cissi", "2023-00"):
        assert name not in told + path.read_text()


def test_it_speaks_swedish(requisite, log_file):
    told = requisite("own", "guess", log_file, "--language", "sv").stdout
    assert "Vad filen inte kan säga" in told
    assert "by its name" not in told


@pytest.mark.parametrize(("content", "message"), [
    (b"{}", "found JSON"),
    (b"a;b\n1;2\n", "found no column of the case"),
])  # fmt: skip
def test_what_is_no_log_is_told(requisite, log_file, content, message):
    log_file.write_bytes(content)
    result = requisite("own", "guess", log_file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr
