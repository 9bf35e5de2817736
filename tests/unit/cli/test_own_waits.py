"""`requisite own waits`."""

import json

import pytest

from sim.own.writing import write_caselog
from tests.unit.own.caselogs import draw_log


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "log.csv"
    write_caselog(draw_log(1, weeks=13, per_day=3), path)
    return path


def test_waits_to_people(requisite, file):
    result = requisite("own", "waits", file)

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0, result.stderr
    assert "are waiting for another person." in told
    assert "██" in told and "the same person" in told
    assert "from “work” to “work”, until somebody else takes the case up" in told
    assert "cases are finished: an activity that closes them has come" in told


def test_waits_as_json(requisite, file):
    found = json.loads(requisite("own", "waits", file, "--json").stdout)

    shares = [one["share"]["value"] for one in found["waits"].values()]
    assert sum(shares) == pytest.approx(1)
    assert 0 < found["finished"] <= found["cases"]
    assert found["longest"][0]["ender"] == "another"


@pytest.mark.parametrize("width", [40, 120])
def test_on_terminals_of_any_width(requisite, file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    lines = requisite("own", "waits", file).stdout.splitlines()
    assert max(map(len, lines)) <= width
