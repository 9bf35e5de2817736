"""`requisite own tally`, `counts` and `roster`."""

import json

import pytest

from tests.unit.cli.test_language import TALLY


@pytest.fixture
def tally_file(tmp_path):
    file = tmp_path / "tally.csv"
    file.write_text(TALLY)
    return file


def test_a_tally_to_people(requisite, tally_file):
    result = requisite("own", "tally", tally_file)

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "4 contacts in 2 hours of listening: 2 failure demand, 1 value demand, 1" in told
    assert "The service: 67% failure demand" in told
    assert "digital intake" in told
    assert "What listening cannot tell" in told


def test_a_tally_as_json(requisite, tally_file):
    found = json.loads(requisite("own", "tally", tally_file, "--json").stdout)

    assert found["service"]["observed"] == 3
    assert found["causes"]["digital"]["value"] == 1
    assert found["plan"]["width_at_times"] < found["plan"]["width_now"]


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("command", ["tally", "counts", "roster"])
def test_on_terminals_of_any_width(requisite, tally_file, monkeypatch, width, command):
    monkeypatch.setenv("COLUMNS", str(width))
    files = {name: tally_file.with_name(f"{name}.csv") for name in ("tally", "counts", "roster")}
    files["counts"].write_text("date,hour,count\n2026-01-05,9,4\n2026-01-06,9,6\n2026-01-12,9,5\n")
    files["roster"].write_text("person,days,from,to\nAnna,mon-tue,8,16\n")

    result = requisite("own", command, files[command])

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= width
    assert "Anna" not in result.stdout


def test_what_is_no_tally_is_told_in_full(requisite, tally_file):
    tally_file.write_text("time,kind\nnow,good\n")

    result = requisite("own", "tally", tally_file)

    assert result.exit_code == 2
    assert "tally.csv: 2 problems" in result.stderr
    assert 'row 2: kind: found "good", expected value, failure or unsure' in result.stderr
